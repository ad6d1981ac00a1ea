import type { ComponentPropsWithoutRef } from 'react';
import { useFieldAttributes } from './field-context.ts';

export type SelectProps = Omit<
  ComponentPropsWithoutRef<'select'>,
  'className' | 'style' | 'children'
> & {
  options: ReadonlyArray<{ value: string; label: string }>;
};

export function Select({ options, ...rest }: SelectProps) {
  return (
    <select {...useFieldAttributes()} {...rest} className="input">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
