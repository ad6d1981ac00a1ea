import type { Edition } from './edition.ts';
import { indexEdition } from './edition-index.ts';
import { STAGES } from './gap-model.ts';
import { MODES } from './questionnaire.ts';

/** What an edition asks and how it weighs, as plain data for other programs. */
export function describe(edition: Edition) {
  const index = indexEdition(edition);
  const model = edition.gapModel;
  return {
    edition: edition.id,
    stages: STAGES,
    modes: MODES,
    facts: edition.profile.document.facts.map((fact) =>
      fact.type === 'choice'
        ? { id: fact.id, type: fact.type, options: fact.options.map((option) => option.id) }
        : { id: fact.id, type: fact.type },
    ),
    questionnaires: edition.questionnaires.map(({ hash, document }) => ({
      id: document.id,
      version: document.version,
      hash,
      questions: document.questions.map((question) => ({
        id: question.id,
        kind: question.kind,
        requirements: question.requirements,
        modes: question.modes,
        condition: question.condition ?? null,
        allowsNotApplicable: question.allowsNotApplicable,
      })),
    })),
    gapModel: {
      id: model.document.id,
      version: model.document.version,
      hash: model.hash,
      requirements: index.requirements.map(({ requirement, weight, targets, domain }) => ({
        id: requirement.id,
        domain,
        obligation: requirement.obligation,
        phase: requirement.phase,
        tier: requirement.tier,
        weight,
        targets,
        countsInGate: requirement.countsInGate,
        standard: requirement.standard,
        waitsOnAgency: requirement.waitsOnAgency ?? false,
        condition: requirement.condition ?? null,
        citations: requirement.citations,
      })),
    },
    actions: edition.actions.document.actions.map((action) => ({
      id: action.id,
      raises: action.raises,
      after: action.after,
      condition: action.condition ?? null,
      personDays: action.personDays,
      yen: action.yen,
      leadTimeWeeks: action.leadTimeWeeks,
      costCategories: action.costCategories,
      noRegret: action.noRegret,
    })),
  };
}
