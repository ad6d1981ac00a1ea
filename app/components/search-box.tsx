import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export type SearchBoxProps = {
  id: string;
  action: string;
  name: string;
  label: string;
  button: string;
  defaultValue?: string | undefined;
  /** Hidden inputs that keep other filters. */
  children?: ReactNode;
};

export function SearchBox(props: SearchBoxProps) {
  const { id, action, name, label, button, defaultValue, children } = props;
  return (
    <search aria-label={label}>
      <form className="search" action={action} method="get">
        {children}
        <label className="visually-hidden" htmlFor={id}>
          {label}
        </label>
        <input
          className="input"
          id={id}
          name={name}
          type="search"
          placeholder={label}
          defaultValue={defaultValue}
        />
        <Button>{button}</Button>
      </form>
    </search>
  );
}
