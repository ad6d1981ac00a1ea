import type { Action } from './action.ts';
import { questionsOf } from './contradiction.ts';
import type { Edition } from './edition.ts';

const parts = new WeakMap<Edition, Map<string, Edition>>();

/**
 * An edition as far as some sections go (their letters): for a person who was given only those. It scores
 * and lists as the whole one does, and says nothing of the others. The same object each time, and the
 * edition itself where the letters leave nothing out.
 */
export function editionPart(edition: Edition, letters: string): Edition {
  if (isWhole(edition, letters)) return edition;
  const known = parts.get(edition) ?? new Map<string, Edition>();
  parts.set(edition, known);
  const part = known.get(letters) ?? cut(edition, letters);
  known.set(letters, part);
  return part;
}

/** The letters of all sections of some questionnaires. */
export function sectionsOf({ questionnaires }: Edition, opened: readonly string[]): string {
  const letters = questionnaires
    .filter(({ document }) => opened.includes(document.id))
    .flatMap(({ document }) => document.domains);
  return [...new Set(letters)].sort().join('');
}

/** The questionnaires that ask anything in a section; empty where the edition has none of that letter. */
export function questionnairesOf({ questionnaires }: Edition, letter: string): string[] {
  return questionnaires
    .filter(({ document }) => document.domains.includes(letter))
    .map(({ document }) => document.id);
}

function isWhole({ questionnaires }: Edition, letters: string): boolean {
  return questionnaires.every(({ document }) =>
    document.domains.every((domain) => letters.includes(domain)),
  );
}

function cut(edition: Edition, letters: string): Edition {
  const isIn = (id: string) => letters.includes(id.slice(0, 1));
  const { gapModel, actions, contradictions } = edition;
  // A question may ask for requirements of two sections: it stands in that of the first.
  const questionnaires = edition.questionnaires.flatMap((one) => {
    const questions = one.document.questions
      .filter(({ id }) => isIn(id))
      .map((question) => ({ ...question, requirements: question.requirements.filter(isIn) }));
    const domains = one.document.domains.filter(isIn);
    return questions.length === 0
      ? []
      : [{ ...one, document: { ...one.document, domains, questions } }];
  });
  const asked = new Set(
    questionnaires.flatMap(({ document }) =>
      document.questions.flatMap(({ requirements }) => requirements),
    ),
  );
  return {
    ...edition,
    questionnaires,
    ...(contradictions && {
      contradictions: {
        ...contradictions,
        document: {
          ...contradictions.document,
          rules: contradictions.document.rules.filter(({ all }) => questionsOf(all).every(isIn)),
        },
      },
    }),
    gapModel: {
      ...gapModel,
      document: {
        ...gapModel.document,
        domains: gapModel.document.domains.filter(({ id }) => isIn(id)),
        requirements: gapModel.document.requirements.filter(({ id }) => isIn(id) && asked.has(id)),
      },
    },
    actions: {
      ...actions,
      document: {
        ...actions.document,
        actions: actions.document.actions.flatMap((action): Action[] => {
          const raises = action.raises.filter(({ requirement }) => isIn(requirement));
          const after = action.after.filter(({ requirement }) => isIn(requirement));
          return raises.length === 0 ? [] : [{ ...action, raises, after }];
        }),
      },
    },
  };
}
