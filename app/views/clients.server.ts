import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import type { Edition } from '#assessments/edition.ts';
import {
  CLIENT_ORDERS,
  GATE_STATES,
  type Client,
  type ClientAnswer,
  type ClientOrder,
  type GateState,
} from '#db/portfolio.ts';
import { answering } from '../messages/answering.ts';
import { clients as texts } from '../messages/clients.ts';
import { dateText } from '../print.ts';

/** The longest search that is looked at. */
const QUERY_MAX = 100;

export type ClientWish = {
  query: string;
  state: GateState | null;
  order: ClientOrder;
  offset: number;
};

/** What the address asks for; anything else counts as not said. */
export function readWish(search: URLSearchParams): ClientWish {
  return {
    query: (search.get('q') ?? '').slice(0, QUERY_MAX).trim(),
    state: GATE_STATES.find((state) => state === search.get('state')) ?? null,
    order: CLIENT_ORDERS.find((order) => order === search.get('order')) ?? 'state',
    offset: readOffset(search),
  };
}

export function readOffset(search: URLSearchParams): number {
  return Number(/^\d{1,6}$/.exec(search.get('from') ?? '')?.[0] ?? 0);
}

export function clientRow(client: Client, language: Language) {
  const { clientId, name, scope, gateState, blockers, open, overdue } = client;
  return {
    id: clientId,
    name,
    scope,
    state: gateState,
    blockers,
    open,
    overdue,
    activity: dateText(client.lastActivity.toISOString(), language),
    until: dateText(client.endsAt.toISOString(), language),
  };
}

/** The questions of an edition to choose from, by number and requirement. */
export function questionChoices(edition: Edition, language: Language) {
  const { questions, requirementById } = indexEdition(edition);
  return questions.map(({ id, question }) => {
    const code = question.requirements[0] ?? id;
    const title = requirementById.get(code)?.requirement.title[language] ?? '';
    return { value: id, label: `${code} ${title}` };
  });
}

/** What one client says, in words. */
export function clientAnswerRow(
  one: ClientAnswer & { clientId: string; name: string },
  language: Language,
) {
  const { clientId: id, name } = one;
  const { question: t } = texts[language];
  const none = { id, name, note: '', by: '' };
  if (one.kind !== 'answered') return { ...none, answer: t[one.kind] };
  const { answer, note, byName, at } = one.saved;
  const by = `${byName} ${dateText(at.toISOString(), language)}`;
  return { id, name, answer: words(), note: note ?? '', by };

  function words(): string {
    if ('level' in answer)
      return `${answer.level} ${answering[language].levels[answer.level] ?? ''}`;
    return 'unknown' in answer ? t.unknown : t.notApplicable;
  }
}
