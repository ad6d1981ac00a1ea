import type { ReactNode } from 'react';

/** A box to mark, on paper or on screen; it belongs to no form and is sent nowhere. */
export function PaperLine({ name, label }: { name: string; label: ReactNode }) {
  return (
    <label className="check-paper__line">
      <input type="radio" name={`paper-${name}`} autoComplete="off" />
      <span>{label}</span>
    </label>
  );
}
