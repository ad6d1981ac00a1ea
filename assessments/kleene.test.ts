import { expect, test } from 'vitest';
import { all, any, not, type Kleene } from './kleene.ts';

const VALUES: readonly Kleene[] = [false, 'unknown', true];
const rank = (value: Kleene) => VALUES.indexOf(value);

test('false < unknown < true: "all" is the least, "any" the greatest, "not" turns round', () => {
  for (const a of VALUES) {
    expect(not(a)).toBe(VALUES[2 - rank(a)]);
    for (const b of VALUES) {
      expect(all([a, b])).toBe(VALUES[Math.min(rank(a), rank(b))]);
      expect(any([a, b])).toBe(VALUES[Math.max(rank(a), rank(b))]);
      expect(not(all([a, b]))).toBe(any([not(a), not(b)]));
    }
  }
});

test('what is unknown becomes either value without contradicting what was said before', () => {
  for (const a of VALUES) {
    for (const join of [all, any]) {
      const before = join(['unknown', a]);
      const after = [join([true, a]), join([false, a])];
      expect(before === 'unknown' || after.every((value) => value === before)).toBe(true);
    }
  }
});
