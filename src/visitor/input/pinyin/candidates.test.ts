import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputDataFile } from '../data-plugin.mjs';
import { candidates, spell } from './candidates.ts';
import { learn } from './memory.ts';
import { openPinyinData } from './pinyin-data.ts';

let data: ArrayBuffer;
beforeAll(async () => {
  data = new Uint8Array(readFileSync(await inputDataFile('pinyin'))).buffer;
});

const texts = (keys: string) => candidates(data, keys).map(({ text }) => text);

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

it('every hanzi of GB 2312 is reached by typing a whole syllable', () => {
  const reached = new Set(openPinyinData(data).syllables.flatMap((syllable) => texts(syllable)));
  const hanzi = gb2312();
  expect(hanzi).toHaveLength(6763);
  expect(hanzi.filter((char) => !reached.has(char))).toEqual([]);
});

describe('phrases', () => {
  it.each([
    ['yanglaobaoxian', '养老保险'],
    ['woyaobanlidibao', '我要办理低保'],
    ['shehuibaoxian', '社会保险'],
    ["xi'an", '西安'],
    ['gashigenxiang', '嘎什根乡'],
    ['lvshi', '律师'],
    ['ni', '你'],
    // What follows what decides between words that sound alike.
    ['bachuanghudakai', '把窗户打开'],
    ['nianjidale', '年纪大了'],
    ['xuexiao', '学校'],
    // Numbers with their measures, people and villages that no dictionary holds.
    ['sanbailiushiyuan', '三百六十元'],
    ['qishiwusui', '七十五岁'],
    ['sunguizhi', '孙桂芝'],
    ['tanyulan', '谭玉兰'],
    ['xinxingtun', '新兴屯'],
  ])('%s is %s', (keys, text) => {
    expect(candidates(data, keys)[0]).toEqual({ text, length: keys.length });
  });

  it.each([
    ['shbx', '社会保险'],
    ['ylbx', '养老保险'],
    ['yangl', '养老'],
    ['yanglaobx', '养老保险'],
    ['xzf', '乡政府'],
    ['wangxiuying', '王秀英'],
    ['jvmin', '居民'],
    ['lue', '略'],
  ])('%s offers %s among the first eight', (keys, text) => {
    expect(texts(keys).slice(0, 8)).toContain(text);
  });

  it('pieces of a phrase use up their own letters, an apostrophe with them', () => {
    expect(candidates(data, 'nihao').find(({ text }) => text === '你')).toEqual({ text: '你', length: 2 });
    expect(candidates(data, "xi'an").find(({ text }) => text === '西')).toEqual({ text: '西', length: 3 });
  });

  it('letters that can be read no further are left over', () => {
    expect(candidates(data, 'nihaov')[0]).toEqual({ text: '你好', length: 5 });
    expect(texts('vv')).toEqual([]);
    expect(texts('')).toEqual([]);
  });
});

describe('mistaken sounds', () => {
  it.each([
    ['zongguo', '中国'],
    ['lainai', '奶奶'],
    ['yinmin', '人民'],
    ['nongmin', '农民'],
    ['lingju', '邻居'],
    ['senqing', '申请'],
  ])('%s may mean %s', (keys, text) => {
    expect(texts(keys).slice(0, 8)).toContain(text);
  });

  it('come after exact ones of the same length', () => {
    const found = texts('si');
    expect(found.indexOf('是')).toBeGreaterThan(found.indexOf('巳'));
    expect(found).toContain('是');
  });
});

describe('what was chosen', () => {
  it('comes first the next time, alone and within a sentence', () => {
    const memory = learn({}, 'wanglifu', '王利付');
    expect(candidates(data, 'wanglifu', memory)[0]?.text).toBe('王利付');
    expect(candidates(data, 'wanglifulaile', memory)[0]?.text).toBe('王利付来了');
    expect(texts('wanglifu')[0]).not.toBe('王利付');
  });

  it('the latest first, whatever apostrophes were typed', () => {
    const memory = learn(learn({}, "xi'an", '西岸'), 'xian', '县');
    expect(
      candidates(data, 'xian', memory)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['县', '西岸']);
  });

  it('may be called like anything that objects have', () => {
    expect(learn({}, 'constructor', '构')).toEqual({ constructor: ['构'] });
  });
});

it.each([
  ['nihao', "ni'hao"],
  ['fangan', "fang'an"],
  ["xi'an", "xi'an"],
  ['yanglaojin', "yang'lao'jin"],
  ['nh', "n'h"],
  ['dibaoz', "di'bao'z"],
])('reads %s as %s', (keys, read) => {
  expect(spell(data, keys)).toBe(read);
});

it('whatever letters come: nothing is thrown, offered twice, or uses up more than there is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z']{0,30}$/), (keys) => {
      const found = candidates(data, keys);
      expect(new Set(found.map(({ text }) => text)).size).toBe(found.length);
      for (const { text, length } of found)
        expect(text !== '' && length > 0 && length <= keys.length).toBe(true);
      expect(spell(data, keys).replaceAll("'", '')).toBe(keys.replaceAll("'", ''));
    }),
    { numRuns: 300 },
  );
});

it('anything else that is no letter does no harm', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20, unit: 'binary' }), (keys) => {
      candidates(data, keys);
      spell(data, keys);
    }),
  );
});
