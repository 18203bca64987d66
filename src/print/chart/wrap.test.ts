import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf, wrap } from './wrap.ts';

describe('wrap', () => {
  it.each([
    ['受理，给受理单', 12, ['受理，给受理单']],
    ['县社会保险经办机构核定金额', 7, ['县社会保险经办', '机构核定金额']],
    ['2 个工作日', 3, ['2 个', '工作日']],
    ['养养养养养 ，养养', 5, ['养养养养养，', '养养']],
  ])('%s at %i em', (text, max, lines) => {
    expect(wrap(text, max)).toEqual(lines);
  });

  it('loses nothing but blanks and keeps to the width, but for a mark that may not begin a line', () => {
    const text = fc.string({ unit: fc.constantFrom(...'养老金2，。 个'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 16 }), (words, max) => {
        const lines = wrap(words, max);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
        for (const line of lines) {
          const kept = line.replace(/[，。]+$/, '');
          if (!/^[\d ]+$/.test(kept)) expect(widthOf(kept)).toBeLessThanOrEqual(max + 0.01);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
