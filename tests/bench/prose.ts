import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Random, random } from './random.ts';

/**
 * Text that is distributed as a township's own: a chain over characters, trained on `corpus.txt` (sentences of the demo
 * hall as they stood once; frozen, so that figures stay comparable), mostly of the second order, now and then of the first,
 * so that it does not copy whole sentences. Names of people and places bring in the rare characters.
 */
const SECOND_ORDER = 0.9;
const LONGEST = 90;

const first = new Map<string, string>();
const second = new Map<string, string>();
const openings: string[] = [];

for (const line of readFileSync(fileURLToPath(new URL('corpus.txt', import.meta.url)), 'utf8').split('\n')) {
  if (line.length < 4) continue;
  openings.push(line.slice(0, 2));
  for (let at = 1; at < line.length; at += 1) {
    const next = line.charAt(at);
    const one = line.charAt(at - 1);
    first.set(one, (first.get(one) ?? '') + next);
    if (at > 1) {
      const two = line.slice(at - 2, at);
      second.set(two, (second.get(two) ?? '') + next);
    }
  }
}

/** The 3,755 characters of GB 2312's first level, in its own order: what names are made of. */
const common: readonly string[] = [...levelOne()];

function* levelOne(): Iterable<string> {
  const decoder = new TextDecoder('gbk');
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      if (row === 0xd7 && cell > 0xf9) return;
      yield decoder.decode(Uint8Array.of(row, cell));
    }
  }
}

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕包白乌金',
];

/** Few given names are frequent and many are rare. */
const rare = (chance: Random): string => common[Math.floor(chance.next() ** 3 * common.length)] ?? '民';

export const personName = (chance: Random): string =>
  chance.pick(SURNAMES) + rare(chance) + (chance.chance(0.7) ? rare(chance) : '');

/** A township has some dozens of villages. */
const VILLAGES: readonly string[] = villages(random(7));

function villages(chance: Random): string[] {
  const ends = ['村', '屯', '窝棚村', '岗子村', '泡子村'];
  return Array.from({ length: 60 }, () => chance.pick(common) + chance.pick(common) + chance.pick(ends));
}

export const villageName = (chance: Random): string => chance.pick(VILLAGES);

/** One sentence with its full stop; numbers and now and then a name stand where the corpus had numbers. */
export function sentence(chance: Random): string {
  let text = chance.pick(openings);
  while (text.length < LONGEST) {
    const last = text.charAt(text.length - 1);
    if (last === '。' || last === '；') break;
    const pair = second.get(text.slice(-2));
    const from = pair !== undefined && chance.chance(SECOND_ORDER) ? pair : first.get(last);
    text += from === undefined ? '。' : from.charAt(chance.between(0, from.length - 1));
  }
  const whole = text.replace(/[；，、（《〔：]?$/, '').replace(/。?$/, '。');
  const numbered = whole.replaceAll('#', () => String(chance.between(1, chance.pick([9, 99, 999, 9_999]))));
  return chance.chance(0.15) ? withName(chance) + numbered : numbered;
}

const withName = (chance: Random): string =>
  chance.chance(0.5)
    ? `${villageName(chance)}${personName(chance)}户：`
    : `${villageName(chance)}、${villageName(chance)}`;

/** Sentences until at least so many characters are there. */
export function paragraph(chance: Random, length: number): string {
  let text = '';
  while (text.length < length) text += sentence(chance);
  return text;
}

/** Brackets of the corpus that lost their partner would be read as marks by nobody; short labels are better without any. */
export const words = (chance: Random, most: number): string => {
  let text = '';
  while (text.length < 4)
    text = sentence(chance)
      .replace(/[^\u4e00-\u9fff]/g, '')
      .slice(0, most);
  return text;
};
