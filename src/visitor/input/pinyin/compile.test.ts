import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { candidates } from './candidates.ts';
import { compileLists } from './compile.mjs';
import { LISTS } from './fixture-lists.ts';
import { gainOf, marksOf } from './followers.ts';
import type { Lists } from './lists.mjs';
import { openPinyinData } from './pinyin-data.ts';

const compiled = (changed: Partial<Lists> = {}): ArrayBuffer =>
  new Uint8Array(compileLists({ ...LISTS, ...changed })).buffer;
const first = (data: ArrayBuffer, keys: string) => candidates(data, keys)[0]?.text;

describe('compiling', () => {
  it('gives the form that the engine reads', () => {
    const data = compiled();
    const { followers, costs, syllables } = openPinyinData(data);
    expect(followers.words).toBe(costs.length);
    expect(followers.classes).toHaveLength(marksOf(followers).end + 1);
    expect(followers.classGains).toHaveLength(followers.width ** 2);
    expect(followers.firstPair[marksOf(followers).end + 1]).toBe(followers.pairs.length);
    expect(followers.pairGains).toHaveLength(followers.pairs.length);
    expect(syllables).toContain('zhuang');
    expect(first(data, 'gashigen')).toBe('嘎什根');
  });

  it('words that were counted together take off the cost', () => {
    const data = compiled();
    const { followers } = openPinyinData(data);
    const { number, begin } = marksOf(followers);
    const next = (word: number) => [
      ...followers.pairs.subarray(followers.firstPair[word], followers.firstPair[word + 1]),
    ];
    expect(next(number)).toHaveLength(1);
    expect(gainOf(followers, number, next(number)[0] ?? 0)).toBeGreaterThan(1);
    expect(next(begin)).toHaveLength(2);
  });

  it('writes a name of the listed characters, and a number with its measure', () => {
    const data = compiled();
    expect(first(data, 'liyufen')).toBe('李玉芬');
    expect(first(data, 'xinxingtun')).toBe('新兴屯');
    expect(first(data, 'liushiwusui')).toBe('六十五岁');
  });

  it('the same lists give the same bytes', () => {
    expect(compileLists(LISTS)).toEqual(compileLists(LISTS));
  });
});

it.each<[Partial<Lists>, string]>([
  [{ dictionary: '我 900 r\n在 p\n' }, 'dictionary, line 2'],
  [{ usage: '# head\n我 在\n' }, 'usage, line 2'],
  [{ terms: 'ns\n' }, 'terms, line 1'],
  [{ terms: "ns 嘎什根:ga'shi\n" }, 'terms, line 1: 嘎什根 has 3 characters'],
  [{ pairs: '我 在30\n\n在 家\n' }, 'pairs, line 3'],
  [{ names: 'surname 王 李\nmiddle 玉\n' }, 'names, line 2'],
  [{ names: 'surname 王李\n' }, 'names, line 1'],
])('a list that cannot be read stops the build and says where: %j', (changed, where) => {
  expect(() => compileLists({ ...LISTS, ...changed })).toThrow(where);
});

it.each([
  ['usage.txt', 'Apache License 2.0'],
  ['pairs.txt', 'Apache License 2.0'],
  ['classes.txt', 'in pairs.txt'],
  ['terms.txt', "demo hall's own"],
  ['names.txt', 'Common knowledge'],
  ['spoken.txt', 'written for this project'],
])('%s says at its head where it is from', (name, words) => {
  const head = readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .slice(0, 3)
    .join('\n');
  expect(head).toMatch(/^# /);
  expect(head).toContain(words);
});
