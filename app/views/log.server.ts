import { z } from 'zod';
import type { Language } from '#assessments/bilingual.ts';
import { ACCESS_ACTIONS, ACCOUNT_ACTIONS, ACTIONS, ERASURE_ACTIONS } from '#db/audit-actions.ts';
import type { Log, LogFilter, LogLine } from '#db/audit-log.ts';
import { log as texts } from '../messages/log.ts';
import { withBrackets, momentText } from '../print.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .catch('');

/** The filters of an address; what it does not know counts as "all", because links get cut. */
const schema = z.object({
  person: z.uuid().or(z.literal('')).catch(''),
  kind: z
    .string()
    .regex(/^[a-z-]{0,20}$/)
    .catch(''),
  since: day,
  until: day,
  before: z.coerce.number().int().positive().nullable().catch(null),
});
export type LogQuery = z.infer<typeof schema>;

export function logQuery(url: string): LogQuery {
  return schema.parse(Object.fromEntries(new URL(url).searchParams));
}

const KIND_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ACTIONS).map(([action, { kind }]) => [action, kind])),
  ...ACCESS_ACTIONS,
  ...ACCOUNT_ACTIONS,
  ...ERASURE_ACTIONS,
};
export const LOG_KINDS: readonly string[] = [...new Set(Object.values(KIND_OF))];

const DAY_MS = 24 * 60 * 60 * 1000;

const midnight = (text: string) => (text === '' ? null : Date.parse(`${text}T00:00:00+09:00`));

/** Days are those of Japan, both ends included. */
export function logFilter({ person, kind, since, until, before }: LogQuery): LogFilter {
  const [from, to] = [midnight(since), midnight(until)];
  return {
    person: person === '' ? null : person,
    actions: LOG_KINDS.includes(kind)
      ? Object.keys(KIND_OF).filter((action) => KIND_OF[action] === kind)
      : null,
    since: from === null ? null : new Date(from),
    until: to === null ? null : new Date(to + DAY_MS),
    before,
  };
}

export type LogRow = { seq: number; when: string; who: string; what: string; of: string };

/** The log in words. */
export function logView(found: Log, language: Language) {
  const { standing } = found;
  return {
    rows: found.lines.map((line) => rowOf(line, language)),
    older: found.more ? (found.lines.at(-1)?.seq ?? null) : null,
    people: found.people,
    standing: standing && {
      seq: String(standing.seq),
      hash: standing.hash,
      anchor: standing.anchor && {
        number: String(standing.anchor.number),
        seq: String(standing.anchor.seq),
        at: momentText(standing.anchor.at, language),
      },
    },
  };
}

function rowOf(line: LogLine, language: Language): LogRow {
  const t = texts[language];
  const role = t.roles[line.role] ?? line.role;
  const name = line.actor === null ? t.server : withBrackets(line.actorName, role, language);
  return {
    seq: line.seq,
    when: momentText(line.at.toISOString(), language),
    who: line.onBehalfOf === null ? name : name + t.forConsultancy,
    what: t.actions[line.action] ?? line.action,
    of: objectOf(line, language),
  };
}

/** What it was done to, where a word says more than the action itself. */
function objectOf({ target, action, fields }: LogLine, language: Language): string {
  const t = texts[language];
  const { screen, item, wanted, changed, network, question, factor, role } = fields;
  if (typeof screen === 'string')
    return [t.screens[screen] ?? screen, typeof item === 'string' ? codeOf(item) : '']
      .filter(Boolean)
      .join(' ');
  if (typeof wanted === 'string') return t.wanted[wanted] ?? t.actions[wanted] ?? wanted;
  if (Array.isArray(changed)) return t.facts(String(changed.length));
  if (typeof factor === 'string') return t.factors[factor] ?? factor;
  if (typeof role === 'string') return t.roles[role] ?? role;
  if (typeof network === 'string') return network === '-' ? '' : network;
  const questionId = target.startsWith('question/') ? target.slice('question/'.length) : question;
  if (typeof questionId === 'string') return t.question(codeOf(questionId));
  return action.startsWith('export.') && typeof fields['sha256'] === 'string'
    ? `SHA-256 ${fields['sha256'].slice(0, 16)}…`
    : '';
}

/** A-04.level → A-04 */
const codeOf = (id: string) => id.replace(/\.[a-z]+$/, '');
