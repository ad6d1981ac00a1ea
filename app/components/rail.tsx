import type { ReactNode } from 'react';

export type RailFilter = { href: string; label: string; count: number; current?: boolean };

export type RailSection = {
  href: string;
  code: string;
  name: string;
  /** 8/11 */
  progress: string;
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
};

export function Rail({ id, label, search, filters, sections }: RailProps) {
  return (
    <nav className="rail" id={id} aria-label={label} tabIndex={-1}>
      {search}
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
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
