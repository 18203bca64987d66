import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textParts } from './text-part.ts';

const text = fc.string({
  unit: fc.constantFrom('甲', '乙', '丙', 'ab', '12', '，', ' ', '\n'),
  maxLength: 40,
});
const without = (parts: ReturnType<typeof textParts>, kind: string): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('');

describe('which words are the same', () => {
  test('old and new can both be read off the parts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textParts(before, after);
        expect(without(parts, 'new')).toBe(before);
        expect(without(parts, 'gone')).toBe(after);
      }),
    );
  });

  test('a text against itself is one part, and nothing against nothing none', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(textParts(same, same)).toEqual(same === '' ? [] : [{ kind: 'same', text: same }]);
      }),
    );
  });

  test('numbers change whole, hanzi one by one', () => {
    expect(textParts('承诺 15 个工作日', '承诺 12 个工作日')).toEqual([
      { kind: 'same', text: '承诺 ' },
      { kind: 'gone', text: '15' },
      { kind: 'new', text: '12' },
      { kind: 'same', text: ' 个工作日' },
    ]);
  });

  test('a long text that is new throughout does not keep anyone waiting', () => {
    const before = '旧'.repeat(9_000);
    const after = '新'.repeat(9_000);
    expect(textParts(before, after)).toEqual([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  });
});
