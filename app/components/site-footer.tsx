import { Disclaimer } from './disclaimer.tsx';

export type SiteFooterProps = {
  /** The fixed sentence, in the page's language. */
  disclaimer: string;
  links: ReadonlyArray<{ href: string; label: string }>;
  /** 要件と計算方法：2026.11 版（法令は2026年11月1日時点） */
  edition?: string | undefined;
};

export function SiteFooter({ disclaimer, links, edition }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className="site-footer__in">
        <Disclaimer>{disclaimer}</Disclaimer>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
        {edition && <p className="muted">{edition}</p>}
      </div>
    </footer>
  );
}
