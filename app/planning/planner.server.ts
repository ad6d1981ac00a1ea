import type { Edition } from '#assessments/edition.ts';
import type { Plan, Wish } from '#assessments/plan.ts';
import type { Assessment } from '#assessments/score.ts';
import type { Advice } from '#assessments/subsidies/advice.ts';
import type { CompanyFacts } from '#assessments/subsidies/company.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { solverThread } from './solver-thread.server.ts';

/** What a plan is made from; plain data. */
export interface PlanTask extends Assessment {
  edition: Edition;
  wish: Wish;
}

/** The task of an assessment as it stands. */
export function planTask({ assessment, edition, facts, answers }: Worksheet, wish: Wish): PlanTask {
  const { stage, mode } = assessment;
  return { edition, stage, mode, facts, answers, wish };
}

/** For advice on support, and for plans that wait for it: what is known of the company. */
export interface Task extends PlanTask {
  kind: 'plan' | 'advice';
  company?: CompanyFacts;
  /** Programmes whose decisions the plan waits for, by id. */
  support?: readonly string[];
}

/** `gave-up`: the solver reached its limit of nodes before it knew an answer. */
type GaveUp = { ok: false; reason: 'gave-up' };
export type Planned = { ok: true; plan: Plan } | GaveUp;
export type Advised = { ok: true; advice: Advice } | GaveUp;
export type Solved = Planned | Advised;

// The figure on home takes little, and does not wait behind what-ifs of others, which may take seconds.
const whatIfs = solverThread();
const headlines = solverThread();

/** The plan for a task. @throws where nobody waits for it any more */
export async function planned(
  task: PlanTask & Pick<Task, 'company' | 'support'>,
  signal: AbortSignal,
): Promise<Planned> {
  return planIn(await whatIfs({ ...task, kind: 'plan' }, signal));
}

/** The soonest plan of a task without limits, for the figure on home. @throws as `planned` */
export async function headline(task: PlanTask, signal: AbortSignal): Promise<Planned> {
  return planIn(await headlines({ ...task, kind: 'plan' }, signal));
}

/** What is said about public support. @throws where nobody waits for it any more */
export async function advised(
  task: PlanTask & { company: CompanyFacts },
  signal: AbortSignal,
): Promise<Advised> {
  const solved = await whatIfs({ ...task, kind: 'advice' }, signal);
  if (solved.ok && !('advice' in solved)) throw new Error('The thread answered something else.');
  return solved;
}

function planIn(solved: Solved): Planned {
  if (solved.ok && !('plan' in solved)) throw new Error('The thread answered something else.');
  return solved;
}
