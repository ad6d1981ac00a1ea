import type { Seen } from './cues.ts';

const ANYBODY = 'role';
const NOT_A_RULE = 'things';
const RULES: ReadonlySet<string> = new Set(['norm', 'taught']);
/** Ways to mean one person that no rule has. */
const ONE: ReadonlySet<string> = new Set(['name', 'initials', 'numbered', 'pronoun']);

/**
 * Whether a sentence plainly says something of somebody: a subject of the vetting, or its result,
 * beside a person, and nothing of a rule; or, with a 「ない」 or an 「全員」 somewhere, a second sign of it.
 */
export function isPlain({ subjects, persons, manners, norms }: Seen): boolean {
  const meant = persons.filter((name) => name !== ANYBODY);
  const told = (manner: string) => manners.includes(manner);
  const isResult = told('vetting') && (told('outcome') || told('refusal'));
  if ((subjects.length === 0 && !isResult) || meant.length === 0) return false;
  if (norms.every((name) => name === NOT_A_RULE)) return true;
  if (norms.some((name) => RULES.has(name))) return false;
  return (
    meant.length > 1 ||
    subjects.length > 1 ||
    told('hearsay') ||
    meant.some((name) => ONE.has(name))
  );
}
