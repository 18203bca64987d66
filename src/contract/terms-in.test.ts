import { expect, it } from 'vitest';
import { termsIn } from './terms-in.ts';

const marked = (text: string, ...terms: string[]): string =>
  termsIn(text, terms)
    .map((part) => (part.term === undefined ? part.text : `[${part.text}]`))
    .join('');

it('finds each word at its first place, the longer one first', () => {
  expect(marked('公示以后再公示。', '公示')).toBe('[公示]以后再公示。');
  expect(marked('依申请公开和申请公开', '申请公开', '依申请公开')).toBe('[依申请公开]和[申请公开]');
  expect(marked('没有这样的词。', '公示')).toBe('没有这样的词。');
  expect(termsIn('原样', [])).toEqual([{ text: '原样' }]);
});

it('finds English words whole, however they are written', () => {
  expect(marked('Administrative review may determine it.', 'administrative review', 'term')).toBe(
    '[Administrative review] may determine it.',
  );
});
