export type Obligation = 'mandatory' | 'conditional' | 'expected' | 'recommended';

/** A strong outline where the law demands it, a pale one where it is expected or advised. */
export function ObligationTag({
  obligation,
  children,
}: {
  obligation: Obligation;
  children: string;
}) {
  const must = obligation === 'mandatory' || obligation === 'conditional';
  return <span className={must ? 'tag tag--must' : 'tag'}>{children}</span>;
}
