import type { ReactNode } from 'react';
import { FieldErrorText } from './field-error-text.tsx';

export type CheckBoxesProps = {
  /** The first box carries it, so that an error summary can lead here. */
  id: string;
  name: string;
  legend: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  options: ReadonlyArray<{ value: string; label: ReactNode }>;
  chosen: readonly string[];
};

/** Several of a few; the names repeat in the form. */
export function CheckBoxes(props: CheckBoxesProps) {
  const { id, name, legend, help, error, options, chosen } = props;
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend className="label">{legend}</legend>
      {help && (
        <p className="field__help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && <FieldErrorText id={`${id}-error`}>{error}</FieldErrorText>}
      <div>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
