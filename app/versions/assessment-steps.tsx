import type { State } from '#db/state-changes.ts';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { signOff } from '../messages/sign-off.ts';
import { steps as texts } from '../messages/steps.ts';
import { paths } from '../paths.ts';

export interface AssessmentStepsProps {
  org: string;
  assessmentId: string;
  state: State | 'draft';
  /** The title of the edition that it can be carried into. */
  follower: string | null;
  /** Carried answers that wait for a person; null where it was not carried. */
  pending: number | null;
}

/** Where the assessment stands on its way to a signature, and what can be done with it. */
export function AssessmentSteps({
  org,
  assessmentId,
  state,
  follower,
  pending,
}: AssessmentStepsProps) {
  const t = useMessages(texts);
  const { states } = useMessages(signOff);
  return (
    <Section id="steps" title={t.title} intro={t.now(states[state])}>
      <ul className="bullets">
        <li>
          <a href={paths.sectionTasks(org, assessmentId)}>{t.owners}</a>
        </li>
        {pending !== null && (
          <li>
            <a href={paths.confirmAnswers(org, assessmentId)}>{t.confirm(pending)}</a>
          </li>
        )}
        {follower !== null && (
          <li>
            <a href={paths.nextEdition(org, assessmentId)}>{t.next(follower)}</a>
          </li>
        )}
        <li>
          <a href={paths.signOff(org, assessmentId)}>{t.signOff}</a>
        </li>
        <li>
          <a href={paths.changes(org, assessmentId)}>{t.changes}</a>
        </li>
      </ul>
    </Section>
  );
}
