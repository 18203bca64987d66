import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesFor, readPinyinTable, spell } from './pinyin.ts';
import { PINYIN_TABLE } from './pinyin-table.ts';

const table = readPinyinTable(PINYIN_TABLE);
const texts = (buffer: string) => candidatesFor(table, buffer).map((candidate) => candidate.text);

/** All 6,763 hanzi of GB 2312, from the encoding itself. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const chars: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      chars.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return chars;
}

describe('the table', () => {
  it('reaches every hanzi of GB 2312 by typing a whole syllable', () => {
    const reached = new Set([...table.keys()].flatMap((syllable) => texts(syllable)));
    const hanzi = gb2312();
    expect(hanzi).toHaveLength(6763);
    expect(hanzi.filter((char) => !reached.has(char))).toEqual([]);
  });

  it('can be typed with the letters of the keyboard alone', () => {
    for (const syllable of table.keys()) expect(syllable).toMatch(/^[a-z]{1,6}$/);
  });

  it.each([
    ['ni', '你'],
    ['hao', '好'],
    ['de', '的'],
    ['di', '地'],
    ['shi', '是'],
    ['zhong', '中'],
    ['wo', '我'],
    ['xiang', '乡'],
    ['lv', '率'],
    ['nv', '女'],
    ['lue', '略'],
  ])('%s offers %s among the first eight', (typed, char) => {
    expect(texts(typed).slice(0, 8)).toContain(char);
  });
});

describe('candidates', () => {
  it('an unfinished syllable shows the commonest characters it may become', () => {
    expect(texts('zh').slice(0, 12)).toEqual(expect.arrayContaining(['这', '中', '着', '之', '只']));
    expect(texts('n')[0]).toBe('年');
    expect(texts('zho').slice(0, 3)).toEqual(['中', '种', '重']);
  });

  it('a whole syllable comes before what it may yet become', () => {
    const found = texts('ni');
    expect(found.indexOf('你')).toBeLessThan(found.indexOf('年'));
    expect(found).toContain('年');
  });

  it('converts the first syllable of several and keeps the rest', () => {
    expect(candidatesFor(table, 'nihao')[0]).toEqual({ text: '你', length: 2 });
    expect(texts('nihao')).not.toContain('年');
  });

  it.each([
    ['nihao', "ni'hao"],
    ['fangan', "fang'an"],
    ['fanguo', "fan'guo"],
    ['xian', 'xian'],
    ["xi'an", "xi'an"],
    ['yanglaojin', "yang'lao'jin"],
    ['nh', "n'h"],
    ['dibaoz', "di'bao'z"],
  ])('reads %s as %s', (typed, read) => {
    expect(spell(table, typed)).toBe(read);
  });

  it('offers the other reading of an ambiguous buffer further on', () => {
    expect(texts('xian')[0]).toBe(texts('xian').find((char) => table.get('xian')?.includes(char)));
    expect(candidatesFor(table, 'xian').find((candidate) => candidate.text === '西')).toEqual({
      text: '西',
      length: 2,
    });
  });

  it('an apostrophe is used up with its syllable', () => {
    expect(candidatesFor(table, "xi'an").find((candidate) => candidate.text === '西')).toEqual({
      text: '西',
      length: 3,
    });
  });

  it('finds nothing for letters that spell nothing, and nothing for none', () => {
    expect(texts('vv')).toEqual([]);
    expect(texts('')).toEqual([]);
  });

  it('never offers a character twice, never uses more letters than there are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z']{0,12}$/), (buffer) => {
        const found = candidatesFor(table, buffer);
        expect(new Set(found.map((candidate) => candidate.text)).size).toBe(found.length);
        for (const { length } of found) expect(length > 0 && length <= buffer.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
