import { randomUUID } from 'node:crypto';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { currentSupportFacts, saveSupportFacts } from '#db/support-facts.ts';
import { Button } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { SavedStatus } from '../components/saved-status.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, typed, type Refused } from '../forms.ts';
import { inCompany, requireMember, shapes } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { supportFacts as texts } from '../messages/support-facts.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { momentText } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';
import { AwardRows } from '../support/award-rows.tsx';
import { catalogue } from '../support/catalogue.server.ts';
import { SupportFactInput } from '../support/fact-input.tsx';
import { fieldNames, readSupportFields } from '../support/fact-fields.server.ts';
import { OwnerRows } from '../support/owner-rows.tsx';
import { awardOptions, differing, supportFactFields } from '../views/support-facts.server.ts';

const control = z.strictObject({
  base: z.coerce.number('form').int('form').min(0, 'form'),
  request: z.uuidv4('form'),
});
const oneOrMore = z.union([z.string('form'), z.array(z.string('form'))]).optional();

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const stored = await inCompany(member, currentSupportFacts);
  const language = await languageOf(args.request);
  return {
    org: member.companyId,
    fields: supportFactFields(catalogue(), stored?.facts ?? {}, language),
    programmes: awardOptions(catalogue(), language),
    base: stored?.version ?? 0,
    saved: stored && { byName: stored.byName, at: stored.at.toISOString() },
    request: randomUUID(),
    mayWrite: shapes(member.role),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const language = await languageOf(args.request);
  const { facts } = catalogue().facts;
  const names = Object.fromEntries(fieldNames(facts).map((name) => [name, oneOrMore]));
  const sent = await parseForm(args.request, z.strictObject({ ...names, ...control.shape }), {
    person: member.accountId,
  });
  if (!sent.ok) return answer(sent, 422);
  const programmes = awardOptions(catalogue(), language).map(({ value }) => value);
  const read = readSupportFields(facts, programmes, sent.submitted);
  if (!read.ok) return answer(read, 422);
  const { base, request } = sent.value;
  const saved = await inCompany(member, (tx) =>
    saveSupportFacts(tx, { base, facts: read.value, requestId: request, byName: member.name }),
  );
  if (saved.ok) return redirectTo(`${paths.facts(member.companyId)}?saved=1`);
  const refused = { ok: false as const, submitted: sent.submitted };
  if (saved.reason === 'not-allowed')
    return answer({ ...refused, problems: { form: 'read-only' } }, 422);
  const fields = supportFactFields(catalogue(), saved.theirs?.facts ?? {}, language);
  const theirs = saved.theirs && {
    byName: saved.theirs.byName,
    at: saved.theirs.at.toISOString(),
    version: saved.theirs.version,
    differs: differing(fields, sent.submitted),
  };
  return answer({ ...refused, problems: {} }, 409, theirs);
}

interface Theirs {
  byName: string;
  at: string;
  version: number;
  differs: { id: string; title: string }[];
}

/** What was not saved and why: 422 for what is wrong, 409 where somebody else saved meanwhile. */
function answer(refused: Refused, status: 409 | 422, theirs: Theirs | null = null) {
  return data({ ...refused, theirs }, { status });
}

export default function Facts() {
  const { org, fields, base, request, mayWrite, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(texts);
  const language = useLanguage();
  const theirs = refused?.theirs;
  const groups = [...new Set(fields.map((field) => field.group))];
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" reloadDocument noValidate key={request} className="stack-24">
        {theirs ? <Stale theirs={theirs} /> : <Refusal refused={refused} sentences={t.problems} />}
        <PersonField />
        {/* As it was posted: what is shown again must not follow a version that nobody has seen. */}
        <input
          type="hidden"
          name="base"
          value={theirs?.version ?? typed(refused?.submitted, 'base', String(base))}
        />
        <input type="hidden" name="request" value={request} />
        {!mayWrite && <Note>{t.readOnly}</Note>}
        <Note>{t.noNames}</Note>
        <Section id="profile" title={t.profile}>
          <p>{t.profileText}</p>
          <p>
            <a href={paths.profile(org)}>{t.profileLink}</a>
          </p>
        </Section>
        <fieldset className="stack-24" disabled={!mayWrite}>
          {groups.map((group) => (
            <Section key={group} id={group} title={t.groups[group]}>
              <Group group={group} />
            </Section>
          ))}
        </fieldset>
        <ButtonRow>
          {mayWrite && (
            <Button variant="primary" large>
              {t.save}
            </Button>
          )}
          {saved && !refused && (
            <SavedStatus status="saved">
              {t.saved(saved.byName, momentText(saved.at, language))}
            </SavedStatus>
          )}
        </ButtonRow>
      </Form>
    </Page>
  );
}

function Stale({ theirs }: { theirs: Theirs }) {
  const t = useMessages(texts);
  const language = useLanguage();
  return (
    <Note tone="open" role="alert" title={t.stale(theirs.byName, momentText(theirs.at, language))}>
      <p>{t.staleLead}</p>
      <ul className="bullets">
        {theirs.differs.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </Note>
  );
}

function Group({ group }: { group: string }) {
  const { fields, programmes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(texts);
  const error = (name: string) => t.problems[refused?.problems[name] ?? ''];
  return fields
    .filter((field) => field.group === group)
    .map((field) => {
      const values = (name: string) =>
        refused ? (refused.submitted[name] ?? []) : (field.stored[name] ?? []);
      if (field.type === 'owners')
        return <OwnerRows key={field.id} {...{ field, values }} error={error('owners-1-share')} />;
      if (field.type === 'awards')
        return (
          <AwardRows
            key={field.id}
            {...{ field, values, programmes }}
            error={error('awards-1-on')}
          />
        );
      return <SupportFactInput key={field.id} {...{ field, values }} error={error(field.id)} />;
    });
}

export const meta = pageTitle(texts);
