import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintChart } from './chart-lint.ts';
import { lintGuide } from './guide-lint.ts';
import { emptyAlts, hardTexts, plainWords, textRules } from './text-lint.ts';

/** For each rule: texts that it speaks of, and texts that look alike and are good. */
const samples: Readonly<Record<string, readonly [bad: readonly string[], good: readonly string[]]>> = {
  'hard-words': [
    ['逾期不再受理', '须本人到场', '对材料予以核实', '按有关规定办理', '材料齐全方可受理'],
    ['必须本人来', '办事须知', '依法予以公开', '过了期限不再办', '材料齐了才能办'],
  ],
  'long-sentence': [['字'.repeat(46)], ['字'.repeat(45), `${'字'.repeat(40)}。${'字'.repeat(40)}。`]],
  'long-text': [[`${'一句话。'.repeat(41)}`], ['一句话。'.repeat(40)]],
  'chain-of-de': [
    ['本乡的年满六十周岁的没有工作的老人的家属'],
    ['本乡的老人，六十岁的、没有工作的，都可以办'],
  ],
};

describe('words that are hard to read', () => {
  test.each(textRules.map(({ id, advise }) => [id, advise] as const))('%s', (id, advise) => {
    const [bad = [], good = []] = samples[id] ?? [];
    expect(bad.length).toBeGreaterThan(0);
    for (const text of bad) expect(advise(text), text).not.toBeNull();
    for (const text of good) expect(advise(text), text).toBeNull();
  });

  test('the plain word stands beside the official one', () => {
    expect(hardTexts('guide', { conditions: ['逾期不办'] })).toEqual([
      { path: 'conditions.0', say: '有的词群众不常说，请换成括号里的说法：“逾期”（过了期限）。' },
    ]);
    expect(plainWords.length).toBeGreaterThan(10);
  });

  test('what is quoted, and what was issued as it is, is left alone', () => {
    expect(
      hardTexts('guide', { legalBasis: [{ text: '逾期不予办理' }], remedy: { review: '逾期' } }),
    ).toEqual([]);
    const body = [{ type: 'paragraph', content: [{ type: 'text', text: '逾期' }] }];
    expect(hardTexts('item', { body })).toEqual([]);
    expect(hardTexts('item', { summary: '逾期' })).toHaveLength(1);
  });
});

test('a picture is described by what it shows, not by its name', () => {
  const saying = (alt: string) => emptyAlts({ body: [{ type: 'image', alt }] }).length;
  for (const alt of ['图片', '图1', 'image', 'IMG_2031.jpg', '微信图片_20261101', '照片 (2)', '大厅.png'])
    expect(saying(alt), alt).toBe(1);
  for (const alt of ['大厅的 3 号窗口，门在左边', '低保申请表，姓名写在第一行'])
    expect(saying(alt), alt).toBe(0);
});

/** A rule that speaks of most good texts is a bad rule. `HINTS=1` prints what each guide is told. */
test('each rule speaks of few of the demo hall’s guides', () => {
  const read = (kind: string, file: string) => {
    const path = new URL(`../server/demo-hall/${kind}/${file}`, import.meta.url);
    return { id: `${kind}/${file.replace(/\.yaml$/, '')}`, ...(parse(readFileSync(path, 'utf8')) as object) };
  };
  const told = readdirSync(new URL('../server/demo-hall/guide/', import.meta.url)).map((file) => {
    const [guide, chart] = [read('guide', file), read('chart', file)];
    const ofChart = [...lintChart(chart, guide), ...hardTexts('chart', chart)];
    return { file, hints: [...lintGuide(guide, chart), ...hardTexts('guide', guide), ...ofChart] };
  });
  if (process.env.HINTS)
    for (const { file, hints } of told)
      console.log(file, hints.length, hints.map(({ path, say }) => `\n   ${path}: ${say}`).join(''));
  expect(told.length).toBeGreaterThan(40);
  // A proof without its basis is what the law forbids: that one may speak often.
  const ways = new Set(
    told
      .flatMap(({ hints }) => hints.map(({ say }) => say.slice(0, 5)))
      .filter((say) => say !== '要证明，请'),
  );
  for (const way of ways) {
    const guides = told.filter(({ hints }) => hints.some(({ say }) => say.startsWith(way)));
    expect(guides.length, way).toBeLessThan(told.length / 4);
  }
});
