import type { Edition } from '../edition.ts';
import { indexEdition } from '../edition-index.ts';
import { domainOf } from '../question-id.ts';
import type { Content } from './content.ts';

/** An overlay adds beside the common requirements: it names what exists, and takes no place of theirs. */
export function overlays({ edition, fileOf }: Content): string[] {
  const taken = new Map<string, string>();
  const common = indexEdition(edition).requirements.filter(({ id }) => /-9\d$/.test(id));
  return [
    ...common.map(
      ({ id }) =>
        `${fileOf(edition.gapModel.key)}: requirement ${id}: numbers from 90 on are kept for overlays.`,
    ),
    ...(edition.overlays ?? []).flatMap(({ key, document }) => [
      ...named(document, edition).map((fault) => `${fileOf(key)}: ${fault}`),
      ...document.requirements.flatMap((requirement) => {
        const other = taken.get(requirement.id);
        taken.set(requirement.id, document.id);
        const twice = other === undefined ? [] : [`stands in ${other} too.`];
        return [...twice, ...faultsOf(requirement, edition)].map(
          (fault) => `${fileOf(key)}: requirement ${requirement.id}: ${fault}`,
        );
      }),
    ]),
  ];
}

type Overlay = NonNullable<Edition['overlays']>[number]['document'];

function named({ guidance, examples }: Overlay, edition: Edition): string[] {
  const { questionById } = indexEdition(edition);
  return [...guidance, ...examples]
    .filter(({ question }) => !questionById.has(question))
    .map(({ question }) => `there is no question ${question}.`);
}

function faultsOf(
  { id, question, target }: Overlay['requirements'][number],
  edition: Edition,
): string[] {
  const domains = edition.questionnaires.flatMap(({ document }) => document.domains);
  return [
    ...(question.id === `${id}.level` ? [] : [`its question is called ${question.id}.`]),
    ...(domains.includes(domainOf(id)) ? [] : ['is in no section.']),
    ...(target === 0 ? ['asks for nothing.'] : []),
    ...(question.allowsNotApplicable
      ? []
      : ['is recommended, so it may be set aside with a reason.']),
  ];
}
