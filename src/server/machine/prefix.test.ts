import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixAt } from './prefix.ts';

const LAST = 24 * 32 + 24 * 32 ** 2 + 24 * 32 ** 3;

describe('prefixes', () => {
  it('begins short and grows longer', () => {
    expect([1, 2, 32, 33, 768, 769, 770].map(prefixAt)).toEqual(['A2', 'A3', 'AZ', 'B2', 'ZZ', 'A22', 'A23']);
    expect([768 + 24 * 1024, 768 + 24 * 1024 + 1, LAST].map(prefixAt)).toEqual(['ZZZ', 'A222', 'ZZZZ']);
  });

  it('ends with a null, not with a repeated prefix', () => {
    expect(prefixAt(LAST + 1)).toBeNull();
  });

  it('is never the same for two numbers', () => {
    const all = Array.from({ length: 30_000 }, (_, at) => prefixAt(at + 1));
    expect(new Set(all).size).toBe(all.length);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST }), fc.integer({ min: 1, max: LAST }), (a, b) => {
        expect(prefixAt(a) === prefixAt(b)).toBe(a === b);
      }),
    );
  });

  it('has no letter or digit that is easily mistaken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST }), (n) => {
        expect(prefixAt(n)).not.toMatch(/[01IO]/);
      }),
    );
  });
});
