import * as v from 'valibot';
import { expect, it } from 'vitest';
import { cut } from './cut.ts';
import { Item } from './item.ts';
import { faultsOf, line, prose } from './schema.ts';
import { RichText } from './text.ts';

it.each([
  ['养老金', 2, '养老'],
  ['养老金', 3, '养老金'],
  ['𠮷野家', 1, ''],
  ['𠮷野家', 2, '𠮷'],
  ['找𠮷', 2, '找'],
  ['', 4, ''],
])('%s in %i units is %s', (text, max, part) => {
  expect(cut(text, max)).toBe(part);
});

it('half a character is refused with words wherever text is taken', () => {
  const body = [{ type: 'paragraph', content: [{ type: 'text', text: '半\ud842个' }] }];
  for (const [schema, value] of [
    [line(10), '半\ud842个'],
    [prose(10), '半\ud842个'],
    [RichText, body],
  ] as const)
    expect(faultsOf(schema, value).map(({ say }) => say)).toEqual([expect.stringContaining('半个字')]);
  expect(v.is(line(10), '𠮷野家')).toBe(true);
});

it('a figure is a number that can be written down', () => {
  const [figures] = [Item.entries.figures];
  const of = (value: number) => [{ label: '低保户', value, unit: '户' }];
  expect(v.is(figures, of(120.5))).toBe(true);
  expect(faultsOf(figures, of(JSON.parse('1e999'))).map(({ say }) => say)).toEqual(['要写数字。']);
});
