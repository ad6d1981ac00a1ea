import { checkFreeText } from '#assessments/free-text.ts';
import { sentencesIn } from '#assessments/free-text/corpus/read.ts';
import type { Row } from './row.ts';

const CHARACTERS = 400;
/** The best of several runs is what the text takes; the others tell of the machine. */
const RUNS = 3;

/** The guard over the longest texts that a field takes, made of the sentences that it was made with. */
export function guarding(): Row[] {
  const all = ['benign-made', 'bad-made'].flatMap(sentencesIn).map(({ text }) => text);
  const long = all.map((_, at) =>
    Array.from([...all.slice(at), ...all].join('。'))
      .slice(0, CHARACTERS)
      .join(''),
  );
  for (const text of long) checkFreeText(text);
  const times = long
    .map((text) => Math.min(...Array.from({ length: RUNS }, () => millisecondsOf(text))))
    .toSorted((a, b) => a - b);
  return [
    {
      name: `the guard over ${CHARACTERS} characters, p99`,
      figure: times[Math.floor(times.length * 0.99)] ?? NaN,
      reference: null,
      unit: 'ms',
      limit: { most: 5 },
    },
  ];
}

function millisecondsOf(text: string): number {
  const began = performance.now();
  checkFreeText(text);
  return performance.now() - began;
}
