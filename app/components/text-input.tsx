import { useContext } from 'react';
import type { ComponentPropsWithoutRef } from 'react';
import { FieldContext, useFieldAttributes } from './field-context.ts';

export type TextInputProps = Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'style'>;

export function TextInput({ type = 'text', ...rest }: TextInputProps) {
  const readOnly = useContext(FieldContext)?.readOnly;
  return (
    <input {...useFieldAttributes()} readOnly={readOnly} {...rest} type={type} className="input" />
  );
}
