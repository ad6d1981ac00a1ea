import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys are sorted by code unit and nothing else is changed', () => {
  expect(canonicalJson({ b: [1, { z: null, a: 'あ' }], a: true, B: undefined })).toBe(
    '{"a":true,"b":[1,{"a":"あ","z":null}]}',
  );
});

test('the order in which keys were written does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(object));
    }),
  );
});

test('it reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what has no JSON form is refused', () => {
  expect(() => canonicalJson(Number.NaN)).toThrow('NaN has no JSON form.');
  expect(() => canonicalJson([undefined])).toThrow('undefined has no JSON form.');
});
