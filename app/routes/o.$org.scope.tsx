import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { STAGES, type Stage } from '#assessments/gap-model.ts';
import { MODES, type Mode } from '#assessments/questionnaire.ts';
import { scopeSizes } from '#assessments/scope-size.ts';
import { changeScope } from '#db/assessments.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { ScopeFields } from '../assessments/scope-fields.tsx';
import { Button } from '../components/button.tsx';
import { CheckBoxes } from '../components/check-boxes.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { listed, parseForm, typed, type Refused } from '../forms.ts';
import {
  idParam,
  inCompany,
  notFound,
  orNotFound,
  requireMember,
  shapes,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, pick, useMessages } from '../language.ts';
import { assessment } from '../messages/assessment.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

const form = z.strictObject({
  base: z.coerce.number('form').int('form').min(1, 'form'),
  mode: z.enum(MODES, 'choose-mode'),
  stage: z.enum(STAGES, 'choose-stage'),
  overlay: listed(z.string('form')),
});

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const sheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, id)));
  const { mode, stage, version, overlays } = sheet.assessment;
  const language = await languageOf(args.request);
  return {
    mode,
    stage,
    version,
    overlays,
    offered: (sheet.edition.overlays ?? []).map(({ document }) => ({
      id: document.id,
      title: pick(document.title, language),
      summary: pick(document.summary, language),
    })),
    sizes: scopeSizes(sheet.edition),
    mayWrite: shapes(member.role),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return answer(sent, 422);
  const { overlay: overlays, ...scope } = sent.value;
  const changed = await inCompany(member, (tx) =>
    changeScope(tx, { assessmentId, ...scope, overlays }),
  );
  if (changed.ok) return redirectTo(paths.questions(member.companyId, assessmentId));
  if (changed.reason === 'not-found') throw notFound();
  const refused = { ok: false as const, submitted: sent.submitted };
  if (changed.reason === 'stale') {
    const { mode, stage, version } = changed.theirs;
    return answer({ ...refused, problems: {} }, 409, { mode, stage, version });
  }
  const problem = changed.reason === 'closed' ? `closed-${changed.state}` : changed.reason;
  return answer({ ...refused, problems: { mode: problem } }, 422);
}

type Theirs = { mode: Mode; stage: Stage; version: number };

/** What was not changed and why: 422 for what is wrong, 409 beside what somebody else has set. */
function answer(refused: Refused, status: 409 | 422, theirs: Theirs | null = null) {
  return data({ ...refused, theirs }, { status });
}

export default function Scope() {
  const { mode, stage, version, overlays, offered, sizes, mayWrite } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(assessment);
  const state = { refused, sentences: t.problems };
  const theirs = refused?.theirs;
  const base = theirs?.version ?? typed(refused?.submitted, 'base', String(version));
  return (
    <Page>
      <PageHead title={t.scope.title} lead={t.scope.lead} />
      <Form method="post" reloadDocument noValidate className="stack-24 max-w-640" key={version}>
        {theirs ? (
          <Note tone="open" role="alert" title={t.scope.stale}>
            <p>{t.scope.staleLead(t.modes[theirs.mode].label, t.stages[theirs.stage].label)}</p>
          </Note>
        ) : (
          <Refusal {...state} />
        )}
        {!mayWrite && <Note>{t.readOnly}</Note>}
        <PersonField />
        <input type="hidden" name="base" value={base} />
        <ScopeFields
          sizes={sizes}
          mode={typed(refused?.submitted, 'mode', mode)}
          stage={typed(refused?.submitted, 'stage', stage)}
          state={state}
          mayWrite={mayWrite}
        />
        {offered.length > 0 && (
          <CheckBoxes
            id="overlay"
            name="overlay"
            legend={t.scope.overlays}
            help={t.scope.overlaysHelp}
            options={offered.map(({ id, title, summary }) => ({
              value: id,
              label: (
                <>
                  <b>{title}</b> <span className="muted">{summary}</span>
                </>
              ),
            }))}
            chosen={refused ? (refused.submitted['overlay'] ?? []) : overlays}
          />
        )}
        {mayWrite && (
          <p>
            <Button variant="primary" large>
              {t.scope.submit}
            </Button>
          </p>
        )}
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(assessment, 'scope'));
