/* Numbers in hanzi, of two characters and more: 十五, 三百二十, 二零二四. Which measure follows is known of all of them at once. */
import { marksOf } from './followers.ts';
import type { Edge } from './lattice.ts';
import type { PinyinData } from './pinyin-data.ts';
import type { Spelling } from './spelling.ts';

const SOUNDS: Readonly<Record<string, string>> = {
  ling: '零',
  yi: '一',
  er: '二',
  liang: '两',
  san: '三',
  si: '四',
  wu: '五',
  liu: '六',
  qi: '七',
  ba: '八',
  jiu: '九',
  shi: '十',
  bai: '百',
  qian: '千',
  wan: '万',
};
/** Digits one by one, as in a year; or each digit with its unit. */
const READ =
  /^(?:[零一二三四五六七八九]{3,}|(?:[一二两三四五六七八九]?[十百千万]零?)+[一二三四五六七八九]?)$/;
const LONGEST = 9;
const NUMBER_COST = 5.5;
const DIGIT_COST = 1.2;

export function numbersAt(data: PinyinData, spelling: Spelling, at: number): Edge[] {
  const found: Edge[] = [];
  const { number: word } = marksOf(data.followers);
  const go = (end: number, text: string): void => {
    if (text.length > 1 && READ.test(text))
      found.push({ end, text, cost: NUMBER_COST + text.length * DIGIT_COST, word, confusions: 0 });
    if (text.length === LONGEST) return;
    for (const arc of spelling.arcs[end] ?? []) {
      const digit = arc.isWhole && arc.confusions === 0 ? SOUNDS[data.syllables[arc.from] ?? ''] : undefined;
      if (digit !== undefined) go(arc.end, text + digit);
    }
  };
  go(at, '');
  return found;
}
