import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url } from './bytes.ts';
import { randomBytes, randomCode, randomId, randomPassword, randomToken } from './random.ts';

describe('random bytes', () => {
  it('are as many as asked, also beyond what the platform gives at once', () => {
    expect(randomBytes(0)).toHaveLength(0);
    const bytes = randomBytes(150_000);
    expect(bytes).toHaveLength(150_000);
    // Nothing stayed zero: 100 zeros in a row would need 2^-800.
    for (let at = 0; at < bytes.length; at += 100)
      expect(bytes.subarray(at, at + 100).some((byte) => byte !== 0)).toBe(true);
  });

  it('make tokens of 256 bits', () => {
    expect(fromBase64url(randomToken())).toHaveLength(32);
    expect(new Set(Array.from({ length: 100 }, randomToken)).size).toBe(100);
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that carry their millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
        const id = randomId(now);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  it('sort by time and differ within it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), (now) => {
        expect(randomId(now) < randomId(now + 1)).toBe(true);
        expect(randomId(now)).not.toBe(randomId(now));
      }),
    );
    const before = Date.now();
    const made = Number.parseInt(randomId().replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });
});

describe('codes', () => {
  it('have the length and the letters asked for', () => {
    const alphabet = fc.uniqueArray(
      fc.integer({ min: 33, max: 0x4fff }).map((unit) => String.fromCharCode(unit)),
      {
        minLength: 2,
        maxLength: 256,
      },
    );
    fc.assert(
      fc.property(alphabet, fc.nat(40), (letters, length) => {
        const code = randomCode(letters.join(''), length);
        expect(code).toHaveLength(length);
        for (const letter of code) expect(letters).toContain(letter);
      }),
    );
  });

  it('favour no letter', () => {
    // 200 letters: folding bytes in would make the first 56 twice as likely. Each is expected 500 times, σ ≈ 22.
    const alphabet = Array.from({ length: 200 }, (_, n) => String.fromCharCode(0x4e00 + n)).join('');
    const counts = new Map<string, number>();
    for (const letter of randomCode(alphabet, 100_000)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(200);
    const first = [...alphabet.slice(0, 56)].reduce((sum, letter) => sum + counts.get(letter)!, 0);
    // Expected 28,000, σ ≈ 142; with folding it would be about 43,750.
    expect(Math.abs(first - 28_000)).toBeLessThan(1000);
  });

  it.each(['', 'a', 'abca', 'x'.repeat(257)])('are not made from the alphabet %.10j', (alphabet) => {
    expect(() => randomCode(alphabet, 8)).toThrow(expect.objectContaining({ fault: 'illegal-value' }));
  });

  it('also make a password that can be read aloud', () => {
    for (let n = 0; n < 50; n += 1)
      expect(randomPassword()).toMatch(/^(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  });
});
