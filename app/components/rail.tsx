import type { ReactNode } from 'react';

export type RailFilter = { href: string; label: string; count: number; current?: boolean };

export type RailSection = {
  href: string;
  code: string;
  name: string;
  /** 8/11 */
  progress: string;
  /** State and owner in words: 回答中・人事 */
  state?: string | undefined;
  current?: boolean;
};

export type RailProps = {
  id: string;
  /** 質問の一覧 */
  label: string;
  /** SearchBox */
  search?: ReactNode;
  filters: { title: string; items: ReadonlyArray<RailFilter> };
  sections: { title: string; items: ReadonlyArray<RailSection> };
  /** More lists, such as the questions that a search found. */
  children?: ReactNode;
};

export function Rail({ id, label, search, filters, sections, children }: RailProps) {
  return (
    <nav className="rail" id={id} aria-label={label} tabIndex={-1}>
      {search}
      {children}
      <h2>{filters.title}</h2>
      <ul className="rail__filters">
        {filters.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              <span>{item.label}</span>
              <span className="rail__n">{item.count}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{sections.title}</h2>
      <ul>
        {sections.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              <span className="code">{item.code}</span>
              <span>{item.name}</span>
              <span className="rail__n">{item.progress}</span>
              {item.state && <span className="rail__sub">{item.state}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
