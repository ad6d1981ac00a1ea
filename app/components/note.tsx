import type { ReactNode } from 'react';

export type NoteProps = {
  tone?: 'neutral' | 'gap' | 'open' | 'ok' | 'error' | 'action';
  title?: ReactNode;
  /** status: announced when it appears; alert: at once. */
  role?: 'status' | 'alert' | undefined;
  children?: ReactNode;
};

/** A left rule, no box. */
export function Note({ tone = 'neutral', title, role, children }: NoteProps) {
  return (
    <div className={tone === 'neutral' ? 'note' : `note note--${tone}`} role={role}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}
