import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Language } from '#assessments/bilingual.ts';
import { addDays, dayOf } from '#assessments/plan/calendar.ts';
import { readWorksheet, type Worksheet } from '#db/worksheets.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { idParam, inCompany, notFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { DISCLAIMER } from '../messages/common.ts';
import { plan as texts } from '../messages/plan.ts';
import { calendarFile, type CalendarEntry } from '../planning/calendar-file.ts';
import { readInForce, type InForce } from '../planning/in-force.server.ts';
import { planOf } from '../planning/plan-of.server.ts';
import { planView, type PlanView } from '../views/plan.server.ts';

/**
 * A whole-day entry per action as a calendar file: of the plan under the conditions of the address, or,
 * without any, of the plan that holds.
 */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const language = await languageOf(args.request);
  if (new URL(args.request.url).search === '') {
    const [worksheet, inForce] = await inCompany(member, (tx) =>
      Promise.all([readWorksheet(tx, id), readInForce(tx, id)]),
    );
    if (worksheet && inForce)
      return fileOf(worksheet, openEntries(inForce, worksheet, language), language);
  }
  const { worksheet, today, solved } = await planOf(member, id, args.request);
  if (!solved?.ok) throw notFound();
  const { rows } = planView(solved.plan, worksheet, today, language);
  const entries = rows.map((row) => ({
    ...entryOf(row, worksheet, language),
    from: dayOf(today, row.start),
    before: dayOf(today, row.finish),
  }));
  return fileOf(worksheet, entries, language);
}

/** What is not done yet, from its first week to its due date. */
function openEntries({ plan, items }: InForce, worksheet: Worksheet, language: Language) {
  const { rows } = planView(plan.answer, worksheet, plan.today, language);
  return rows.flatMap((row): CalendarEntry[] => {
    const item = items.find(({ actionId }) => actionId === row.id);
    if (!item || item.state === 'done' || item.state === 'dropped') return [];
    const start = dayOf(plan.today, row.start);
    const from = start < item.dueOn ? start : item.dueOn;
    return [{ ...entryOf(row, worksheet, language), from, before: addDays(item.dueOn, 1) }];
  });
}

function entryOf(
  { id, title, waitsForNeed }: PlanView['rows'][number],
  { assessment }: Worksheet,
  language: Language,
) {
  return {
    uid: `${id.toLowerCase()}-${assessment.assessmentId}@junbi`,
    title: `${id} ${title}`,
    text: [waitsForNeed ? texts[language].waitText : '', DISCLAIMER[language]]
      .filter(Boolean)
      .join('\n'),
  };
}

function fileOf({ company }: Worksheet, entries: readonly CalendarEntry[], language: Language) {
  const name = `${texts[language].title} ${company.name}`;
  return new Response(calendarFile(name, entries, dayInJapan(new Date())), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="junbi-plan.ics"',
    },
  });
}
