import { pointsAt, questionsOf, type Contradiction } from '../contradiction.ts';
import { indexEdition } from '../edition-index.ts';
import type { Content } from './content.ts';

const AT_LEAST = 25;

/** Each rule speaks of things that exist, points at its own case, and is silent at the other. */
export function contradictions({ edition, fileOf }: Content): string[] {
  if (!edition.contradictions) return [];
  const { key, document } = edition.contradictions;
  const { rules } = document;
  const seen = new Set<string>();
  return [
    ...(rules.length < AT_LEAST
      ? [`${fileOf(key)}: there are ${rules.length} rules; at least ${AT_LEAST} are wanted.`]
      : []),
    ...rules.flatMap((rule) => {
      const said = JSON.stringify(rule.all);
      const twice = seen.has(rule.id) || seen.has(said);
      seen.add(rule.id).add(said);
      return [...(twice ? ['stands there twice.'] : []), ...faultsOf(rule, edition)].map(
        (fault) => `${fileOf(key)}: rule ${rule.id}: ${fault}`,
      );
    }),
  ];
}

function faultsOf(rule: Contradiction, edition: Content['edition']): string[] {
  const { questionById } = indexEdition(edition);
  const facts = new Set(edition.profile.document.facts.map(({ id }) => id));
  const unknown = rule.all.flatMap((said) => {
    if ('fact' in said) return facts.has(said.fact) ? [] : [`there is no fact ${said.fact}.`];
    const entry = questionById.get(said.question);
    if (!entry) return [`there is no question ${said.question}.`];
    return 'notApplicable' in said && !entry.question.allowsNotApplicable
      ? [`question ${said.question} can never be not applicable.`]
      : [];
  });
  if (unknown.length > 0) return unknown;
  const given = ({ answers, facts: known = {} }: Contradiction['points']) =>
    pointsAt(rule, { answers, facts: known });
  const foreign = [rule.points, rule.silent].flatMap(({ answers }) =>
    Object.keys(answers).filter((id) => !questionsOf(rule.all).includes(id)),
  );
  return [
    ...(questionsOf(rule.all).length === 0 ? ['points at no question.'] : []),
    ...foreign.map((id) => `its cases answer ${id}, of which it does not speak.`),
    ...(given(rule.points) ? [] : ['does not point at the case that it gives.']),
    ...(given(rule.silent) ? ['points at the case in which it should be silent.'] : []),
  ];
}
