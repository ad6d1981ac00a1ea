import type { Fact, FactValue } from '#assessments/fact.ts';
import { narrow, type Parsed, type Submitted } from '../forms.ts';

/** The value of a fact from what its field was sent; null where it is no value of it. */
function factFromText(fact: Fact, sent: string): FactValue | null {
  const text = narrow(sent);
  if (text === '' || text === 'unknown') return 'unknown';
  switch (fact.type) {
    case 'boolean':
      return text === 'yes' ? true : text === 'no' ? false : null;
    case 'integer': {
      const digits = text.replaceAll(/[,、\s]/g, '');
      return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
    }
    case 'choice':
      return fact.options.some((option) => option.id === text) ? text : null;
  }
}

/** How a stored fact stands in its field. */
export function factAsText(value: FactValue | undefined): string {
  if (value === undefined || value === 'unknown') return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** Reads the facts of a form; each that is no value of its fact is a problem at its field. */
export function readFactFields(
  facts: readonly Fact[],
  submitted: Submitted,
): Parsed<Record<string, FactValue>> {
  const value: Record<string, FactValue> = {};
  const problems: Record<string, string> = {};
  for (const fact of facts) {
    const sent = submitted[fact.id] ?? [''];
    const read = sent.length === 1 ? factFromText(fact, sent[0] ?? '') : null;
    if (read === null) problems[fact.id] = fact.type === 'integer' ? 'not-number' : 'not-choice';
    else if (read !== 'unknown') value[fact.id] = read;
  }
  return Object.keys(problems).length > 0
    ? { ok: false, problems, submitted }
    : { ok: true, value, submitted };
}
