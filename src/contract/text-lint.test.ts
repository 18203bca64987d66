import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintChart } from './chart-lint.ts';
import { lintGuide } from './guide-lint.ts';
import { adviceBeside, hardTexts, plainWords, textRules } from './text-lint.ts';

/** For each rule: texts that it speaks of, and texts that look alike and are good. */
const samples: Readonly<Record<string, readonly [bad: readonly string[], good: readonly string[]]>> = {
  'hard-words': [
    ['逾期不再受理', '须本人到场', '对材料予以核实', '按有关规定办理', '材料齐全方可受理'],
    ['必须本人来', '办事须知', '依法予以公开', '过了期限不再办', '材料齐了才能办'],
  ],
  passive: [
    ['材料不齐的会被退回', '会被标记为经营异常', '资格被取消的不再发'],
    [
      '带被褥来',
      '父母被撤销监护人资格',
      '刑事案件的被告人',
      '被车撞了，医保能报吗？',
      '不会告诉被反映的人',
      '土地被征收的',
      '树被风刮倒',
    ],
  ],
  'double-negation': [
    ['本人不得不到场', '不能不写', '材料并非没有用', '非本人来不可', '没有谁不是不知道'],
    [
      '没有身份证不能办',
      '能不能不来？',
      '会不会不给？',
      '是不是不用来？',
      '不是本乡的不给',
      '非本乡的人不可以办',
    ],
  ],
  'verb-as-noun': [
    ['乡里对材料进行审核', '开展调查', '加以核实'],
    ['乡里审核材料', '正在进行中', '实施办法'],
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
    const place = { kind: 'guide', path: 'conditions.0' } as const;
    for (const text of bad) expect(advise(text, place), text).not.toBeNull();
    for (const text of good) expect(advise(text, place), text).toBeNull();
  });

  test('a guide’s summary has one idea a sentence, of 25 hanzi at most; other texts may have longer ones', () => {
    const says = (length: number) =>
      hardTexts('guide', { summary: `能办。${'字'.repeat(length)}。`, conditions: ['字'.repeat(30)] });
    expect(says(25)).toEqual([]);
    expect(says(26)).toEqual([
      {
        path: 'summary',
        say: '有一句长 26 字，站着读不下来。请拆成两三句，一句最多 25 字，只说一件事。',
      },
    ]);
    expect(hardTexts('card', { summary: '字'.repeat(26) })).toEqual([]);
    expect(adviceBeside('字'.repeat(26), { kind: 'guide', path: 'summary' })).toContain('最多 25 字');
    expect(adviceBeside('字'.repeat(60), { kind: 'guide', path: 'remedy.review' })).toBeNull();
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

describe('short words of offices', () => {
  const says = (entry: object): readonly string[] => hardTexts('guide', entry).map(({ path }) => path);

  test.each<[object, readonly string[]]>([
    [{ summary: '危改补助', conditions: ['危改的'] }, ['summary']],
    [{ summary: '危改补助', conditions: ['农村危房改造的'] }, []],
    [{ summary: '缴城居保', conditions: ['城乡居民基本养老保险'] }, []],
    [{ summary: '低保、五保、新农合' }, []],
    [{ summary: '社会保障卡和居民医保的社会保障' }, []],
    [{ aliases: ['居保', '危改'] }, []],
    [{ summary: '凭 CA 登录' }, ['summary']],
    [{ summary: '凭 CA（电子证书）登录' }, []],
    [{ summary: '用电子证书（CA）登录', conditions: ['CA 过期的'] }, []],
    [{ summary: '下载 APP，交 PDF，用 A4 纸' }, []],
    [{ summary: 'www.ABC.com 或 X-RAY' }, []],
  ])('%j', (entry, paths) => {
    expect(says(entry)).toEqual(paths);
  });
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
