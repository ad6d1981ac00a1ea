import { useContext } from 'react';
import type { ComponentPropsWithoutRef } from 'react';
import { FieldContext, useFieldAttributes } from './field-context.ts';

export type TextAreaProps = Omit<ComponentPropsWithoutRef<'textarea'>, 'className' | 'style'>;

export function TextArea(props: TextAreaProps) {
  const readOnly = useContext(FieldContext)?.readOnly;
  return <textarea {...useFieldAttributes()} readOnly={readOnly} {...props} className="input" />;
}
