import { isReason, REASON_MAX, type Answer } from './answer.ts';
import type { Edition } from './edition.ts';
import { indexEdition, type IndexedQuestion } from './edition-index.ts';
import type { Fact, FactValue } from './fact.ts';
import { STAGES, type Level, type Stage } from './gap-model.ts';
import { withOverlays } from './overlaid.ts';
import { MODES, type Mode } from './questionnaire.ts';
import type { Assessment } from './score.ts';

export interface AnswerSheet extends Assessment {
  edition: Edition;
}

/** Where a sheet is wrong and what was expected there; one line for a person. */
export class SheetProblem extends Error {
  constructor(path: string, expected: string, got?: unknown) {
    super(`${path}: expected ${expected}${got === undefined ? '' : `, got ${brief(got)}`}`);
  }
}

/** Where editions come from, and the facts for hints that may stand beside those of an edition. */
export interface EditionsAtHand {
  ids: readonly string[];
  load: (id: string) => Edition;
  catalogue?: () => { facts: { facts: readonly { id: string }[] } };
}

interface Flags {
  stage?: string | undefined;
  mode?: string | undefined;
}

/** `items` and `capacity` are for `plan` and `hints`; one file serves all commands. */
const FIELDS = [
  'edition',
  'stage',
  'mode',
  'facts',
  'answers',
  'overlays',
  'items',
  'capacity',
] as const;

/**
 * Reads what `score` takes. A flag wins over the sheet's own value.
 * @throws SheetProblem for the first thing that is wrong.
 */
export function readAnswerSheet(
  sheet: unknown,
  flags: Flags,
  editions: EditionsAtHand,
): AnswerSheet {
  const fields = record(sheet, 'the file', 'a JSON object');
  for (const name of Object.keys(fields)) {
    if (!FIELDS.some((field) => field === name)) {
      throw new SheetProblem(name, `only the fields ${FIELDS.join(', ')}`);
    }
  }
  const whole = editions.load(oneOf(fields['edition'], 'edition', editions.ids));
  const edition = withOverlays(whole, readOverlays(fields['overlays'], whole));
  return {
    edition,
    stage: oneOf<Stage>(flags.stage ?? fields['stage'], flagOr('stage', flags.stage), STAGES),
    mode: oneOf<Mode>(flags.mode ?? fields['mode'], flagOr('mode', flags.mode), MODES),
    facts: readFacts(fields['facts'], edition, editions),
    answers: readAnswers(fields['answers'], edition),
  };
}

/** Absent: none. Each must be one that the edition carries. */
function readOverlays(value: unknown, { id, overlays = [] }: Edition): string[] {
  if (value === undefined) return [];
  const known = overlays.map(({ document }) => document.id);
  if (!Array.isArray(value)) throw new SheetProblem('overlays', 'a list of overlays', value);
  return value.map((one, at) => {
    if (known.length === 0)
      throw new SheetProblem('overlays', `none, because edition ${id} has none`);
    return oneOf(one, `overlays[${at}]`, known);
  });
}

function readFacts(
  value: unknown,
  edition: Edition,
  { catalogue }: EditionsAtHand,
): Record<string, FactValue> {
  const known = new Map(edition.profile.document.facts.map((fact) => [fact.id, fact]));
  const facts: Record<string, FactValue> = {};
  for (const [id, given] of Object.entries(record(value, 'facts', 'an object of facts'))) {
    const fact = known.get(id);
    // Those for hints are read by `support-sheet.ts`.
    if (!fact && catalogue?.().facts.facts.some((one) => one.id === id)) continue;
    if (!fact) throw new SheetProblem(place('facts', id), `a fact of edition ${edition.id}`);
    if (given !== 'unknown') facts[id] = readFact(fact, given, place('facts', id));
  }
  return facts;
}

/** @throws SheetProblem where the value is not one that the fact can have. */
export function readFact(fact: Fact, value: unknown, path: string): FactValue {
  switch (fact.type) {
    case 'boolean':
      if (typeof value !== 'boolean')
        throw new SheetProblem(path, 'true, false or "unknown"', value);
      return value;
    case 'integer':
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
        throw new SheetProblem(path, 'a whole number of 0 or more, or "unknown"', value);
      }
      return value;
    case 'choice':
      return oneOf(value, path, [...fact.options.map((option) => option.id), 'unknown']);
  }
}

function readAnswers(value: unknown, edition: Edition): Record<string, Answer> {
  const { questionById } = indexEdition(edition);
  const answers: Record<string, Answer> = {};
  for (const [id, given] of Object.entries(record(value, 'answers', 'an object of answers'))) {
    const entry = questionById.get(id);
    if (!entry) throw new SheetProblem(place('answers', id), `a question of edition ${edition.id}`);
    answers[id] = readAnswer(entry, given, place('answers', id));
  }
  return answers;
}

/** @throws SheetProblem where the question does not take such an answer. */
export function readAnswer({ question }: IndexedQuestion, value: unknown, path: string): Answer {
  const shape = question.allowsNotApplicable
    ? '{"level": 0..4}, {"unknown": true} or {"notApplicable": "reason"}'
    : '{"level": 0..4} or {"unknown": true}';
  const given = record(value, path, shape);
  const [kind, ...more] = Object.keys(given);
  if (more.length > 0) throw new SheetProblem(path, `exactly one of ${shape}`);
  switch (kind) {
    case 'level':
      return { level: readLevel(given['level'], `${path}.level`) };
    case 'unknown':
      if (given['unknown'] !== true)
        throw new SheetProblem(`${path}.unknown`, 'true', given['unknown']);
      return { unknown: true };
    case 'notApplicable':
      if (!question.allowsNotApplicable) {
        throw new SheetProblem(path, `${shape}, as this question cannot be not applicable`);
      }
      return { notApplicable: readReason(given['notApplicable'], `${path}.notApplicable`) };
    default:
      throw new SheetProblem(path, shape, value);
  }
}

function readLevel(value: unknown, path: string): Level {
  if (value === 0 || value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new SheetProblem(path, 'a level of 0, 1, 2, 3 or 4', value);
}

function readReason(value: unknown, path: string): string {
  const reason = typeof value === 'string' ? value.trim() : '';
  if (!isReason(reason)) {
    throw new SheetProblem(path, `a reason of 1 to ${REASON_MAX} characters`);
  }
  return reason;
}

/** @throws SheetProblem where the value is no object. */
export function record(value: unknown, path: string, expected: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SheetProblem(path, expected, value === undefined ? null : value);
  }
  return { ...value };
}

/** @throws SheetProblem where the value is none of the choices. */
export function oneOf<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new SheetProblem(path, `one of ${choices.join(', ')}`, value ?? null);
  return found;
}

/** The path of a key in an object. */
export function place(object: string, key: string): string {
  return `${object}[${JSON.stringify(key)}]`;
}

function flagOr(name: string, flag: string | undefined): string {
  return flag === undefined ? name : `--${name}`;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
