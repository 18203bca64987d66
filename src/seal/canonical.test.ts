import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

const refusal = expect.objectContaining({ name: 'SealError', fault: 'illegal-value' });

describe('canonical JSON', () => {
  it('agrees with the example of RFC 8785 §3.2.2', () => {
    const value = {
      // The last figure of the RFC's number is beyond a double's precision, as it means to show.
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 units (RFC 8785 §3.2.3)', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonical(value)) as object).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('does not depend on the order in which fields were written, and loses nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        const text = canonical(value);
        expect(canonical(turned)).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  const holed: unknown[] = [1, 2, 3];
  delete holed[1];
  const itself: unknown[] = [];
  itself.push(itself);
  class Visitor {
    readonly name = '张三';
  }

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['an undefined field', { a: undefined }],
    ['an undefined item', [undefined]],
    ['a hole in a list', holed],
    ['NaN', [Number.NaN]],
    ['infinity', { deep: [{ er: Number.POSITIVE_INFINITY }] }],
    ['a function', { toJSON: () => 1 }],
    ['a symbol', Symbol('x')],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', Uint8Array.of(1)],
    ['an instance of a class', new Visitor()],
    ['a value that contains itself', itself],
    ['half a surrogate pair', { name: '\ud800' }],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(refusal);
  });

  it('takes a record without prototype, and a field named __proto__, for what they are', () => {
    expect(canonical(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
    expect(canonical(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });
});
