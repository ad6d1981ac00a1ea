import { randomUUID } from 'node:crypto';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { saveProfile } from '#db/profiles.ts';
import { readProfileSheet } from '#db/worksheets.ts';
import { Button, LinkButton } from '../components/button.tsx';
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
import { useMessages } from '../language.ts';
import { profile as texts } from '../messages/profile.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { timeText } from '../print.ts';
import { FactInput } from '../profile/fact-input.tsx';
import { ProfileConflict } from '../profile/profile-conflict.tsx';
import { readFactFields } from '../profile/fact-fields.server.ts';
import { redirectTo } from '../safe-redirect.ts';
import { factFields, type FactField } from '../views/profile.server.ts';

const control = z.strictObject({
  base: z.coerce.number('form').int('form').min(0, 'form'),
  request: z.uuidv4('form'),
});

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const { edition, profile, hasAssessment } = await inCompany(member, readProfileSheet);
  const language = await languageOf(args.request);
  return {
    org: member.companyId,
    fields: factFields(edition.profile.document.facts, profile?.facts ?? {}, language),
    base: profile?.version ?? 0,
    savedAt: profile?.at.toISOString() ?? null,
    request: randomUUID(),
    hasAssessment,
    mayWrite: shapes(member.role),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const { edition } = await inCompany(member, readProfileSheet);
  const known = edition.profile.document.facts;
  const names = Object.fromEntries(known.map(({ id }) => [id, z.string('form').optional()]));
  const sent = await parseForm(args.request, z.strictObject({ ...names, ...control.shape }), {
    person: member.accountId,
  });
  if (!sent.ok) return answer(sent, 422);
  const facts = readFactFields(known, sent.submitted);
  if (!facts.ok) return answer(facts, 422);
  const { base, request } = sent.value;
  const saved = await inCompany(member, (tx) =>
    saveProfile(tx, { base, facts: facts.value, requestId: request, byName: member.name }),
  );
  if (saved.ok) return redirectTo(`${paths.profile(member.companyId)}?saved=1`);
  const refused = { ok: false as const, submitted: sent.submitted };
  if (saved.reason === 'not-allowed') {
    return answer({ ...refused, problems: { form: 'read-only' } }, 422);
  }
  const language = await languageOf(args.request);
  const theirs = saved.theirs && {
    byName: saved.theirs.byName,
    at: saved.theirs.at.toISOString(),
    version: saved.theirs.version,
    fields: factFields(known, saved.theirs.facts, language),
  };
  return answer({ ...refused, problems: {} }, 409, theirs);
}

interface Theirs {
  byName: string;
  at: string;
  version: number;
  fields: FactField[];
}

/** What was not saved and why: 422 for what is wrong, 409 beside what somebody else saved. */
function answer(refused: Refused, status: 409 | 422, theirs: Theirs | null = null) {
  return data({ ...refused, theirs }, { status });
}

export default function Profile() {
  const { org, fields, base, savedAt, request, hasAssessment, mayWrite } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(texts);
  const theirs = refused?.theirs;
  const groups = [...new Set(fields.map((field) => field.group))];
  const submitted = refused?.submitted;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" reloadDocument noValidate key={request} className="stack-24">
        {theirs ? (
          <ProfileConflict theirs={theirs} submitted={refused?.submitted ?? {}} />
        ) : (
          <Refusal refused={refused} sentences={t.problems} />
        )}
        <PersonField />
        {/* As it was posted: what is shown again must not follow a version that nobody has seen. */}
        <input
          type="hidden"
          name="base"
          value={theirs?.version ?? typed(submitted, 'base', String(base))}
        />
        <input type="hidden" name="request" value={request} />
        {!mayWrite && <Note>{t.readOnly}</Note>}
        <fieldset className="stack-24" disabled={!mayWrite}>
          {groups.map((group) => (
            <Section key={group} id={group} title={t.groups[group]}>
              {fields
                .filter((field) => field.group === group)
                .map((field) => (
                  <FactInput
                    key={field.id}
                    field={field}
                    value={typed(submitted, field.id, field.stored)}
                    error={t.problems[refused?.problems[field.id] ?? '']}
                  />
                ))}
            </Section>
          ))}
        </fieldset>
        <ButtonRow>
          {mayWrite && (
            <Button variant={hasAssessment || savedAt === null ? 'primary' : 'outlined'} large>
              {t.save}
            </Button>
          )}
          {savedAt !== null && !refused && (
            <SavedStatus status="saved">{t.saved(timeText(savedAt))}</SavedStatus>
          )}
          {mayWrite && savedAt !== null && !hasAssessment && (
            <LinkButton variant="primary" large href={paths.newAssessment(org)}>
              {t.start}
            </LinkButton>
          )}
        </ButtonRow>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(texts);
