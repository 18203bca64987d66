import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, equal } from './bytes.ts';
import { pad, paddedLength, unpad } from './padding.ts';

const KB = 1024;

describe('padding', () => {
  it.each([
    [0, 1],
    [1 * KB - 4, 1],
    [1 * KB - 3, 4],
    [4 * KB - 4, 4],
    [4 * KB - 3, 16],
    [16 * KB - 4, 16],
    [16 * KB - 3, 64],
    [64 * KB - 4, 64],
    [64 * KB - 3, 256],
    [256 * KB - 4, 256],
    [256 * KB - 3, 512],
    [512 * KB - 4, 512],
    [512 * KB - 3, 768],
    [12 * KB * KB, 12 * KB + 256],
  ])('makes %i bytes %i kB', (length, kilobytes) => {
    expect(paddedLength(length)).toBe(kilobytes * KB);
  });

  it('comes off again and leaves what was put in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000, size: 'max' }), (text) => {
        const padded = pad(text);
        expect(padded).toHaveLength(paddedLength(text.length));
        expect(equal(unpad(padded), text)).toBe(true);
        // Also from the middle of a larger buffer.
        expect(equal(unpad(concat(Uint8Array.of(7, 7, 7), padded).subarray(3)), text)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  const refusal = expect.objectContaining({ fault: 'cannot-open' });

  it('is refused in any other form', () => {
    const text = Uint8Array.of(1, 2, 3);
    const changed = (at: number, value: number) => {
      const padded = pad(text);
      padded[at] = value;
      return padded;
    };
    expect(() => unpad(new Uint8Array(0))).toThrow(refusal);
    expect(() => unpad(new Uint8Array(3))).toThrow(refusal);
    expect(() => unpad(pad(text).subarray(0, 1023))).toThrow(refusal);
    // Too roomy a step, a length beyond the end, a shorter length, something after the text.
    expect(() => unpad(concat(pad(text), new Uint8Array(3 * KB)))).toThrow(refusal);
    expect(() => unpad(changed(0, 255))).toThrow(refusal);
    expect(() => unpad(changed(3, 2))).toThrow(refusal);
    expect(() => unpad(changed(1023, 1))).toThrow(refusal);
  });
});
