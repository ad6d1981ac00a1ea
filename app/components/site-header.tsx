import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';

export type SiteHeaderProps = {
  homeHref: string;
  /** Which company, and what is open: 見本精機株式会社 / 2026年度の自己点検（申請時点） */
  where?: { name: string; detail?: string | undefined } | undefined;
  /** The signed-in person, or the link to sign in. */
  who?: { label: string; href: string } | undefined;
  /** The same page in the other language; its label is written in that language. */
  language: { label: string; href: string; lang: 'ja' | 'en' };
  /** A plain form post. */
  signOut?: { action: string; label: string } | undefined;
  /** PrimaryNav */
  children?: ReactNode;
};

export function SiteHeader({ homeHref, where, who, language, signOut, children }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="site-header__bar">
        <Brand href={homeHref} />
        {where && (
          <p className="site-header__where">
            <strong>{where.name}</strong>
            {where.detail && <span className="site-header__detail">{where.detail}</span>}
          </p>
        )}
        <div className="site-header__who">
          {who && <a href={who.href}>{who.label}</a>}
          <a href={language.href} lang={language.lang} hrefLang={language.lang}>
            {language.label}
          </a>
          {signOut && (
            <form action={signOut.action} method="post">
              <button className="btn btn--plain" type="submit">
                {signOut.label}
              </button>
            </form>
          )}
        </div>
      </div>
      {children}
    </header>
  );
}
