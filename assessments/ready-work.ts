import type { EditionIndex } from './edition-index.ts';
import type { Facts } from './fact.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';
import { worklist, type Worklist } from './worklist.ts';

/**
 * The own work until the company is ready: every counted requirement of the gate at its target, those
 * that the mode does not ask as unanswered, and those that wait on an agency taken as met
 * (gap-model.md, "Actions and plan"). What only the profile counts is no part of it.
 */
export function readyWork(index: EditionIndex, result: Result, facts: Facts): Worklist {
  const requirements = result.requirements.map((one) =>
    index.requirementById.get(one.id)?.requirement.waitsOnAgency === true ? met(one) : one,
  );
  const given = { ...result, requirements };
  return worklist(index.edition, given, facts, ({ countsInGate }) => countsInGate);
}

function met(requirement: RequirementResult): RequirementResult {
  const { level, target } = requirement;
  if (level === null || level.lo >= target) return requirement;
  return { ...requirement, level: { lo: target, hi: level.hi < target ? target : level.hi } };
}
