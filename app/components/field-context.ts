import { createContext, useContext } from 'react';

/** What a field tells the input inside it. */
export type FieldState = {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  readOnly: boolean;
};

export const FieldContext = createContext<FieldState | null>(null);

/** The attributes that tie an input to its field; none outside of one. */
export function useFieldAttributes() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  };
}
