// The canonical form: RFC 8785, without empty members.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, jcs, withoutEmpty } from '#core/framework/canonical.ts';

test('numbers, strings and members as RFC 8785 writes them', () => {
  // The example of RFC 8785, section 3.2.2 and 3.2.3.
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(jcs(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  const keys = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': 4,
    '\ud83d\ude00': 5,
    '\u0080': 6,
    '\u00f6': 7,
  };
  expect(jcs(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  expect(jcs(-0)).toBe('0');
  expect(jcs({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
});

test('empty members go, innermost first; elements of arrays and other values stay', () => {
  expect(
    canonicalJson({
      a: '',
      b: { c: [], d: { e: {} } },
      f: [{}, '', [{ g: '' }]],
      h: 0,
      i: false,
      j: null,
    }),
  ).toBe('{"f":[{},"",[{}]],"h":0,"i":false,"j":null}');
});

test('any JSON: reads back the same, and once is enough', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = jcs(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(jcs(JSON.parse(text))).toBe(text);
      const bare = withoutEmpty(value);
      expect(jcs(withoutEmpty(bare))).toBe(jcs(bare));
    }),
    { seed: 20_260_113, numRuns: 1000 },
  );
});
