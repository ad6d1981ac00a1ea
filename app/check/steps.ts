/** Where one is in the check. It stands in the address as `#fact-1`, `#q-8` or `#result`. */
export type CheckStep =
  { at: 'start' } | { at: 'fact'; n: number } | { at: 'question'; n: number } | { at: 'result' };

export interface CheckLength {
  facts: number;
  questions: number;
}

/** The steps in order; numbers count from 1, as a reader does. */
export function stepsOf({ facts, questions }: CheckLength): CheckStep[] {
  return [
    { at: 'start' },
    ...Array.from({ length: facts }, (_, n): CheckStep => ({ at: 'fact', n: n + 1 })),
    ...Array.from({ length: questions }, (_, n): CheckStep => ({ at: 'question', n: n + 1 })),
    { at: 'result' },
  ];
}

/** The address of a step says where one is and never what was answered. */
export function hashOf(step: CheckStep): string {
  switch (step.at) {
    case 'fact':
      return `#fact-${step.n}`;
    case 'question':
      return `#q-${step.n}`;
    default:
      return `#${step.at}`;
  }
}

/** The step of an address, or null where it names another place of the page. */
export function stepAt(hash: string, length: CheckLength): CheckStep | null {
  return stepsOf(length).find((step) => hashOf(step) === hash) ?? null;
}

export function neighbours(
  step: CheckStep,
  length: CheckLength,
): { previous: string; next: string } {
  const hashes = stepsOf(length).map(hashOf);
  const here = hashes.indexOf(hashOf(step));
  return { previous: hashes[here - 1] ?? '#start', next: hashes[here + 1] ?? '#result' };
}
