import type { ComponentPropsWithoutRef, ReactNode } from 'react';

export type CheckboxProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'className' | 'style' | 'children'
> & {
  children: ReactNode;
  help?: ReactNode;
};

export function Checkbox({ children, help, ...rest }: CheckboxProps) {
  return (
    <label className="choice">
      <input {...rest} type="checkbox" />
      <span>
        {children}
        {help && <small>{help}</small>}
      </span>
    </label>
  );
}
