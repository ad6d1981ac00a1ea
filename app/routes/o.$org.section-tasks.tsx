import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isDay } from '#assessments/plan/calendar.ts';
import { listMembers } from '#db/members.ts';
import { assignSection, listSectionTasks } from '#db/section-tasks.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Select } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed, type Refused } from '../forms.ts';
import {
  idParam,
  inCompany,
  notFound,
  orNotFound,
  requireMember,
  shapes,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { together } from '../messages/together.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { TaskLine } from '../together/task-line.tsx';
import { tasksView } from '../views/section-tasks.server.ts';

const form = z.strictObject({
  section: z.string('form').regex(/^[A-Z]$/, 'form'),
  base: z.coerce.number('form').int('form').min(0, 'form'),
  owner: z.union([z.literal(''), z.uuid()], 'no-such-person'),
  due: z.union([z.literal(''), z.string().refine(isDay)], 'due'),
});

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const [sheet, tasks, members] = await inCompany(member, (tx) =>
    Promise.all([
      readWorksheet(tx, assessmentId),
      listSectionTasks(tx, assessmentId),
      listMembers(tx),
    ]),
  );
  const worksheet = orNotFound(sheet);
  return {
    org: member.companyId,
    assessmentId,
    isOpen: worksheet.assessment.state === 'open',
    mayAssign: shapes(member.role),
    isSaved: new URL(args.request.url).searchParams.has('saved'),
    sections: tasksView(worksheet, tasks, members, await languageOf(args.request)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse({ ...sent, problems: atRow(sent) });
  const { section, base, owner, due } = sent.value;
  const saved = await inCompany(member, (tx) =>
    assignSection(tx, {
      assessmentId,
      section,
      base,
      owner: owner === '' ? null : owner,
      dueOn: due === '' ? null : due,
      byName: member.name,
    }),
  );
  if (saved.ok) return redirectTo(`${paths.sectionTasks(member.companyId, assessmentId)}?saved=1`);
  if (saved.reason === 'not-found') throw notFound();
  const problems = { [saved.reason === 'no-such-person' ? 'owner' : 'form']: saved.reason };
  return refuse({ ok: false, submitted: sent.submitted, problems: atRow({ ...sent, problems }) });
}

/** Fields of many forms on one page have names of their own: what was refused leads to its row. */
function atRow({ problems, submitted }: Pick<Refused, 'problems' | 'submitted'>) {
  const row = typed(submitted, 'section');
  return Object.fromEntries(
    Object.entries(problems).map(([field, reason]) =>
      field === 'owner' || field === 'due' ? [`${field}-${row}`, reason] : [field, reason],
    ),
  );
}

export default function SectionTasks() {
  const { org, assessmentId, sections, isOpen, mayAssign, isSaved } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { tasks: t } = useMessages(together);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        {isOpen && mayAssign && (
          <p className="muted">
            {t.help} <a href={paths.team(org)}>{t.toTeam}</a>
          </p>
        )}
      </PageHead>
      <div className="stack-24">
        <Refusal refused={refused} sentences={t.problems} />
        {isSaved && (
          <Note tone="ok" role="status">
            {t.saved}
          </Note>
        )}
        {!isOpen && <Note>{t.closed}</Note>}
        {isOpen && !mayAssign && <Note>{t.readOnly}</Note>}
      </div>
      <ol className="ledger mt-32">
        {sections.map((one) => (
          <li key={one.id} className="stack-8">
            <h2 className="text-18">
              <a href={paths.section(org, assessmentId, one.id)}>
                {one.id} {one.title}
              </a>
            </h2>
            <p className="muted">{t.progress(one.answered, one.asked)}</p>
            <TaskLine task={one} />
            {one.version > 0 && <p className="muted">{t.by(one.byName, one.at)}</p>}
            {isOpen && mayAssign && <Assign section={one} refused={refused} />}
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Assign({
  section,
  refused,
}: {
  section: ReturnType<typeof tasksView>[number];
  refused: Refused | undefined;
}) {
  const { tasks: t } = useMessages(together);
  const { id, version, owner, dueOn, choices } = section;
  const was = typed(refused?.submitted, 'section') === id ? refused?.submitted : undefined;
  const state = { refused, sentences: t.problems };
  return (
    <Form method="post" reloadDocument noValidate key={version} className="filter-row">
      <Field id={`owner-${id}`} label={t.owner} error={sentenceFor(state, `owner-${id}`)}>
        <Select
          name="owner"
          defaultValue={typed(was, 'owner', owner ?? '')}
          options={[{ value: '', label: t.nobody }, ...choices]}
        />
      </Field>
      <Field id={`due-${id}`} label={t.due} error={sentenceFor(state, `due-${id}`)}>
        <TextInput name="due" type="date" defaultValue={typed(was, 'due', dueOn ?? '')} />
      </Field>
      <PersonField />
      <input type="hidden" name="section" value={id} />
      <input type="hidden" name="base" value={version} />
      <Button aria-label={t.saveFor(id)}>{t.save}</Button>
    </Form>
  );
}

export const meta = pageTitle(part(together, 'tasks'));
