import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { FieldErrorText } from '../components/field-error-text.tsx';
import { LevelCards, type LevelValue } from '../components/level-cards.tsx';
import { Note } from '../components/note.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { common } from '../messages/common.ts';
import type { FreshView } from '../views/answering-fresh.server.ts';
import type { PartView } from '../views/answering-part.server.ts';
import { AnswerStatus } from './answer-status.tsx';
import { ConflictForm } from './conflict-form.tsx';
import type { Given, Problems } from './outcome.ts';
import { useAnswerForm } from './use-answer-form.ts';
import { useLeaveWarning, useSaver } from './use-saver.ts';

export type AnswerFormProps = {
  part: PartView;
  stage: 'application' | 'holding';
  person: string;
  mayWrite: boolean;
  /** Where a plain form posts to: the question's own address. */
  action: string;
  /** Where the page saves by itself. */
  background: string;
  /** One question fills the page, or it stands among others. */
  among?: boolean;
  /** A refused form: what was typed, and why. */
  refused?: { given: Given; problems: Problems; base: number } | undefined;
  /** Called with what a save by this page changed round the form. */
  onSaved?: ((fresh: FreshView) => void) | undefined;
};

/** The form of one question: saves as one goes where the page can, by its buttons everywhere. */
export function AnswerForm(props: AnswerFormProps) {
  const { part, stage, person, mayWrite, action, background, among, refused, onSaved } = props;
  const t = useMessages(answering);
  const words = useMessages(common);
  const { state, saver } = useSaver(
    { version: refused?.base ?? part.version, given: part.given },
    { action: background, person },
  );
  const { missing, isTyped, handlers } = useAnswerForm(saver);
  useLeaveWarning(state.phase, isTyped, action);
  const given = refused?.given ?? part.given;
  const [id] = useState(`q-${part.code}`);
  const isSaved = state.phase === 'saved';
  const problems = state.phase === 'idle' ? (refused?.problems ?? {}) : state.problems;

  useEffect(() => {
    if (state.fresh) onSaved?.(state.fresh);
  }, [state.fresh, onSaved]);

  if (state.conflict) {
    return (
      <ConflictForm
        conflict={state.conflict}
        action={action}
        person={person}
        request={part.request}
        among={among}
        question={part.text}
      />
    );
  }
  return (
    <form className="stack-24" action={action} method="post" {...(mayWrite && handlers)}>
      <input type="hidden" name="base" value={state.version} />
      <input type="hidden" name="request" value={part.request} />
      <input type="hidden" name="person" value={person} />
      {among && <input type="hidden" name="return" value="section" />}
      {/* Enter in a field means the first button: it must never take the answer back. */}
      <LevelCards
        id={id}
        name="level"
        question={part.text}
        heading={among ? 'h2' : 'h1'}
        hint={t.hint}
        levels={part.levels.map((text, n) => ({ label: t.levels[n] ?? '', text }))}
        value={isLevelValue(given.level) ? given.level : undefined}
        target={{ level: part.target, label: t.target[stage] }}
        unknown={t.unknown}
        error={problems['level']}
        disabled={!mayWrite}
        notApplicable={
          part.allowsNotApplicable
            ? {
                ...t.notApplicable,
                reasonName: 'reason',
                reasonLabel: t.reasonLabel,
                reasonHelp: t.reasonHelp,
                required: words.required,
                reason: given.reason,
                error: problems['reason'],
                maxLength: 400,
              }
            : undefined
        }
      >
        <p>{part.why}</p>
        <Applies part={part} />
      </LevelCards>
      <Disclosure summary={t.noteSummary} open={given.note !== '' || 'note' in problems}>
        <Field id={`${id}-note`} label={t.noteLabel} help={t.noteHelp} error={problems['note']}>
          <TextGuard id={`${id}-note`} isSaid={'note' in problems}>
            <TextArea
              name="note"
              defaultValue={given.note}
              maxLength={240}
              rows={2}
              disabled={!mayWrite}
            />
          </TextGuard>
        </Field>
      </Disclosure>
      <div className="answer-foot stack">
        {problems['form'] && <FieldErrorText id={`${id}-form`}>{problems['form']}</FieldErrorText>}
        <AnswerStatus
          state={state}
          missing={missing}
          refused={refused !== undefined}
          savedAt={part.savedAt}
          onSend={() => saver.retry()}
        />
        {mayWrite && (
          <ButtonRow ends>
            {among ? (
              <Button name="intent" value="save" variant="outlined">
                {t.save}
              </Button>
            ) : (
              <>
                <Button name="intent" value="next" variant="primary" large>
                  {t.saveNext}
                </Button>
                <Button name="intent" value="save">
                  {t.save}
                </Button>
              </>
            )}
            {(part.given.level !== '' || isSaved) && (
              <Button name="intent" value="clear" variant="plain">
                {t.clear}
              </Button>
            )}
          </ButtonRow>
        )}
      </div>
    </form>
  );
}

/** Says where a question does not apply by the company's facts, or where that is not settled. */
function Applies({ part: { shown } }: { part: PartView }) {
  const t = useMessages(answering);
  if (shown === true) return null;
  return (
    <Note tone="open" title={shown === false ? t.hiddenTitle : t.conditionUnknownTitle}>
      <p>{shown === false ? t.hidden : t.conditionUnknown}</p>
    </Note>
  );
}

function isLevelValue(value: string): value is LevelValue {
  return /^(?:[0-4]|unknown|na)$/.test(value);
}
