import type { SupportFacts } from './support-fact.ts';
import type { Assessed } from './hint.ts';
import type { CompanyFacts } from './company.ts';

/** A fact that is worth finding out: what it could settle, and how much hangs on it at most. */
export interface NextQuestion {
  fact: string;
  /** Programmes that wait for it, by id. */
  programmes: string[];
  /** Yen that those may pay at most. */
  upToYen: number;
}

/**
 * The facts not asked yet that settle most: programmes × what they may pay (subsidies.md 7.2). What a
 * person will not say is not asked again, and nothing is asked for a programme that is out anyway.
 */
export function nextQuestions(
  assessed: readonly Assessed[],
  { profile, facts: dictionary }: SupportFacts,
  facts: CompanyFacts,
  most = 3,
): NextQuestion[] {
  const known = [...profile, ...dictionary.map(({ id }) => id)].filter(
    (id) => facts[id] === undefined,
  );
  return known
    .map((fact) => {
      const waiting = assessed.filter(
        ({ hint, isOut, settling }) =>
          hint.verdict === 'NEED_INFO' && !isOut && settling.includes(fact),
      );
      return {
        fact,
        programmes: waiting.map(({ hint }) => hint.programme),
        upToYen: waiting.reduce((sum, { support }) => sum + support.range.hi, 0),
      };
    })
    .filter(({ programmes }) => programmes.length > 0)
    .sort((a, b) => weight(b) - weight(a) || (a.fact < b.fact ? -1 : 1))
    .slice(0, most);
}

const weight = ({ programmes, upToYen }: NextQuestion) => programmes.length * Math.max(1, upToYen);
