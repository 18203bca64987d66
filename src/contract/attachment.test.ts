import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPageTexts, MAX_FILE_TEXT, textOfPage } from './attachment.ts';

test('each page keeps its own words', () => {
  const text = joinPageTexts(['收入\n合计 3\f元', '', '支出']);
  expect([0, 1, 2, 3].map((page) => textOfPage({ text }, page))).toEqual(['收入\n合计 3 元', '', '支出', '']);
  expect(joinPageTexts(['', ''])).toBe('');
});

test('is cut at its limit and stays whole characters', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3 }), (odd) => {
      const text = joinPageTexts(['一'.repeat(MAX_FILE_TEXT - 4 + odd), '𠮷𠮷𠮷']);
      expect(text.length).toBeLessThanOrEqual(MAX_FILE_TEXT);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});
