import { expect, test } from 'vitest';
import type { Entry } from '../../contract/entry.ts';
import type { Hall } from '../../contract/hall.ts';
import { departmentSounds, searchKeys } from './search-keys.ts';

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

test('a department sounds as its name, its duties and its people', async () => {
  const department = {
    ...{ id: 'minzheng', name: '民政办', duties: '低保、特困和殡葬（示例）' },
    people: [{ name: '王某某（示例）', post: '主任' }],
  };
  expect(await departmentSounds({ departments: [department] } as unknown as Hall)).toEqual({
    minzheng: ['min zheng ban', 'di bao', 'te kun', 'bin zang', 'shi li', 'wang mou mou', 'zhu ren'],
  });
});
