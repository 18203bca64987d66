import { expect, test } from 'vitest';
import type { Entry } from '../../contract/entry.ts';
import { searchKeys } from './search-keys.ts';

test.each([
  ['领取城乡居民养老金', 'ling qu cheng xiang ju min yang lao jin', 'lqcxjmylj'],
  ['嘎什根乡2014年报告', 'ga shi gen xiang 2014 nian bao gao', 'gsgx2nbg'],
  ['重庆的银行（绿色）APP', 'chong qing de yin hang lv se app', 'cqdyhlsa'],
])('%s is found as %s', async (title, pinyin, initials) => {
  const keys = await searchKeys({ kind: 'page', title } as Entry);
  expect(keys).toEqual({ pinyin: [pinyin], initials: [initials] });
});

test('a guide is found by its other names, each once', async () => {
  const guide = {
    kind: 'guide',
    title: '养老',
    officialName: '养老',
    aliases: ['新农保', '养老'],
  } as unknown as Entry;
  expect((await searchKeys(guide)).initials).toEqual(['yl', 'xnb']);
});
