import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

export type FieldError = {
  /** id of the field; one that has no element on the page is not led to. */
  field: string;
  isHidden?: boolean;
  text: ReactNode;
};

export type ErrorSummaryProps = {
  title: string;
  errors: ReadonlyArray<FieldError>;
  children?: ReactNode;
};

/** Says what was refused and leads to each field; takes the focus when it appears. */
export function ErrorSummary({ title, errors, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // Each answer of the server takes the focus once; a page that is drawn again leaves it where it is.
  const answer = useActionData();
  const fields = errors.map(({ field }) => field).join(' ');
  const led = useRef<{ answer: unknown; fields: string } | null>(null);
  useEffect(() => {
    if (fields === '' || (led.current?.answer === answer && led.current?.fields === fields)) return;
    led.current = { answer, fields };
    box.current?.focus();
  }, [answer, fields]);
  return (
    <div className="error-summary stack-8" role="alert" tabIndex={-1} ref={box}>
      <h2 className="error-summary__title">
        <Mark name="warning" />
        {title}
      </h2>
      {children}
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            {error.isHidden ? error.text : <a href={`#${error.field}`}>{error.text}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
