import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { association as associationTexts } from '#app/messages/association.ts';
import { campaign as campaignTexts } from '#app/messages/campaign.ts';
import { campaignLink as linkTexts } from '#app/messages/campaign-link.ts';
import { people } from '#app/messages/people.ts';
import { openApp, type App } from '../setup/app.ts';
import { campaignFields, sendCampaign } from '../setup/campaign.ts';
import { formsOf, formWith, plain } from '../setup/form.ts';
import {
  expectStatus,
  foundCompany,
  foundOrganisation,
  linkSentTo,
  reachLevel2,
  signUp,
  type Person,
} from '../setup/people.ts';
import { visitor, type Fields } from '../setup/visitor.ts';

// An association writes to its members: form, preview, message; and the page on which they are invited or
// opt out.

const t = campaignTexts.ja;
const there = linkTexts.ja;
let app: App;
let owner: Person;
let clerk: Person;
let association: string;
beforeAll(async () => {
  app = await openApp();
  [owner, clerk] = [await signUp(app, '会長'), await signUp(app, '事務局')];
  for (const person of [owner, clerk]) await reachLevel2(app, person);
  association = await foundOrganisation(owner, 'associations', '見本工業会');
  await app.superuser.query(
    `insert into ctx.association_member (association_id, account_id, role)
     select $1, id, 'member' from auth.account where email = $2`,
    [association, clerk.email],
  );
});
afterAll(async () => {
  for (const { visitor: one } of [owner, clerk]) one.close();
  await app.close();
});

const anybody = () => `${randomUUID()}@example.jp`;
const page = (of = association) => `/a/${of}/campaign`;
const textOf = async ({ visitor: person }: Person) => plain((await person.get(page())).text);
const newAssociation = (person: Person) =>
  foundOrganisation(person, 'associations', `工業会 ${randomUUID().slice(0, 8)}`);

async function look(changes: Fields, of = association) {
  const { fields } = formWith((await owner.visitor.get(page(of))).text, 'addresses');
  return owner.visitor.post(page(of), { ...fields, ...campaignFields, ...changes });
}

async function messagesTo(email: string) {
  const { rows } = await app.superuser.query<{
    kind: string;
    locale: string;
    subject: string;
    body: string;
  }>(
    `select kind, locale, subject, body_text as body from auth.outbox where to_address = $1
      order by created_at desc`,
    [email],
  );
  return rows;
}

/** A campaign of an association of its own, and the link in its first message. */
async function written(...emails: string[]) {
  const of = await foundOrganisation(owner, 'associations', '見本工業会');
  return { of, link: await sendCampaign(app, owner, of, emails) };
}

describe('the form', () => {
  test('stands for owners, and nobody else can send it', async () => {
    expect(await textOf(owner)).toContain(t.writeTitle);
    const shown = await textOf(clerk);
    expect(shown).toContain(t.ownersOnly);
    expect(shown).not.toContain(t.writeTitle);
    for (const intent of ['preview', 'send']) {
      const more = intent === 'send' ? { id: randomUUID() } : {};
      const answer = await clerk.visitor.post(page(), { ...campaignFields, intent, ...more });
      expect([intent, answer.status]).toEqual([intent, 422]);
      expect(plain(answer.text)).toContain(t.problems['not-allowed']);
    }
    expect(await messagesTo(campaignFields.addresses)).toEqual([]);
  });

  test('names the lines that are no address by their number, and loses nothing', async () => {
    const addresses = ['one@example.jp', '', 'two', 'three@example.jp', 'four@'].join('\r\n');
    const answer = await look({ addresses, message: '読んで\nください' });
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain(t.badLines('3・5', 0));
    const { fields } = formWith(answer.text, 'addresses');
    expect(fields).toMatchObject({
      ...Object.fromEntries(Object.entries(campaignFields).map(([name, one]) => [name, [one]])),
      addresses: [addresses],
      message: ['読んで\nください'],
    });
    const many = Array.from({ length: 15 }, () => 'x').join('\n');
    expect(plain((await look({ addresses: many })).text)).toContain(
      t.badLines('1・2・3・4・5・6・7・8・9・10', 5),
    );
  });

  test.each([
    ['addresses', ' \n ', 'addresses'],
    [
      'addresses',
      Array.from({ length: 201 }, (_, nth) => `a${nth}@example.jp`).join('\n'),
      'too-many',
    ],
    ['message', ' ', 'message'],
    ['message', 'あ'.repeat(1001), 'message'],
    ['message', 'お問い合わせは 080-1111-2222 まで', 'free-text'],
    ['senderName', '', 'sender-name'],
    ['senderName', 'あ'.repeat(81), 'sender-name'],
    ['senderAddress', '', 'sender-address'],
    ['senderAddress', 'あ'.repeat(201), 'sender-address'],
    ['permission', '', 'permission'],
    ['permission', 'bought', 'permission'],
    ['since', '2026-02-30', 'since'],
    ['since', '2099-01-31', 'since'],
    ['since', 'yesterday', 'since'],
  ])('says at %s what is wrong with it (%#)', async (field, typed, problem) => {
    const answer = await look({ [field]: typed });
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain(t.problems[problem]);
    expect(answer.text).toContain(`id="${field}-error"`);
  });

  test('takes a message of a thousand characters with line ends as a browser sends them', async () => {
    const message = `あ${'い\r\n'.repeat(499)}う`;
    expect((await look({ message })).status).toBe(200);
  });
});

describe('the preview', () => {
  test('shows exactly what will be sent and to how many, and sends nothing', async () => {
    const [email, same] = [anybody(), anybody()];
    const answer = await look({ addresses: `${email}\n ${same.toUpperCase()}\n${same}` });
    expect(answer.status).toBe(200);
    const shown = plain(answer.text);
    expect(shown).toContain(t.reach(2));
    expect(shown).toContain(t.ownLink);
    expect(await messagesTo(email)).toEqual([]);
    const { fields } = formWith(answer.text, 'id');
    expect(fields).toMatchObject({ intent: ['send'], message: [campaignFields.message] });
    // The form stands below it, filled, to be changed.
    expect(formWith(answer.text, 'permission').html).toContain('name="senderName"');
    const of = await newAssociation(owner);
    const preview = await look({ addresses: email }, of);
    const sent = await owner.visitor.post(page(of), formWith(preview.text, 'id').fields);
    expect([sent.status, sent.location]).toEqual([303, `${page(of)}?done=sent`]);
    const [mail] = await messagesTo(email);
    const link = await linkSentTo(app, email);
    expect(plain(preview.text).replaceAll(/\s+/g, ' ')).toContain(
      mail?.body.replace(`${app.origin}${link}`, t.ownLink).replaceAll(/\s+/g, ' '),
    );
    expect(plain(preview.text)).toContain(mail?.subject);
  });

  test('is sent by who proved who they are just now, and what was typed is carried on till then', async () => {
    const of = await newAssociation(owner);
    const email = anybody();
    const { fields } = formWith((await look({ addresses: email }, of)).text, 'id');
    const confirmed = (ago: string) =>
      app.superuser.query(
        `update auth.session set confirmed_at = now() - $2::interval
          where account_id = (select id from auth.account where email = $1)`,
        [owner.email, ago],
      );
    await confirmed('6 minutes');
    const held = await owner.visitor.post(page(of), fields);
    expect(held.status).toBe(403);
    expect(plain(held.text)).toContain(email);
    expect(await messagesTo(email)).toEqual([]);
    await confirmed('0');
    for (let turn = 0; turn < 2; turn += 1)
      expectStatus(await owner.visitor.post(page(of), fields), 303);
    expect(await messagesTo(email)).toHaveLength(1);
  });
});

describe('the message', () => {
  test.each([
    [
      'ja',
      '規約',
      '2020年4月1日',
      '準備 Junbi を通して',
      '今後は受け取らない',
      '送信者：',
      '住所と連絡先：',
    ],
    [
      'en',
      'membership terms',
      '1 April 2020',
      'through Junbi',
      'Do not write to me again',
      'Sender: ',
      'Address and contact: ',
    ],
  ])(
    'says in %s who writes, what, why, and how to be invited or opt out',
    async (locale, ...said) => {
      const person = await signUp(app);
      await app.superuser.query('update auth.account set locale = $1 where email = $2', [
        locale,
        person.email,
      ]);
      const { link } = await written(person.email);
      const [mail] = await messagesTo(person.email);
      expect(mail).toMatchObject({ kind: 'campaign', locale });
      expect(mail?.subject).toContain('見本工業会');
      const { message, senderName, senderAddress } = campaignFields;
      const own = ['見本工業会', message, senderName, senderAddress, `${app.origin}${link}`];
      for (const words of [...own, ...said]) expect(mail?.body).toContain(words);
      const shown = plain((await person.visitor.get('/dev/outbox')).text);
      expect(shown).toContain(link);
      person.visitor.close();
    },
  );
});

describe('the list of earlier ones', () => {
  test('tells every officer how each went in counts, and when the next may be sent', async () => {
    const [first, second] = [anybody(), anybody()];
    const link = await sendCampaign(app, owner, association, [first, second]);
    const nobody = visitor(app.origin);
    expectStatus(await nobody.post(link, { intent: 'ask' }), 303);
    for (const person of [owner, clerk]) {
      const { text } = await person.visitor.get(`${page()}?done=sent`);
      const cells = [...text.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
        plain(cell),
      );
      expect(cells.slice(1, 5)).toEqual([2, 1, 0, 0].map(t.items));
      expect(plain(text)).toContain(`${t.sent(2)} ${t.notSent(0, 0)}`);
      expect(text).not.toContain(first);
    }
    const { text } = await owner.visitor.get(page());
    expect(formsOf(text).some(({ html }) => html.includes('name="addresses"'))).toBe(false);
    const soon = await owner.visitor.post(page(), { ...campaignFields, intent: 'preview' });
    expect([soon.status, plain(soon.text).includes(t.problems['too-soon'] ?? '?')]).toEqual([
      422,
      true,
    ]);
    // Nothing is lost of what was typed in a page that was left open.
    expect(formWith(soon.text, 'addresses').fields['message']).toEqual([campaignFields.message]);
    const members = plain((await owner.visitor.get(`/a/${association}`)).text);
    expect(members).toContain(associationTexts.ja.participation(0, 2));
    expect(members).toContain(associationTexts.ja.nav.campaign);
    nobody.close();
  });
});

describe('the page of a link', () => {
  let nobody: ReturnType<typeof visitor>;
  beforeAll(() => {
    nobody = visitor(app.origin);
  });
  afterAll(() => nobody.close());

  test('says who writes and why, and changes nothing when it is opened', async () => {
    const email = anybody();
    const { link } = await written(email);
    for (let turn = 0; turn < 2; turn += 1) {
      const { status, text } = await nobody.get(link);
      expect(status).toBe(200);
      const shown = plain(text);
      const { message, senderName, senderAddress } = campaignFields;
      for (const words of [
        '見本工業会',
        message,
        senderName,
        senderAddress,
        '規約',
        '2020年4月1日',
      ])
        expect(shown).toContain(words);
      expect(shown).not.toContain(email);
      expect(formsOf(text).filter(({ action }) => action !== '/language')).toHaveLength(2);
    }
    expect(await messagesTo(email)).toHaveLength(1);
  });

  test('sends the invitation alike to an address with and without an account', async () => {
    const person = await signUp(app);
    const company = await foundCompany(person, '会員工業株式会社');
    const { link } = await written(person.email);
    const stranger = anybody();
    const { link: other } = await written(stranger);
    const answers = [];
    for (const one of [link, other]) {
      const posted = await nobody.post(one, { intent: 'ask' });
      const shown = await nobody.get(posted.location ?? '');
      expect(plain(shown.text)).toContain(there.asked);
      answers.push([posted.status, posted.location?.replace(one, ''), plain(shown.text)]);
    }
    expect(answers[0]).toEqual(answers[1]);
    for (const email of [person.email, stranger])
      expect((await messagesTo(email))[0]).toMatchObject({ kind: 'invitation' });
    const invitation = await linkSentTo(app, person.email);
    const taken = await person.visitor.post(invitation, { intent: 'accept', target: company });
    expect([taken.status, taken.location]).toEqual([303, `/o/${company}/sharing`]);
    person.visitor.close();
  });

  test('asks three times for an invitation, and then says so', async () => {
    const email = anybody();
    const { link } = await written(email);
    for (let turn = 0; turn < 3; turn += 1)
      expectStatus(await nobody.post(link, { intent: 'ask' }), 303);
    const fourth = await nobody.post(link, { intent: 'ask' });
    expect([fourth.status, plain(fourth.text).includes(there.usedUp)]).toEqual([422, true]);
    expect(await messagesTo(email)).toHaveLength(4);
  });

  test('opts out, says so ever after, and takes it back', async () => {
    const email = anybody();
    const { of, link } = await written(email);
    for (let turn = 0; turn < 2; turn += 1)
      expectStatus(await nobody.post(link, { intent: 'opt-out' }), 303);
    const shown = plain((await nobody.get(link)).text);
    expect(shown).toContain(there.optedOut('見本工業会'));
    expect(shown).not.toContain(there.askLead);
    const asked = await nobody.post(link, { intent: 'ask' });
    expect([asked.status, plain(asked.text).includes(there.problems['opted-out'] ?? '?')]).toEqual([
      422,
      true,
    ]);
    const invite = () => owner.visitor.post(`/a/${of}?index`, { intent: 'invite-company', email });
    const refused = await invite();
    expect(plain(refused.text)).toContain(people.ja.problems['opted-out']);
    expect(await messagesTo(email)).toHaveLength(1);
    expectStatus(await nobody.post(link, { intent: 'opt-in-again' }), 303);
    expect(plain((await nobody.get(link)).text)).toContain(there.askLead);
    expect((await invite()).status).toBe(303);
    expect(await messagesTo(email)).toHaveLength(2);
  });

  test('of an old message still opts out, and one that nobody has is one plain page', async () => {
    const email = anybody();
    const { of, link } = await written(email);
    await app.superuser.query(
      `update ctx.campaign_recipient set written_at = written_at - interval '90 days' where association_id = $1`,
      [of],
    );
    const old = await nobody.get(link);
    expect([old.status, plain(old.text).includes(there.oldTitle)]).toEqual([410, true]);
    expect((await nobody.post(link, { intent: 'ask' })).status).toBe(422);
    expectStatus(await nobody.post(link, { intent: 'opt-out' }), 303);
    expect(plain((await nobody.get(link)).text)).toContain(there.optedOut('見本工業会'));
    expect(await messagesTo(email)).toHaveLength(1);
    const unknown = '/campaigns/used-or-never-sent';
    for (const answer of [
      await nobody.get(unknown),
      await nobody.post(unknown, { intent: 'ask' }),
      await nobody.post(unknown, { intent: 'opt-out' }),
    ])
      expect([answer.status, plain(answer.text).includes(there.unknownTitle)]).toEqual([404, true]);
  });
});
