import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Passage, type Sentence, sentencesOf } from './sentences.ts';

const passage = (...texts: string[]): Passage<number> => ({
  tongue: 'zh',
  runs: texts.map((text, place) => ({ text, place })),
});
const texts = (...runs: string[]) => sentencesOf([passage(...runs)]).map(({ text }) => text);

/** What stands between the two spots. */
const between = ({ runs }: Passage<number>, { from, to }: Sentence<number>): string =>
  runs
    .map(({ text }, place) => {
      if (place < from.place || place > to.place) return '';
      return text.slice(place === from.place ? from.offset : 0, place === to.place ? to.offset : text.length);
    })
    .join('');

it('a sentence ends with its mark and what closes with it', () => {
  expect(texts('带身份证。“要原件吗？”要；复印件不行！')).toEqual([
    '带身份证。',
    '“要原件吗？”',
    '要；',
    '复印件不行！',
  ]);
});

it('a number’s point ends nothing, an English stop does', () => {
  expect(texts('满 3.5 亩的。')).toEqual(['满 3.5 亩的。']);
  expect(texts('Bring your ID. It is free.')).toEqual(['Bring your ID.', 'It is free.']);
});

it('runs of one passage are one text, and a sentence knows where it stands', () => {
  const [first, second] = sentencesOf([passage('请带', '身份证', '，免费。', '到窗口')]);
  expect(first).toMatchObject({
    text: '请带身份证，免费。',
    from: { place: 0, offset: 0 },
    to: { place: 2, offset: 4 },
  });
  expect(second).toMatchObject({
    text: '到窗口',
    from: { place: 3, offset: 0 },
    to: { place: 3, offset: 3 },
  });
});

it('what makes no sound is not said, and space around a sentence is not marked', () => {
  expect(texts('  ', ' 。 ', '—')).toEqual([]);
  expect(sentencesOf([passage('\n  养老  \n')])).toMatchObject([
    { text: '养老', from: { offset: 3 }, to: { offset: 5 } },
  ]);
});

it('a long sentence is said clause by clause, never torn inside one that fits', () => {
  const clause = '具有本地户籍的城乡居民可以申请，';
  const breaths = texts(`${clause.repeat(6)}其他人不行。`);
  expect(breaths.length).toBeGreaterThan(1);
  for (const breath of breaths) expect(breath.length).toBeLessThanOrEqual(48);
  expect(breaths.join('')).toBe(`${clause.repeat(6)}其他人不行。`);
});

it('whatever the text: each sentence is what stands between its spots, in order, and no letter is lost', () => {
  const letters = fc.array(fc.constantFrom(...'养老金，。！； \n.3“”'), { maxLength: 30 });
  const runs = fc.array(
    letters.map((all) => all.join('')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(runs, (all) => {
      const page = passage(...all);
      const found = sentencesOf([page]);
      for (const each of found) expect(between(page, each)).toBe(each.text);
      const sound = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
      expect(found.map(({ text }) => sound(text)).join('')).toBe(sound(all.join('')));
    }),
  );
});
