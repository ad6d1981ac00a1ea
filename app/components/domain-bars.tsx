import { IntervalBar } from './interval-bar.tsx';

export type DomainBar = {
  code: string;
  name: string;
  href?: string | undefined;
  /** Percent of the target, for drawing only; null where the domain has no figure. */
  bar: { lo: number; hi: number } | null;
  /** 不足 5・不明 1 — figures stand in the table beside the chart. */
  words: string;
};

/** Always in the order A–L. The page gives the table with the same content. */
export function DomainBars({ domains }: { domains: ReadonlyArray<DomainBar> }) {
  return (
    <ul className="interval-list">
      {domains.map((domain) => (
        <li key={domain.code}>
          <span className="interval-list__name">
            <span className="code">{domain.code}</span>
            {domain.href ? <a href={domain.href}>{domain.name}</a> : domain.name}
          </span>
          <span className="interval-list__bar">
            {domain.bar ? <IntervalBar {...domain.bar} /> : <span className="no-figure" />}
          </span>
          <span className="interval-list__words">{domain.words}</span>
        </li>
      ))}
    </ul>
  );
}
