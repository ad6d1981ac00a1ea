import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export type FilterRowProps = {
  action: string;
  /** Name of the landmark: 要件の絞り込み */
  label: string;
  /** 絞り込む */
  button: string;
  /** Fields, up to four. */
  children: ReactNode;
};

/** A plain GET form: the address holds the filter, so it can be shared and gone back to. */
export function FilterRow({ action, label, button, children }: FilterRowProps) {
  return (
    <search aria-label={label}>
      <form className="filter-row" action={action} method="get">
        {children}
        <Button>{button}</Button>
      </form>
    </search>
  );
}
