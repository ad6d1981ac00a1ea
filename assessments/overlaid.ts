import type { Edition } from './edition.ts';
import type { OverlayRequirement } from './overlay.ts';
import { domainOf } from './question-id.ts';
import type { Question } from './questionnaire.ts';

const overlaid = new WeakMap<Edition, Map<string, Edition>>();

type Questionnaire = Edition['questionnaires'][number];

/**
 * An edition with the requirements of the chosen overlays asked beside its own, each marked with the
 * overlay that it comes from; examples of evidence are added at the end. Common requirements, targets and
 * weights stay as they are. The same object each time; ids that the edition does not carry are passed over.
 */
export function withOverlays(edition: Edition, ids: readonly string[]): Edition {
  const chosen = (edition.overlays ?? []).filter(({ document }) => ids.includes(document.id));
  if (chosen.length === 0) return edition;
  const key = chosen.map(({ document }) => document.id).join();
  const known = overlaid.get(edition) ?? new Map<string, Edition>();
  overlaid.set(edition, known);
  const laid = known.get(key) ?? lay(edition, chosen);
  known.set(key, laid);
  return laid;
}

function lay(edition: Edition, chosen: NonNullable<Edition['overlays']>): Edition {
  const examples = chosen.flatMap(({ document }) => document.examples);
  const added = chosen.flatMap(({ document }) =>
    document.requirements.map((requirement) => ({ overlay: document.id, requirement })),
  );
  const { gapModel } = edition;
  return {
    ...edition,
    questionnaires: edition.questionnaires.map((one) => ({
      ...one,
      document: {
        ...one.document,
        questions: [
          ...one.document.questions.map((question) => ({
            ...question,
            evidence: [
              ...question.evidence,
              ...examples
                .filter((each) => each.question === question.id)
                .map((each) => each.evidence),
            ],
          })),
          ...added
            .filter(({ requirement }) => asksIn(one, requirement))
            .map(({ requirement }) => asked(requirement)),
        ],
      },
    })),
    gapModel: {
      ...gapModel,
      document: {
        ...gapModel.document,
        requirements: [
          ...gapModel.document.requirements,
          ...added.map(({ overlay, requirement: { id, title, citations, target } }) => ({
            id,
            title,
            citations,
            obligation: 'recommended' as const,
            phase: 'cert' as const,
            tier: 'T5' as const,
            standard: false,
            countsInGate: false,
            overlay: { id: overlay, target },
          })),
        ],
      },
    },
  };
}

const asksIn = ({ document }: Questionnaire, { id }: OverlayRequirement) =>
  document.domains.includes(domainOf(id));

/** Asked in the standard and the full mode: who chooses an overlay wants to answer it. */
function asked({ id, question }: OverlayRequirement): Question {
  return { ...question, requirements: [id], modes: ['standard', 'full'] };
}
