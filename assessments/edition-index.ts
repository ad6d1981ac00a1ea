import type { Condition } from './condition.ts';
import type { Edition } from './edition.ts';
import type { GapModel, Level, Obligation, Requirement, Stage } from './gap-model.ts';
import { domainOf } from './question-id.ts';
import type { Mode, Question } from './questionnaire.ts';

export interface IndexedQuestion {
  id: string;
  question: Question;
  questionnaire: string;
  condition: Condition | null;
  modes: ReadonlySet<Mode>;
}

export interface IndexedRequirement {
  id: string;
  requirement: Requirement;
  domain: string;
  obligation: Obligation;
  weight: number;
  targets: Record<Stage, Level>;
  countsInGate: boolean;
  condition: Condition | null;
  /** The overlay that adds it, else null: its own line, and no part of any common figure. */
  overlay: string | null;
  levelQuestions: readonly IndexedQuestion[];
  modes: ReadonlySet<Mode>;
}

export interface EditionIndex {
  edition: Edition;
  /** In order of domain and id, whatever the order of the documents. */
  questions: readonly IndexedQuestion[];
  questionById: ReadonlyMap<string, IndexedQuestion>;
  requirements: readonly IndexedRequirement[];
  requirementById: ReadonlyMap<string, IndexedRequirement>;
  domains: readonly string[];
}

const indexes = new WeakMap<Edition, EditionIndex>();

/** Look-ups of an edition, made once for each edition object; a pure function of it. */
export function indexEdition(edition: Edition): EditionIndex {
  const known = indexes.get(edition);
  if (known) return known;
  const index = build(edition);
  indexes.set(edition, index);
  return index;
}

function build(edition: Edition): EditionIndex {
  const questions = edition.questionnaires
    .flatMap(({ document }) =>
      document.questions.map((question) => ({
        id: question.id,
        question,
        questionnaire: document.id,
        condition: question.condition ?? null,
        modes: new Set(question.modes),
      })),
    )
    .sort(byId);
  const model = edition.gapModel.document;
  const requirements = model.requirements
    .map((requirement) => {
      const levelQuestions = questions.filter((entry) =>
        entry.question.requirements.includes(requirement.id),
      );
      return {
        id: requirement.id,
        requirement,
        domain: domainOf(requirement.id),
        obligation: requirement.obligation,
        weight: model.weights[requirement.obligation],
        targets: targetsOf(requirement, model.targets),
        countsInGate: requirement.countsInGate,
        condition: requirement.condition ?? null,
        overlay: requirement.overlay?.id ?? null,
        levelQuestions,
        modes: new Set(levelQuestions.flatMap((entry) => [...entry.modes])),
      };
    })
    .sort(byId);
  return {
    edition,
    questions,
    questionById: new Map(questions.map((entry) => [entry.id, entry])),
    requirements,
    requirementById: new Map(requirements.map((entry) => [entry.id, entry])),
    domains: model.domains.map((domain) => domain.id).sort(),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function targetsOf({ overlay, phase }: Requirement, targets: GapModel['targets']) {
  return overlay ? { application: overlay.target, holding: overlay.target } : targets[phase];
}
