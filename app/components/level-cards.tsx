import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';
import { FieldErrorText } from './field-error-text.tsx';
import { LevelCard } from './level-card.tsx';
import { TextArea } from './text-area.tsx';
import { TextGuard } from './text-guard.tsx';

/** What a person can choose, as it is posted. */
export type LevelValue = '0' | '1' | '2' | '3' | '4' | 'unknown' | 'na';

export type LevelCardsProps = {
  /** Prefix of every id; the first card is `<id>-0`, the reason `<id>-reason`. */
  id: string;
  /** Name of the posted level. */
  name: string;
  question: ReactNode;
  /** h1 where one question fills the page, h2 or h3 within a section. */
  heading?: 'h1' | 'h2' | 'h3';
  /** Why it is asked, what counts: between question and cards. */
  children?: ReactNode;
  /** いまの状態にいちばん近いものを一つ選んでください。 */
  hint: ReactNode;
  /** Five, ascending. */
  levels: ReadonlyArray<{ label: string; text: string }>;
  value?: LevelValue | undefined;
  /** The first level that reaches the target, and the words on the line above it. */
  target?: { level: number; label: string } | undefined;
  unknown: { label: string; text: string };
  /** Only where the question allows it; the reason opens with the choice, also without JavaScript. */
  notApplicable?:
    | {
        label: string;
        text: string;
        reasonName: string;
        reasonLabel: string;
        reasonHelp?: ReactNode;
        required: string;
        reason?: string | undefined;
        error?: string | undefined;
        maxLength?: number;
      }
    | undefined;
  error?: string | undefined;
  /** To look at alone. */
  disabled?: boolean;
};

export function LevelCards(props: LevelCardsProps) {
  const { id, name, levels, value, target, unknown, notApplicable: na, error } = props;
  const Heading = props.heading ?? 'h1';
  const targetId = `${id}-target`;
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className="level-question"
      id={id}
      aria-describedby={described}
      disabled={props.disabled}
    >
      <legend>
        <Heading className={Heading === 'h1' ? 'question' : 'question question--part'}>
          {props.question}
        </Heading>
      </legend>
      {props.children && <div className="level-question__why">{props.children}</div>}
      <p className="level-question__hint" id={`${id}-hint`}>
        {props.hint}
      </p>
      {error && <FieldErrorText id={`${id}-error`}>{error}</FieldErrorText>}
      <div className="level-cards">
        {levels.map((level, n) => (
          <Fragment key={level.label}>
            {target?.level === n && (
              <p className="level-target" id={targetId}>
                {target.label}
              </p>
            )}
            <LevelCard
              id={`${id}-${n}`}
              name={name}
              value={String(n)}
              level={n}
              label={level.label}
              text={level.text}
              checked={value === String(n)}
              describedBy={target?.level === n ? targetId : undefined}
            />
          </Fragment>
        ))}
      </div>
      <div className="level-cards level-cards--other">
        <LevelCard
          id={`${id}-unknown`}
          name={name}
          value="unknown"
          {...unknown}
          checked={value === 'unknown'}
        />
        {na && (
          <LevelCard
            id={`${id}-na`}
            name={name}
            value="na"
            label={na.label}
            text={na.text}
            checked={value === 'na'}
          />
        )}
      </div>
      {na && (
        <Field
          id={`${id}-reason`}
          className="na-reason"
          label={na.reasonLabel}
          help={na.reasonHelp}
          error={na.error}
          required={na.required}
        >
          <TextGuard id={`${id}-reason`} isSaid={na.error !== undefined}>
            <TextArea
              name={na.reasonName}
              defaultValue={na.reason}
              maxLength={na.maxLength}
              rows={3}
            />
          </TextGuard>
        </Field>
      )}
    </fieldset>
  );
}
