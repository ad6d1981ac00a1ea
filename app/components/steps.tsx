import type { ReactNode } from 'react';
import { Definition } from './definition.tsx';
import type { DefinitionProps } from './definition.tsx';

export type Step = {
  key: string;
  title: ReactNode;
  href?: string | undefined;
  text?: ReactNode;
  facts?: DefinitionProps['items'] | undefined;
};

/** Up to three numbered things to do next. */
export function Steps({ steps }: { steps: ReadonlyArray<Step> }) {
  return (
    <ol className="columns">
      {steps.map((step, index) => (
        <li className="step" key={step.key}>
          <span className="step__n" aria-hidden="true">
            {index + 1}
          </span>
          <h3>{step.href ? <a href={step.href}>{step.title}</a> : step.title}</h3>
          {step.text && <p>{step.text}</p>}
          {step.facts && <Definition items={step.facts} />}
        </li>
      ))}
    </ol>
  );
}
