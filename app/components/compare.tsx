import type { ReactNode } from 'react';

export type CompareProps = {
  name: string;
  /** Read to a screen reader: 残す答え */
  legend: string;
  /** Theirs first, then mine; neither overwrites the other before a person chooses. */
  options: ReadonlyArray<{ value: string; label: string; children: ReactNode }>;
  defaultValue?: string | undefined;
};

/** Two answers to the same question side by side. */
export function Compare({ name, legend, options, defaultValue }: CompareProps) {
  return (
    <fieldset>
      <legend className="visually-hidden">{legend}</legend>
      <div className="compare">
        {options.map((option) => (
          <div className="stack-8" key={option.value}>
            <label className="choice">
              <input
                type="radio"
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
              />
              <b>{option.label}</b>
            </label>
            {option.children}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
