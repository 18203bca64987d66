import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { en as contract } from '../src/contract/words/en.ts';
import { en as print } from '../src/print/words/en.ts';
import { en as ui } from '../src/ui/words/en.ts';
import { en as visitor } from '../src/visitor/words/en.ts';
import { readSaid } from './setup/said-sentences.ts';

/**
 * Everything that a visitor reads can be said in English. That a sentence has its English is seen by the compiler; here is seen
 * that no sentence goes past the catalogues, and that none in them is left over.
 */

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** What only staff read: sheets that the desk prints, and the desk's preview. */
const OF_DESK = /^print\/(digest-sheet|rules-sheet)|^visitor\/preview/;

/** How a Chinese voice is told to say figures. */
const OF_VOICE = /^visitor\/reading\/(speakable|number-words)/;

/** What is written with the keys of pinyin. */
const OF_TYPING = /^visitor\/input\/pinyin\//;

/** What is searched for, or said by the content itself. */
const DATA: Readonly<Record<string, readonly string[]>> = {
  // Keys that write what stands on them.
  'ui/keyboard/keyboard-layout.ts': ['元亩号组人次时分米：', '年', '月', '日'],
  'visitor/content/catalogue/catalogue-screen.tsx': ['指南', '目录', '制度', '机构', '法规'],
  'visitor/content/search/groups.ts': [
    ...['养老金', '新农合', '低保', '低保谁管', '宅基地'],
    ...['残疾人证', '社保卡', '育儿补贴', '种地补贴', '预算'],
  ],
};

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/fixture-|\/gallery\/|\/words\//.test(path))
    .map((path) => ({ path, ...readSaid(path, readFileSync(join(root, path), 'utf8')) }));

const folders = { contract, print, ui, visitor };
const said = Object.fromEntries(Object.keys(folders).map((folder) => [folder, filesOf(folder)]));

test('nothing that a visitor reads is Chinese only', () => {
  const found = ['visitor', 'ui', 'print'].flatMap((folder) =>
    (said[folder] ?? []).flatMap(({ path, onlyChinese }) =>
      OF_DESK.test(path) || OF_VOICE.test(path) || OF_TYPING.test(path)
        ? []
        : onlyChinese.filter((words) => !DATA[path]?.includes(words)).map((words) => `${path}: ${words}`),
    ),
  );
  expect(found).toEqual([]);
});

describe.each(Object.entries(folders))('the English of %s', (folder, catalogue) => {
  test('has no sentence that nobody says', () => {
    const literals = new Set((said[folder] ?? []).flatMap((file) => file.literals));
    const left = Object.keys(catalogue).filter(
      (words) => /\p{Script=Han}/u.test(words) && !literals.has(words),
    );
    expect(left).toEqual([]);
  });

  // In Chinese fonts these marks are as wide as a hanzi.
  test('has no hanzi and no Chinese marks', () => {
    expect(Object.values(catalogue).filter((words) => /[\p{Script=Han}’‘“”…]/u.test(words))).toEqual([]);
  });
});

test('one Chinese sentence is one English sentence, wherever it stands', () => {
  const all = Object.values(folders).flatMap((catalogue) => Object.entries<string>(catalogue));
  const twice = all.filter(([key, words]) =>
    all.some(([other, otherWords]) => other === key && otherWords !== words),
  );
  expect(twice).toEqual([]);
});

describe('what the test sees', () => {
  const onlyChinese = (text: string) => readSaid('a.tsx', text).onlyChinese;

  test('words that go past the catalogues', () => {
    expect(onlyChinese('<p title="标题">正文</p>')).toEqual(['标题', '正文']);
    expect(onlyChinese("t(`第 1 页`); say(join('甲'))")).toEqual(['第 1 页', '甲']);
    expect(onlyChinese("const WORDS = { a: '甲' } as const;")).toEqual(['甲']);
  });

  test('and what is no such thing', () => {
    expect(onlyChinese("t('首页'); t(isOpen ? '开' : '关'); a.kind === '原件'; /甲/.test(b)")).toEqual([]);
    expect(onlyChinese("const W = { a: '甲' } as const satisfies Record<string, Sentence>;")).toEqual([]);
  });
});
