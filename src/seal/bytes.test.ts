import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, equal, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from './bytes.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

describe('base64url', () => {
  it('comes back as it went, without padding', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const text = toBase64url(data);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(fromBase64url(text)).toEqual(new Uint8Array(data));
      }),
    );
  });

  it('agrees with the vectors of RFC 4648 §10', () => {
    const pairs = [
      ['', ''],
      ['f', 'Zg'],
      ['fo', 'Zm8'],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg'],
      ['fooba', 'Zm9vYmE'],
      ['foobar', 'Zm9vYmFy'],
    ] as const;
    for (const [text, encoded] of pairs) expect(toBase64url(utf8(text))).toBe(encoded);
    expect(toBase64url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-');
  });

  it.each(['Zg==', 'Zm9v\n', ' Zm9v', 'Zm+v', 'Zm/v', 'Zm9v=', '中文', 'Zm9\u0000', '\ud800AAA'])(
    'refuses the illegal text %j',
    (text) => {
      expect(() => fromBase64url(text)).toThrow(expect.objectContaining({ fault: 'illegal-text' }));
    },
  );

  it.each(['A', 'AAAAA', 'Zh', 'Zm9', 'Zm9vYn'])(
    'refuses %j, which stops in the middle of a byte',
    (text) => {
      expect(() => fromBase64url(text)).toThrow('stops in the middle');
    },
  );

  it('has one text per value: whatever is read is written back the same', () => {
    const text = fc.string({ unit: fc.constantFrom(...'AQgwBb9-_=+/'), maxLength: 12 });
    fc.assert(
      fc.property(text, (given) => {
        let read: Uint8Array;
        try {
          read = fromBase64url(given);
        } catch {
          return;
        }
        expect(toBase64url(read)).toBe(given);
      }),
    );
  });

  it('takes a megabyte in its stride', () => {
    const data = new Uint8Array(1_000_001).map((_, at) => (at * 31) % 256);
    expect(equal(fromBase64url(toBase64url(data)), data)).toBe(true);
  });
});

describe('hex', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(fromHex(toHex(data))).toEqual(new Uint8Array(data));
      }),
    );
    expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff');
  });

  it.each(['0', '0G', 'FF', '00 ', '0x00'])('refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(expect.objectContaining({ fault: 'illegal-text' }));
  });
});

describe('UTF-8', () => {
  it('comes back as it went, a byte order mark too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8(utf8('\ufeff嘎什根乡'))).toBe('\ufeff嘎什根乡');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0xc3, 0x28))).toThrow(
      expect.objectContaining({ fault: 'illegal-text' }),
    );
  });
});

describe('concat and equal', () => {
  it('puts parts one after the other', () => {
    expect(concat()).toEqual(new Uint8Array());
    expect(concat(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('sees a difference anywhere', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (a, n, flip) => {
          const b = a.slice();
          expect(equal(a, b)).toBe(true);
          b[n % a.length]! ^= flip;
          expect(equal(a, b)).toBe(false);
          expect(equal(a, a.subarray(1))).toBe(false);
        },
      ),
    );
  });
});
