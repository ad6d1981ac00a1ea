import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { STAGES } from '#assessments/gap-model.ts';
import { MODES } from '#assessments/questionnaire.ts';
import { scopeSizes } from '#assessments/scope-size.ts';
import { startAssessment } from '#db/assessments.ts';
import { readNewestEdition } from '#db/content.ts';
import { ScopeFields } from '../assessments/scope-fields.tsx';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import { inCompany, requireMember, shapes } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { assessment } from '../messages/assessment.ts';
import { common } from '../messages/common.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { fiscalYear } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';

const form = z.strictObject({
  id: z.uuidv4('form'),
  title: guardText(
    z.string('title-missing').trim().min(1, 'title-missing').max(120, 'title-missing'),
  ),
  mode: z.enum(MODES, 'choose-mode'),
  stage: z.enum(STAGES, 'choose-stage'),
});

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const edition = await inCompany(member, readNewestEdition);
  return {
    id: randomUUID(),
    year: fiscalYear(new Date()),
    sizes: scopeSizes(edition),
    mayWrite: shapes(member.role),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { id, ...given } = sent.value;
  const started = await inCompany(member, async (tx) => {
    const edition = await readNewestEdition(tx);
    return startAssessment(tx, {
      ...given,
      assessmentId: id,
      editionId: edition.id,
      byName: member.name,
    });
  });
  if (!started.ok) {
    return refuse({ ok: false, problems: { title: started.reason }, submitted: sent.submitted });
  }
  return redirectTo(paths.questions(member.companyId, id));
}

export default function NewAssessment() {
  const { id, year, sizes, mayWrite } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(assessment);
  const { required } = useMessages(common);
  const state = { refused, sentences: t.problems };
  const was = refused?.submitted;
  return (
    <Page>
      <PageHead title={t.create.title} lead={t.create.lead}>
        {!mayWrite && <Note>{t.readOnly}</Note>}
      </PageHead>
      <Form method="post" reloadDocument noValidate className="stack-24 max-w-640">
        <Refusal {...state} />
        <PersonField />
        <input type="hidden" name="id" value={typed(was, 'id', id)} />
        <Field
          id="title"
          label={t.create.name}
          help={t.create.nameHelp}
          error={sentenceFor(state, 'title')}
          required={required}
        >
          <TextGuard id="title">
            <TextInput
              name="title"
              maxLength={120}
              disabled={!mayWrite}
              defaultValue={typed(was, 'title', t.create.nameDefault(year))}
            />
          </TextGuard>
        </Field>
        <ScopeFields
          sizes={sizes}
          mode={typed(was, 'mode', 'standard')}
          stage={typed(was, 'stage', 'application')}
          state={state}
          mayWrite={mayWrite}
        />
        {mayWrite && (
          <p>
            <Button variant="primary" large>
              {t.create.submit}
            </Button>
          </p>
        )}
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(assessment, 'create'));
