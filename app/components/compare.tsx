import type { ReactNode } from 'react';
import { FieldErrorText } from './field-error-text.tsx';

export type CompareProps = {
  name: string;
  /** Read to a screen reader: 残す答え */
  legend: string;
  /** Theirs first, then mine; neither overwrites the other before a person chooses. */
  options: ReadonlyArray<{ value: string; label: string; children: ReactNode }>;
  error?: string | undefined;
};

/** Two answers to the same question side by side. */
export function Compare({ name, legend, options, error }: CompareProps) {
  return (
    <fieldset aria-describedby={error && `${name}-error`}>
      <legend className="visually-hidden">{legend}</legend>
      {error && <FieldErrorText id={`${name}-error`}>{error}</FieldErrorText>}
      <div className="compare">
        {options.map((option) => (
          <div className="stack-8" key={option.value}>
            <label className="choice">
              <input type="radio" name={name} value={option.value} required />
              <b>{option.label}</b>
            </label>
            {option.children}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
