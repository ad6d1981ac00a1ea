import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isDay } from '#assessments/plan/calendar.ts';
import { ROLES } from '#assessments/questionnaire.ts';
import { carriedTo } from '#db/carrying.ts';
import { findItem, saveItem } from '#db/plan-items.ts';
import { planPlace } from '#db/plan-place.ts';
import { currentPlan } from '#db/plans.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { ITEM_STATES } from '#db/item-states.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { RadioCards } from '../components/radio-cards.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { Select } from '../components/select.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import {
  idParam,
  inCompany,
  notFound,
  orNotFound,
  requireMember,
  type CompanyMember,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { itemView } from '../views/plan-item.server.ts';

const form = z.strictObject({
  plan: z.uuid('form'),
  base: z.coerce.number('form').int('form').min(1, 'form'),
  request: z.uuidv4('form'),
  state: z.enum(ITEM_STATES, 'state'),
  owner: z.enum(ROLES, 'owner-role'),
  due: z.string('due').refine(isDay, 'due'),
  evidence: z.union([z.literal(''), z.uuid('no-evidence')]),
  reason: guardText(z.string('reason').trim().max(200, 'reason')),
});

/** The item of the plan that holds; without it the page does not exist. */
async function readItem(member: CompanyMember, assessmentId: string, actionId: string) {
  return inCompany(member, async (tx) => {
    const [worksheet, plan, place, onward] = await Promise.all([
      readWorksheet(tx, assessmentId),
      currentPlan(tx, assessmentId),
      planPlace(tx, assessmentId),
      carriedTo(tx, assessmentId),
    ]);
    const item = plan && (await findItem(tx, plan.planId, actionId));
    return worksheet && plan && place && item ? { worksheet, plan, place, item, onward } : null;
  });
}

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const { worksheet, plan, place, item, onward } = orNotFound(
    await readItem(member, assessmentId, args.params['action'] ?? ''),
  );
  const { isElsewhere } = place;
  return {
    org: member.companyId,
    assessmentId,
    plan: plan.planId,
    request: randomUUID(),
    mayWrite: member.canWrite && !isElsewhere,
    isElsewhere,
    onward: isElsewhere ? onward : null,
    isSaved: new URL(args.request.url).searchParams.has('saved'),
    item: itemView(item, worksheet, await languageOf(args.request)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const actionId = args.params['action'] ?? '';
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { plan, base, request, state, owner, due, evidence, reason } = sent.value;
  if (!(await readItem(member, assessmentId, actionId))) throw notFound();
  const saved = await inCompany(member, (tx) =>
    saveItem(tx, {
      planId: plan,
      actionId,
      base,
      state,
      ownerRole: owner,
      dueOn: due,
      evidenceId: evidence === '' ? null : evidence,
      reason: reason === '' ? null : reason,
      requestId: request,
      byName: member.name,
    }),
  );
  if (saved.ok)
    return redirectTo(`${paths.planItem(member.companyId, assessmentId, actionId)}?saved=1`);
  const at =
    saved.reason === 'not-shown' ? 'reason' : saved.reason === 'no-evidence' ? 'evidence' : 'form';
  return refuse({ ok: false, problems: { [at]: saved.reason }, submitted: sent.submitted });
}

export default function PlanItemPage() {
  const { org, assessmentId, item, isSaved } = useLoaderData<typeof loader>();
  const { item: t, states } = useMessages(texts);
  return (
    <Page>
      <PageHead title={`${item.actionId} ${item.title}`} lead={item.what}>
        <p className="muted">{t.stands(states[item.state], item.byName, item.at)}</p>
      </PageHead>
      {isSaved && (
        <Note tone="ok" role="status">
          {t.saved}
        </Note>
      )}
      {item.state === 'done' && (
        <Section id="answers" title={t.proposeTitle} intro={t.propose}>
          <ul className="bullets">
            {item.raised.map(({ id, title, level, question }) => (
              <li key={id}>
                {question === null ? (
                  `${id} ${title}`
                ) : (
                  <a href={paths.question(org, assessmentId, question)}>
                    {id} {title}
                  </a>
                )}{' '}
                <span className="muted">{t.level(level)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Stand />
    </Page>
  );
}

/** How the item stands, as a form. */
function Stand() {
  const { org, assessmentId, plan, request, mayWrite, item, ...more } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { item: t, states } = useMessages(texts);
  const { roles } = useMessages(answering);
  const state = { refused, sentences: t.problems };
  const was = refused?.submitted;
  return (
    <Form method="post" reloadDocument noValidate key={request} className="stack-24">
      <Refusal {...state} />
      <PersonField />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="base" value={item.version} />
      <input type="hidden" name="request" value={request} />
      {item.withdrawn !== null && <Note>{t.withdrawn(item.withdrawn)}</Note>}
      {!mayWrite && <Note>{t.problems[more.isElsewhere ? 'elsewhere' : 'not-allowed']}</Note>}
      <fieldset className="stack-24" disabled={!mayWrite}>
        <RadioCards
          id="state"
          name="state"
          legend={t.state}
          error={sentenceFor(state, 'state')}
          options={STATES.map((value) => ({ value, label: states[value] }))}
          defaultValue={typed(was, 'state', item.state)}
          columns={2}
        />
        <Field id="owner" label={t.owner} error={sentenceFor(state, 'owner')}>
          <Select
            name="owner"
            defaultValue={typed(was, 'owner', item.ownerRole)}
            options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field id="due" label={t.dueOn} error={sentenceFor(state, 'due')}>
          <TextInput name="due" type="date" defaultValue={typed(was, 'due', item.dueOn)} />
        </Field>
        <Field
          id="evidence"
          label={t.evidence}
          help={t.evidenceHelp}
          error={sentenceFor(state, 'evidence')}
        >
          <Select
            name="evidence"
            defaultValue={typed(
              was,
              'evidence',
              item.withdrawn === null ? (item.evidenceId ?? '') : '',
            )}
            options={[{ value: '', label: t.noEvidence }, ...item.evidence]}
          />
        </Field>
        <Field
          id="reason"
          label={t.reason}
          help={t.reasonHelp}
          error={sentenceFor(state, 'reason')}
        >
          <TextGuard id="reason" isSaid={sentenceFor(state, 'reason') !== undefined}>
            <TextInput
              name="reason"
              maxLength={200}
              defaultValue={typed(was, 'reason', item.reason ?? '')}
            />
          </TextGuard>
        </Field>
      </fieldset>
      <ButtonRow>
        {mayWrite && <Button variant="primary">{t.save}</Button>}
        <LinkButton href={`${paths.planProgress(org, more.onward ?? assessmentId)}#board`}>
          {t.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

const STATES = ['todo', 'doing', 'done', 'dropped'] as const;

export const meta = pageTitle(part(texts, 'item'));
