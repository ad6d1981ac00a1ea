import type { Language } from '#assessments/bilingual.ts';
import type { Catalogue } from '#assessments/subsidies/catalogue.ts';
import type { CompanyFacts } from '#assessments/subsidies/company.ts';
import { pick } from '../language.ts';
import { fieldValues, type FieldValues } from '../support/fact-fields.server.ts';

/** The facts that hints ask for as fields of one language, with what is stored. */
export function supportFactFields({ facts }: Catalogue, stored: CompanyFacts, language: Language) {
  return facts.facts.map((fact) => ({
    id: fact.id,
    group: fact.group,
    type: fact.type,
    title: pick(fact.title, language),
    help: pick(fact.help, language),
    unit: fact.type === 'integer' ? pick(fact.unit, language) : null,
    options:
      'options' in fact
        ? fact.options.map(({ id, title }) => ({ value: id, label: pick(title, language) }))
        : [],
    stored: fieldValues(fact.id, stored[fact.id]),
  }));
}
export type SupportFactField = ReturnType<typeof supportFactFields>[number];

/** Programmes that a company may have received support from, and those that had other names. */
export function awardOptions({ programmes, stubs }: Catalogue, language: Language) {
  return [
    ...programmes.map(({ document }) => ({
      value: document.id,
      label: pick(document.names, language),
    })),
    ...stubs
      .filter(({ id }) => id.startsWith('T'))
      .map(({ id, names }) => ({ value: id, label: pick(names, language) })),
  ];
}

/** The titles of the facts in which two versions differ. */
export function differing(
  fields: readonly SupportFactField[],
  typed: FieldValues,
): { id: string; title: string }[] {
  const sent = (name: string) => (typed[name] ?? []).filter((text) => text !== '').join(' ');
  return fields
    .filter(({ id, stored }) => {
      const names = new Set([
        ...Object.keys(stored),
        ...Object.keys(typed).filter((name) => name === id || name.startsWith(`${id}-`)),
      ]);
      return [...names].some((name) => (stored[name] ?? []).join(' ') !== sent(name));
    })
    .map(({ id, title }) => ({ id, title }));
}
