import { LinkButton } from './button.tsx';
import { ButtonRow } from './button-row.tsx';

export type PagerProps = {
  /** Name of the landmark. */
  label: string;
  previous: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
};

/** To the rows before and after; nothing where all stand on one page. */
export function Pager({ label, previous, next }: PagerProps) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label={label} className="mt-24">
      <ButtonRow>
        {previous && <LinkButton href={previous.href}>{previous.label}</LinkButton>}
        {next && <LinkButton href={next.href}>{next.label}</LinkButton>}
      </ButtonRow>
    </nav>
  );
}
