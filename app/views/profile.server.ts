import type { Language } from '#assessments/bilingual.ts';
import type { Fact, Facts } from '#assessments/fact.ts';
import { factAsText } from '../profile/fact-fields.server.ts';

export interface FactField {
  id: string;
  group: Fact['group'];
  type: Fact['type'];
  title: string;
  help: string;
  unit: string | null;
  options: { value: string; label: string }[];
  stored: string;
}

/** The facts as fields of one language, with what is stored. */
export function factFields(facts: readonly Fact[], stored: Facts, language: Language): FactField[] {
  return facts.map((fact) => ({
    id: fact.id,
    group: fact.group,
    type: fact.type,
    title: fact.title[language],
    help: fact.help[language],
    unit: fact.type === 'integer' ? fact.unit[language] : null,
    options:
      fact.type === 'choice'
        ? fact.options.map(({ id, title }) => ({ value: id, label: title[language] }))
        : [],
    stored: factAsText(stored[fact.id]),
  }));
}
