/** Kleene's strong three-valued logic: what is not known stays not known. */
export type Kleene = boolean | 'unknown';

export function not(a: Kleene): Kleene {
  return a === 'unknown' ? 'unknown' : !a;
}

export function all(values: readonly Kleene[]): Kleene {
  if (values.includes(false)) return false;
  return values.includes('unknown') ? 'unknown' : true;
}

export function any(values: readonly Kleene[]): Kleene {
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}
