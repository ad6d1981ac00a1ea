import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { startRecovery } from '#db/recoveries.ts';
import { withOwner } from '#db/tenant.ts';
import type { App } from '../setup/app.ts';
import { Authenticator } from '../setup/authenticator.ts';
import { signedAndOn } from '../setup/carried.ts';
import { contributeThrough } from '../setup/contributed.ts';
import { enrolment } from '../setup/equipped.ts';
import { sendCampaign } from '../setup/campaign.ts';
import { oneTimeCode } from '../setup/one-time-code.ts';
import {
  expectStatus,
  foundOrganisation,
  inviteFrom,
  password,
  reachLevel2,
  type Person,
} from '../setup/people.ts';
import { visitor, type Fields } from '../setup/visitor.ts';

/** What is sent to a route, and the entries that it writes, all companies together, by name. */
export type Recorded = { send: () => Promise<unknown>; entries: string[] };

const accept = async ({ visitor: person }: Person, link: string, target: string) =>
  expectStatus(await person.post(link, { intent: 'accept', target }), 303);

/** How people, consultants and associations are let in and go: `hara` is of no company. */
export function accessActions(
  given: () => { app: App; owner: Person; org: string; hara: Person },
): Record<string, Recorded> {
  let consultancy = '';
  let association = '';
  let asked = '';
  let written = '';
  const from = (page: string, fields: Fields, who: 'owner' | 'hara') => {
    const email = `${randomUUID()}@example.jp`;
    return inviteFrom(given().app, given()[who], page, { email, ...fields });
  };
  return {
    'routes/consultancies.new': {
      send: async () => {
        await reachLevel2(given().app, given().hara);
        consultancy = await foundOrganisation(given().hara, 'consultancies', '見本の顧問');
      },
      entries: [],
    },
    'routes/associations.new': {
      send: async () =>
        (association = await foundOrganisation(given().hara, 'associations', '見本工業会')),
      entries: [],
    },
    'routes/c.$consultancy.team': {
      send: () => from(`/c/${consultancy}/team`, { intent: 'invite', role: 'member' }, 'hara'),
      entries: [],
    },
    'routes/a.$association.members': {
      send: async () => {
        const { email } = given().owner;
        const fields = { intent: 'invite-company', email };
        asked = await from(`/a/${association}?index`, fields, 'hara');
      },
      entries: [],
    },
    'routes/a.$association.publications': {
      send: async () => {
        const fields = { intent: 'ask', period: '2025-Q4' };
        const page = `/a/${association}/publications`;
        expectStatus(await given().hara.visitor.post(page, fields), 303);
      },
      entries: [],
    },
    'routes/a.$association.campaign': {
      send: async () => {
        const emails = [`${randomUUID()}@example.jp`];
        written = await sendCampaign(given().app, given().hara, association, emails);
      },
      entries: [],
    },
    'routes/campaigns.$token': {
      send: async () => {
        const nobody = visitor(given().app.origin);
        for (const intent of ['ask', 'opt-out', 'opt-in-again'])
          expectStatus(await nobody.post(written, { intent }), 303);
        nobody.close();
      },
      entries: [],
    },
    'routes/invitations.$token': {
      send: () => accept(given().owner, asked, given().org),
      entries: ['association.joined'],
    },
    'routes/o.$org.contribution': {
      send: async () => {
        const { app, owner, org } = given();
        await signedAndOn(app, owner, org);
        await contributeThrough(owner, { org, association });
      },
      entries: [
        'answer.saved',
        'assessment.approved',
        'assessment.carried',
        'assessment.started',
        'assessment.submitted',
        'contribution.released',
        'invitation.sent',
        'member.joined',
      ],
    },
    'routes/o.$org.team': {
      send: () => from(`/o/${given().org}/team`, { intent: 'invite', role: 'viewer' }, 'owner'),
      entries: ['invitation.sent'],
    },
    'routes/o.$org.sharing': {
      send: async () => {
        const { email } = given().hara;
        const terms = { scope: 'read', questionnaires: ['governance'], days: '30' };
        const page = `/o/${given().org}/sharing`;
        asked = await from(page, { intent: 'invite', email, ...terms }, 'owner');
      },
      entries: ['invitation.sent'],
    },
    'routes/c.$consultancy.clients': {
      send: async () => {
        const { hara, org } = given();
        await accept(hara, asked, consultancy);
        const resigning = { intent: 'resign', client: org };
        expectStatus(await hara.visitor.post(`/c/${consultancy}?index`, resigning), 303);
      },
      entries: ['engagement.granted', 'engagement.resigned'],
    },
  };
}

/** How a person proves who they are; `person` has one company. */
export function accountActions(
  given: () => { app: App; person: Person },
): Record<string, Recorded> {
  const security = '/settings/security';
  const post = async (path: string, fields: Fields, status = 303) => {
    const answer = await given().person.visitor.post(path, fields);
    expectStatus(answer, status);
    return answer;
  };
  const authenticator = () => new Authenticator(given().app.origin);
  let enrol: z.infer<typeof enrolment>;
  const recovery = async () => {
    const { app, person } = given();
    const { rows } = await app.superuser.query<{ id: string }>(
      'select id from auth.account where email = $1',
      [person.email],
    );
    return withOwner(app.database.ownerUrl, (tx) => startRecovery(tx, rows[0]?.id ?? ''));
  };
  return {
    'routes/confirm': {
      send: async () => {
        await post('/confirm?back=/companies', { password: 'not this one' }, 422);
        await post('/confirm?back=/companies', { password });
      },
      entries: ['session.confirmed', 'session.not-confirmed'],
    },
    'routes/security': {
      send: async () => {
        const { app, person } = given();
        const other = visitor(app.origin);
        expectStatus(await other.post('/signin', { email: person.email, password }), 303);
        other.close();
        await post(security, { intent: 'end-others' });
      },
      entries: ['session.ended', 'sign-in.succeeded'],
    },
    'routes/security.password': {
      send: () => post(`${security}/password`, { password: 'another tram lantern 77' }),
      entries: ['password.changed'],
    },
    'routes/security.recovery-codes': {
      send: () => post(`${security}/recovery-codes`, {}, 200),
      entries: ['factor.added'],
    },
    'routes/security.one-time-codes': {
      send: async () => {
        const page = `${security}/one-time-codes`;
        await post(page, { intent: 'begin' });
        const { text } = await given().person.visitor.get(page);
        const [secret = ''] = /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(text) ?? [];
        await post(page, { intent: 'check', code: oneTimeCode(secret) });
      },
      entries: ['factor.added'],
    },
    'routes/passkey-options': {
      send: async () => {
        const { text } = await post('/passkey-options', { purpose: 'enrol' }, 200);
        enrol = enrolment.parse(JSON.parse(text));
      },
      entries: [],
    },
    'routes/security.passkey': {
      send: () => {
        const passkey = authenticator().register(enrol);
        return post(`${security}/passkey`, { intent: 'passkey', name: '鍵', passkey });
      },
      entries: ['factor.added'],
    },
    'routes/recovery.$token.cancel': {
      send: async () => post(`/recovery/${(await recovery()).cancel}/cancel`, {}, 200),
      entries: ['recovery.cancelled', 'recovery.started'],
    },
    'routes/recovery.$token': {
      send: async () => {
        const { link } = await recovery();
        // As if its 24 hours had passed.
        await given().app.superuser.query(
          `update auth.recovery set started_at = started_at - interval '25 hours',
                  opens_at = opens_at - interval '25 hours', expires_at = expires_at - interval '25 hours'`,
        );
        return post(`/recovery/${link}`, { password: 'a third tram lantern 91' });
      },
      entries: [
        'factor.removed',
        'factor.removed',
        'password.changed',
        'recovery.finished',
        'recovery.started',
        'session.ended',
        'sign-in.succeeded',
      ],
    },
  };
}
