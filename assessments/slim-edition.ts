import type { Action } from './action.ts';
import type { Bilingual } from './bilingual.ts';
import type { Edition } from './edition.ts';
import type { Question } from './questionnaire.ts';

// One object for all of them: what is serialised by reference then travels once.
const BLANK: Bilingual = { ja: '', en: '' };
const NO_LEVELS: Question['levels'] = [BLANK, BLANK, BLANK, BLANK, BLANK];

/**
 * An edition without its texts, sources and hashes: it scores and lists work as the full one does,
 * and is small enough to travel with a page. For the engine alone: never to show or to publish.
 */
export function slimEdition(edition: Edition): Edition {
  const { id, lawAsOf, publishedOn, gapModel, profile, sources, actions } = edition;
  return {
    id,
    lawAsOf,
    publishedOn,
    title: BLANK,
    hash: '',
    profile: { key: profile.key, hash: '', document: { ...profile.document, facts: [] } },
    sources: { key: sources.key, hash: '', document: { ...sources.document, sources: [] } },
    questionnaires: edition.questionnaires.map(({ key, document }) => ({
      key,
      hash: '',
      document: {
        ...document,
        title: BLANK,
        summary: BLANK,
        questions: document.questions.map(slimQuestion),
      },
    })),
    gapModel: {
      key: gapModel.key,
      hash: '',
      document: {
        ...gapModel.document,
        domains: gapModel.document.domains.map(({ id }) => ({
          id,
          title: BLANK,
          objective: BLANK,
        })),
        requirements: gapModel.document.requirements.map((requirement) => ({
          ...requirement,
          title: BLANK,
          citations: [],
        })),
        coverage: [],
      },
    },
    actions: {
      key: actions.key,
      hash: '',
      document: { ...actions.document, actions: actions.document.actions.map(slimAction) },
    },
  };
}

function slimQuestion(question: Question): Question {
  const { id, kind, requirements, modes, condition, allowsNotApplicable, ask, minutes } = question;
  return {
    id,
    kind,
    requirements,
    modes,
    ...(condition === undefined ? {} : { condition }),
    allowsNotApplicable,
    ask,
    minutes,
    text: BLANK,
    why: BLANK,
    levels: NO_LEVELS,
    evidence: [],
    todo: BLANK,
  };
}

function slimAction(action: Action): Action {
  return { ...action, title: BLANK, what: BLANK, evidence: BLANK, costCategories: [] };
}
