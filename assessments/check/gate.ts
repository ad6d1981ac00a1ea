import type { Requirement } from '../gap-model.ts';
import type { Content } from './content.ts';

const OWNERSHIP_FACTS = /^B-0[1-7]$/;
/** Only this one waits on an agency: 法10条1項, no certification without an agency's need. */
const WAITS = 'A-01';

/** What counts in the gate follows from the obligation, and so does what may be not applicable. */
export function gate({ edition, fileOf }: Content): string[] {
  const { requirements } = edition.gapModel.document;
  const file = fileOf(edition.gapModel.key);
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const model = requirements.flatMap((requirement) =>
    requirementFaults(requirement).map(
      (fault) => `${file}: requirement ${requirement.id}: ${fault}`,
    ),
  );
  const questions = edition.questionnaires.flatMap(({ key, document }) =>
    document.questions
      .filter(
        (question) =>
          question.allowsNotApplicable &&
          question.requirements.some((id) => !mayBeSetAside(byId.get(id))),
      )
      .map(
        (question) =>
          `${fileOf(key)}: question ${question.id}: allows "not applicable", but only recommended and conditional requirements may be set aside.`,
      ),
  );
  return [...model, ...questions];
}

function requirementFaults(requirement: Requirement): string[] {
  const { id, obligation, standard, countsInGate } = requirement;
  const faults: string[] = [];
  if (requirement.overlay) faults.push('belongs to an overlay and not into a gap model.');
  const ownership = OWNERSHIP_FACTS.test(id);
  const counts =
    !ownership &&
    (obligation === 'mandatory' ||
      obligation === 'conditional' ||
      (obligation === 'expected' && standard));
  if (countsInGate !== counts) {
    faults.push(
      `countsInGate is ${countsInGate}, but ${obligation} requirements ${standard ? 'of' : 'outside'} the standard set ${counts ? 'count' : 'do not count'}${ownership ? ' where they state ownership' : ''}.`,
    );
  }
  if ((requirement.explains ?? false) !== ownership) {
    faults.push('only B-01 to B-07 are points to explain.');
  }
  if ((requirement.waitsOnAgency ?? false) !== (id === WAITS)) {
    faults.push(`only ${WAITS} waits on an agency.`);
  }
  if ((requirement.condition !== undefined) !== (obligation === 'conditional')) {
    faults.push(
      `${obligation} requirements ${obligation === 'conditional' ? 'need a' : 'have no'} condition.`,
    );
  }
  return faults;
}

function mayBeSetAside(requirement: Requirement | undefined): boolean {
  return requirement?.obligation === 'recommended' || requirement?.obligation === 'conditional';
}
