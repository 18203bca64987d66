import { expect, test } from 'vitest';
import type { Day } from '../../../contract/day.ts';
import type { Department } from '../../../contract/hall.ts';
import type { EntryId } from '../../../contract/id.ts';
import { answerTo } from './groups.ts';
import type { Loaded, LoadedIndex } from './load-index.ts';
import { buildIndex } from './search.ts';

/** Whom letters find, as the screen's keyboard begins with letters. */
const nothing: Loaded = { index: buildIndex([]) as LoadedIndex, words: new Map() };
const BARE = { kind: 'guide', aliases: [], on: '2026-11-20' as Day } as const;
const departments: readonly Department[] = [
  { id: 'minzheng', name: '民政办' },
  { id: 'canlian', name: '残联' },
];
const sounds = { minzheng: ['min zheng ban', 'di bao'], canlian: ['can lian'] };
const found = (query: string) =>
  answerTo(nothing, query, { departments, sounds }).departments.map(({ department }) => department.name);

test.each([
  ['mzb', ['民政办']],
  ['minzheng', ['民政办']],
  ['minzh', ['民政办']],
  ['db', ['民政办']],
  ['dibao', ['民政办']],
  ['canlian', ['残联']],
  ['cl', ['残联']],
  ['ban', []],
  ['m', []],
  ['inzheng', []],
  ['xyz', []],
])('%s', (query, names) => {
  expect(found(query)).toEqual(names);
});

test('a screen that holds no sounds yet finds nobody by letters', () => {
  expect(answerTo(nothing, 'mzb', { departments, sounds: {} }).departments).toEqual([]);
});

test('where something else bears the letters, only the name of a department is heard', () => {
  const guide = {
    ...BARE,
    id: 'guide/dibao' as EntryId,
    title: '申请低保',
    initials: ['sqdb'],
    pinyin: ['shen qing di bao'],
  };
  const held: Loaded = { index: buildIndex([guide]) as LoadedIndex, words: new Map() };
  const names = (query: string) =>
    answerTo(held, query, { departments, sounds }).departments.map(({ department }) => department.name);
  expect(names('db')).toEqual([]);
  expect(names('mzb')).toEqual(['民政办']);
});
