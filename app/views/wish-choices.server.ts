import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { readyWork } from '#assessments/ready-work.ts';
import { score } from '#assessments/score.ts';
import type { Catalogue } from '#assessments/subsidies/catalogue.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';

/** What a what-if may leave out, take as met or wait for, each with its words. */
export function wishChoices(
  { assessment, edition, facts, answers }: Worksheet,
  { programmes }: Catalogue,
  language: Language,
) {
  const index = indexEdition(edition);
  const result = score(edition, { ...assessment, facts, answers });
  const { items } = readyWork(index, result, facts);
  const titleOf = (id: string) => {
    const entry = index.requirementById.get(id);
    return entry ? pick(entry.requirement.title, language) : id;
  };
  return {
    leave: items
      .map(({ action }) => ({
        value: action.id,
        label: `${action.id} ${pick(action.title, language)}`,
      }))
      .sort((a, b) => (a.value < b.value ? -1 : 1)),
    assume: result.gate.undetermined.map((id) => ({ value: id, label: `${id} ${titleOf(id)}` })),
    wait: programmes
      .filter(({ document }) => document.order.beforeDecision === 'excluded')
      .filter(({ document }) => document.money.rates.length > 0)
      .map(({ document }) => ({ value: document.id, label: pick(document.names, language) })),
  };
}
