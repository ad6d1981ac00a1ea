import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#assessments/plan/calendar.ts';
import { idParam, notFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { DISCLAIMER } from '../messages/common.ts';
import { plan as texts } from '../messages/plan.ts';
import { calendarFile } from '../planning/calendar-file.ts';
import { planOf } from '../planning/plan-of.server.ts';
import { planView } from '../views/plan.server.ts';

/** The plan under the conditions of the address, as a calendar file: a whole-day entry per action. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const { worksheet, today, solved } = await planOf(member, id, args.request);
  if (!solved?.ok) throw notFound();
  const language = await languageOf(args.request);
  const t = texts[language];
  const { rows } = planView(solved.plan, worksheet, today, language);
  const entries = rows.map((row) => ({
    uid: `${row.id.toLowerCase()}-${id}@junbi`,
    title: `${row.id} ${row.title}`,
    text: [row.waitsForNeed ? t.waitText : '', DISCLAIMER[language]].filter(Boolean).join('\n'),
    from: dayOf(today, row.start),
    before: dayOf(today, row.finish),
  }));
  return new Response(calendarFile(`${t.title} ${worksheet.company.name}`, entries, today), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="junbi-plan.ics"',
    },
  });
}
