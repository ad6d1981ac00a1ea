import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { isCorporateNumber } from '#assessments/disclosure/corporate-number.ts';
import { standardIds } from '#assessments/disclosure/standard-groups.ts';
import { contribute, listContributions, withdrawContribution } from '#db/contributions.ts';
import { getCompany } from '#db/companies.ts';
import { listEngagements } from '#db/engagements.ts';
import type { Granted } from '#db/outcome.ts';
import { listJoinedAssociations } from '#db/participation.ts';
import { readPublished } from '#db/published.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { Definition } from '../components/definition.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { GroupsForm } from '../contributing/groups-form.tsx';
import { keysOf } from '../contributing/keys.server.ts';
import { fingerprintOfRelease, readOffer, releaseOf } from '../contributing/offer.server.ts';
import { Position } from '../contributing/position.tsx';
import { Preview } from '../contributing/preview.tsx';
import { WithdrawForm } from '../contributing/withdraw-form.tsx';
import { narrow, parseForm, refuse, type Submitted } from '../forms.ts';
import {
  idParam,
  inCompany,
  inPublished,
  orNotFound,
  requireConfirmed,
  requireMember,
  type CompanyMember,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { contribution as texts } from '../messages/contribution.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { dateText } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';
import {
  groupChoices,
  leavingLines,
  offerView,
  positionView,
  standsView,
} from '../views/contribution.server.ts';

const ids = standardIds();
/** As people copy it: full-width, or with spaces and hyphens. */
const digits = z.string('number').transform((text) => narrow(text).replaceAll(/[\s-]/g, ''));
const groups = {
  industry: z.enum(ids.industry, 'industry'),
  region: z.enum(ids.region, 'region'),
  size: z.enum(ids.size, 'size'),
  number: digits.refine(isCorporateNumber, 'number'),
  parent: digits.refine((text) => text === '' || isCorporateNumber(text), 'number'),
};
const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('preview'), ...groups }),
    z.strictObject({
      intent: z.literal('contribute'),
      ...groups,
      expected: z.string('form').regex(/^[0-9a-f]{64}$/, 'form'),
    }),
    z.strictObject({ intent: z.literal('withdraw') }),
  ],
  'form',
);

/** Null where the company is no member, and for a consultant. */
async function readContribution(tx: CompanyTx, associationId: string) {
  const joined = (await listJoinedAssociations(tx)).find(
    (one) => one.associationId === associationId,
  );
  if (!joined) return null;
  const [company, contributions, offering] = [
    await getCompany(tx),
    await listContributions(tx),
    await readOffer(tx),
  ];
  const stands = contributions.find((one) => one.associationId === associationId) ?? null;
  return { joined, company, stands, offering };
}

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const associationId = idParam(args.params, 'association');
  const language = await languageOf(args.request);
  const { joined, company, stands, offering } = orNotFound(
    await inCompany(member, (tx) => readContribution(tx, associationId)),
  );
  const published = await inPublished(member, (tx) => readPublished(tx, associationId));
  return {
    org: member.companyId,
    association: joined.name,
    company: company.name,
    joined: dateText(joined.joinedAt.toISOString(), language),
    isOwner: member.role === 'owner',
    stands: standsView(stands, offering, language),
    position: positionView(stands, published?.chosen ?? null, language),
    offer: offerView(offering, language),
    choices: groupChoices(language),
    chosen: stands,
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const associationId = idParam(args.params, 'association');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const answer = (outcome: Granted, done: 'contributed' | 'withdrawn') =>
    outcome.ok
      ? redirectTo(`${paths.contribution(member.companyId, associationId)}?done=${done}`)
      : refuse({ ok: false, problems: { form: outcome.reason }, submitted });
  if (value.intent === 'withdraw') {
    await requireConfirmed(args, submitted);
    const gone = await inCompany(member, (tx) => withdrawContribution(tx, associationId));
    return answer(gone, 'withdrawn');
  }
  if (value.intent === 'contribute') await requireConfirmed(args, submitted);
  else if (member.role !== 'owner')
    return refuse({ ok: false, problems: { form: 'not-allowed' }, submitted });
  const found = orNotFound(await inCompany(member, (tx) => readContribution(tx, associationId)));
  if (!found.offering.ok) return refuse({ ok: false, problems: { form: 'no-result' }, submitted });
  const { companyId } = member;
  const { offer } = found.offering;
  const release = releaseOf(offer, value, {
    associationId,
    companyId,
    keys: keysOf(associationId),
  });
  const fingerprint = fingerprintOfRelease(release);
  if (value.intent === 'contribute') {
    if (value.expected !== fingerprint)
      return refuse({ ok: false, problems: { form: 'changed' }, submitted });
    const given = { ...release, byName: member.name };
    return answer(await inCompany(member, (tx) => contribute(tx, given)), 'contributed');
  }
  const consultancy = offer.filledBy && (await nameOf(member, offer.filledBy));
  const leaving = { offer, joined: found.joined, consultancy };
  const lines = leavingLines(release, leaving, await languageOf(args.request));
  return data({ ok: true as const, lines, fingerprint, submitted });
}

async function nameOf(member: CompanyMember, consultancyId: string): Promise<string> {
  const engagements = await inCompany(member, listEngagements);
  return engagements.find((one) => one.consultancyId === consultancyId)?.consultancyName ?? '';
}

export default function Contribution() {
  const view = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useMessages(texts);
  const refused = answered?.ok === false ? answered : undefined;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead(view.association)}>
        <p>
          <a href={paths.sharing(view.org)}>{t.toSharing}</a>
        </p>
      </PageHead>
      <div className="stack-24">
        <Done isSent={answered !== undefined} />
        <Refusal refused={refused} sentences={t.problems} />
      </div>
      {answered?.ok && (
        <Preview
          lines={answered.lines}
          fingerprint={answered.fingerprint}
          sent={answered.submitted}
        />
      )}
      <Section id="now" title={t.now}>
        {view.stands === null ? (
          <p>{t.standsNot}</p>
        ) : (
          <>
            <p>{t.stands(view.stands.day, view.stands.byName)}</p>
            <Definition lines items={view.stands.lines} />
            {view.stands.isOlder && <Note>{t.newer}</Note>}
          </>
        )}
      </Section>
      <Position position={view.position} />
      {view.stands !== null && (
        <Section id="withdraw" title={t.withdraw}>
          <p>{t.withdrawLead}</p>
          {view.isOwner ? <WithdrawForm /> : <p>{t.ownersOnly}</p>}
        </Section>
      )}
      <Section id="offer" title={t.offer} intro={t.offerLead(view.association)}>
        <Offered submitted={answered?.submitted} refused={refused} />
      </Section>
      <Section id="sees" title={t.whoSees}>
        <Definition
          lines
          items={[
            { term: t.sees, value: t.seesText(view.company, view.joined) },
            { term: t.seesNot, value: t.seesNotText },
            { term: t.counted, value: t.countedText },
          ]}
        />
      </Section>
    </Page>
  );
}

/** The way to a preview, or why there is none. */
function Offered({
  submitted,
  refused,
}: {
  submitted: Submitted | undefined;
  refused: Parameters<typeof sentenceFor>[0]['refused'];
}) {
  const { offer, isOwner, choices, chosen } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (!offer.ok) return <p>{offer.reason === 'none' ? t.noResult : t.unmeasured}</p>;
  return (
    <>
      <Definition lines items={[{ term: t.result, value: offer.result }]} />
      {isOwner ? (
        <GroupsForm
          choices={choices}
          stored={{
            industry: chosen?.industry ?? '',
            region: chosen?.region ?? offer.region,
            size: chosen?.size ?? offer.size,
          }}
          submitted={submitted}
          errorOf={(field) => sentenceFor({ refused, sentences: t.problems }, field)}
        />
      ) : (
        <p>{t.ownersOnly}</p>
      )}
    </>
  );
}

function Done({ isSent }: { isSent: boolean }) {
  const [search] = useSearchParams();
  const { done } = useMessages(texts);
  const said = Object.entries(done).find(([name]) => name === search.get('done'));
  return said && !isSent ? (
    <Note tone="ok" role="status">
      {said[1]}
    </Note>
  ) : null;
}

export const meta = pageTitle(texts);
