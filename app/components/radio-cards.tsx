import type { ReactNode } from 'react';
import { FieldErrorText } from './field-error-text.tsx';

export type RadioOption = { value: string; label: ReactNode; text?: ReactNode };

export type RadioCardsProps = {
  /** The first card's input carries it, so that an error summary can lead here. */
  id: string;
  name: string;
  legend: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  required?: string | undefined;
  options: ReadonlyArray<RadioOption>;
  defaultValue?: string | undefined;
  /** Side by side from 768 px. */
  columns?: 1 | 2 | 3;
  /** To look at alone. */
  disabled?: boolean;
};

export function RadioCards(props: RadioCardsProps) {
  const { id, name, legend, help, error, required, options, defaultValue, columns = 1 } = props;
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="field" aria-describedby={described || undefined} disabled={props.disabled}>
      <legend className="label">
        {legend}
        {required && <span className="field__required">{required}</span>}
      </legend>
      {help && (
        <p className="field__help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && <FieldErrorText id={`${id}-error`}>{error}</FieldErrorText>}
      <div className={columns === 1 ? 'level-cards' : `level-cards level-cards--${columns}`}>
        {options.map((option, index) => (
          <label className="level-card level-card--plain" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
            />
            <span>
              <span className="level-card__name">{option.label}</span>
              {option.text && <span className="level-card__text">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
