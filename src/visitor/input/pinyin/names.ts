/* Names of people, which no dictionary holds: a surname and one or two characters that given names are made of. */
import type { Edge } from './lattice.ts';
import type { PinyinData } from './pinyin-data.ts';
import { SCALE } from './scale.ts';
import type { Spelling } from './spelling.ts';

/** How seldom a word is somebody's name that is not in the dictionary. */
const NAME_COST = 4.5;
const NONE = 255;
const KEPT = 4;
const OFFERED = 3;
/** Most have three characters. */
const SHORT_COST = 1.5;

interface Part {
  readonly end: number;
  readonly text: string;
  readonly cost: number;
}

export function namesAt(data: PinyinData, spelling: Spelling, at: number, tag: number): Edge[] {
  const found: Edge[] = [];
  for (const surname of partsAt(data, data.surnames, spelling, at)) {
    for (const first of partsAt(data, data.givens, spelling, surname.end)) {
      const start = joined(surname, first);
      found.push(edgeOf({ ...start, cost: start.cost + SHORT_COST }, tag));
      for (const second of partsAt(data, data.givens, spelling, first.end))
        found.push(edgeOf(joined(start, second), tag));
    }
  }
  // Words stand behind them: of those over the same letters only the likeliest.
  found.sort((one, other) => one.cost - other.cost);
  const ends = new Map<number, number>();
  return found.filter(({ end }) => {
    const count = ends.get(end) ?? 0;
    ends.set(end, count + 1);
    return count < OFFERED;
  });
}

const joined = (one: Part, other: Part): Part => ({
  end: other.end,
  text: one.text + other.text,
  cost: one.cost + other.cost,
});

const edgeOf = ({ end, text, cost }: Part, tag: number): Edge => ({
  end,
  text,
  cost: cost + NAME_COST,
  tag,
  confusions: 0,
});

/** The likeliest characters; whole syllables only: a name is not guessed from its initials. */
function partsAt(data: PinyinData, costs: Uint8Array, spelling: Spelling, at: number): Part[] {
  const parts: Part[] = [];
  for (const arc of spelling.arcs[at] ?? []) {
    if (!arc.isWhole || arc.confusions > 0) continue;
    const here: Part[] = [];
    for (let char = data.firstChar[arc.from] ?? 0; char < (data.firstChar[arc.to] ?? 0); char++) {
      const cost = costs[char] ?? NONE;
      if (cost === NONE) continue;
      here.push({ end: arc.end, text: String.fromCharCode(data.chars[char] ?? 0), cost: cost / SCALE });
    }
    here.sort((one, other) => one.cost - other.cost);
    parts.push(...here.slice(0, KEPT));
  }
  return parts;
}
