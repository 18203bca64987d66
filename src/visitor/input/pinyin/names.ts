/* Names that no dictionary holds: of people, a surname and one or two characters that given names are made of; of villages. */
import { marksOf } from './followers.ts';
import type { Edge } from './lattice.ts';
import type { PinyinData } from './pinyin-data.ts';
import { SCALE } from './scale.ts';
import type { Spelling } from './spelling.ts';

/** How seldom a word is somebody's name, or a village's, that is not in the dictionary. */
const PERSON_COST = 4.5;
const PLACE_COST = 6;
/** Most have three characters. */
const SHORT_COST = 1.5;
const NONE = 255;
const KEPT = 8;
const OFFERED = 3;
/** What a village is called at its end. */
const ENDS: Readonly<Record<string, string>> = {
  cun: '村',
  tun: '屯',
  zhen: '镇',
  xiang: '乡',
  zhuang: '庄',
};

interface Part {
  readonly end: number;
  readonly text: string;
  readonly cost: number;
}

type PartsAt = (costs: Uint8Array, at: number) => readonly Part[];

export function namesAt(data: PinyinData, spelling: Spelling, at: number): Edge[] {
  const partsAt = readParts(data, spelling);
  const { person, place } = marksOf(data.followers);
  return [
    ...likeliest(peopleAt(data, partsAt, at)).map((part) => edgeOf(part, person)),
    ...likeliest(placesAt(data, spelling, partsAt, at)).map((part) => edgeOf(part, place)),
  ];
}

function peopleAt({ names }: PinyinData, partsAt: PartsAt, at: number): Part[] {
  const found: Part[] = [];
  for (const surname of partsAt(names.surnames, at)) {
    for (const only of partsAt(names.lasts, surname.end))
      found.push(joined(surname, only, PERSON_COST + SHORT_COST));
    for (const first of partsAt(names.firsts, surname.end)) {
      for (const last of partsAt(names.lasts, first.end)) {
        const pair = first.text.charCodeAt(0) * 0x10000 + last.text.charCodeAt(0);
        const gain = (names.together.get(pair) ?? 0) / SCALE;
        found.push(joined(joined(surname, first, 0), last, PERSON_COST - gain));
      }
    }
  }
  return found;
}

/** One to three characters and 村, 屯 … */
function placesAt(data: PinyinData, spelling: Spelling, partsAt: PartsAt, at: number): Part[] {
  const found: Part[] = [];
  const go = (begun: Part, chars: number): void => {
    if (chars > 1)
      for (const end of endsAt(data, spelling, begun.end)) found.push(joined(begun, end, PLACE_COST));
    if (chars === 3) return;
    const next = partsAt(data.names.places, begun.end).slice(0, chars < 2 ? KEPT : 3);
    for (const part of next) go(joined(begun, part, 0), chars + 1);
  };
  go({ end: at, text: '', cost: 0 }, 0);
  return found;
}

function endsAt(data: PinyinData, spelling: Spelling, at: number): readonly Part[] {
  return (spelling.arcs[at] ?? []).flatMap((arc) => {
    const text = arc.isWhole && arc.confusions === 0 ? ENDS[data.syllables[arc.from] ?? ''] : undefined;
    return text === undefined ? [] : [{ end: arc.end, text, cost: 0 }];
  });
}

/** Of those over the same letters the likeliest: words stand behind them. */
function likeliest(found: Part[]): Part[] {
  const ends = new Map<number, number>();
  return found
    .sort((one, other) => one.cost - other.cost)
    .filter(({ end }) => {
      const count = ends.get(end) ?? 0;
      ends.set(end, count + 1);
      return count < OFFERED;
    });
}

const joined = (one: Part, other: Part, cost: number): Part => ({
  end: other.end,
  text: one.text + other.text,
  cost: one.cost + other.cost + cost,
});

const edgeOf = ({ end, text, cost }: Part, word: number): Edge => ({ end, text, cost, word, confusions: 0 });

/** The likeliest characters at a place; whole syllables only: a name is not guessed from its initials. */
function readParts(data: PinyinData, spelling: Spelling): PartsAt {
  const held = new Map<Uint8Array, Part[][]>();
  return (costs, at) => {
    const list = held.get(costs) ?? [];
    held.set(costs, list);
    list[at] ??= (spelling.arcs[at] ?? []).flatMap((arc) =>
      arc.isWhole && arc.confusions === 0
        ? charsOf(data, costs, arc.from).map((char) => ({ ...char, end: arc.end }))
        : [],
    );
    return list[at];
  };
}

type Char = Omit<Part, 'end'>;
const likeliestChars = new WeakMap<Uint8Array, Char[][]>();

/** The likeliest characters of a syllable: sorted once, for as long as the data are there. */
function charsOf(data: PinyinData, costs: Uint8Array, syllable: number): readonly Char[] {
  const held = likeliestChars.get(costs) ?? [];
  likeliestChars.set(costs, held);
  const found = held[syllable];
  if (found !== undefined) return found;
  const here: Char[] = [];
  for (let char = data.firstChar[syllable] ?? 0; char < (data.firstChar[syllable + 1] ?? 0); char++) {
    const cost = costs[char] ?? NONE;
    if (cost !== NONE) here.push({ text: String.fromCharCode(data.chars[char] ?? 0), cost: cost / SCALE });
  }
  held[syllable] = here.sort((one, other) => one.cost - other.cost).slice(0, KEPT);
  return held[syllable];
}
