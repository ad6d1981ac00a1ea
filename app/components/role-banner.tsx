import type { ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { banner } from '../messages/banner.ts';

export type RoleBannerProps = {
  /** The organisation whose page this is. */
  name: string;
  /** A consultant inside a client: coloured, so that nobody mistakes where they are. */
  inside?: boolean;
  children: ReactNode;
};

/** Where one is and as whom, on every page of an organisation. */
export function RoleBanner({ name, inside = false, children }: RoleBannerProps) {
  const t = useMessages(banner);
  return (
    <section
      className={inside ? 'role-banner role-banner--inside' : 'role-banner'}
      aria-label={t.label}
    >
      <p>
        <strong>{name}</strong>
        {children}
      </p>
    </section>
  );
}
