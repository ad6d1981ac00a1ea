export type Basis = 'law' | 'analogue' | 'secondary' | 'unverified';

/**
 * Says on what a statement rests. Law needs no tag; the others always show their word
 * (行政側の規則の例 · 解説による · 要確認), so that nothing unverified reads as a duty.
 */
export function BasisTag({ basis, children }: { basis: Basis; children: string }) {
  if (basis === 'law') return null;
  return <span className={basis === 'unverified' ? 'tag tag--unverified' : 'tag'}>{children}</span>;
}
