import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { FieldContext } from './field-context.ts';
import { FieldErrorText } from './field-error-text.tsx';

export type FieldProps = {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  /** Says what to do; stands between help and input. */
  error?: string | undefined;
  /** The word of the mark (必須); absent where the field may stay empty. */
  required?: string | undefined;
  readOnly?: boolean;
  className?: string;
  /** A TextInput, TextArea or Select: it takes id, description and error from here. */
  children: ReactNode;
  /** Under the input: an example, a count. */
  after?: ReactNode;
};

export function Field(props: FieldProps) {
  const { id, label, help, error, required, readOnly = false, className, children, after } = props;
  const helpId = help ? `${id}-help` : '';
  const errorId = error ? `${id}-error` : '';
  const state = useMemo(
    () => ({
      id,
      describedBy: `${helpId} ${errorId}`.trim() || undefined,
      invalid: errorId !== '',
      required: Boolean(required),
      readOnly,
    }),
    [id, helpId, errorId, required, readOnly],
  );
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id}>
        {label}
        {required && <span className="field__required">{required}</span>}
      </label>
      {help && (
        <p className="field__help" id={helpId}>
          {help}
        </p>
      )}
      {error && <FieldErrorText id={errorId}>{error}</FieldErrorText>}
      <FieldContext.Provider value={state}>{children}</FieldContext.Provider>
      {after}
    </div>
  );
}
