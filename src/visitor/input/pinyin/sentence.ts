/* The likeliest sentences for all letters: a beam over the lattice, words weighed by how common they are and what they follow. */
import { gainOf, MOST_GAIN, marksOf } from './followers.ts';
import { type Edge, edgesAt } from './lattice.ts';
import type { PinyinMemory } from './memory.ts';
import type { PinyinData } from './pinyin-data.ts';
import type { Spelling } from './spelling.ts';

const BEAM = 24;
/** How much is believed of what follows what: it was counted in the news. */
const FOLLOWS = 0.75;
/** The clause may go on after the last letter. */
const ENDS = 0.5;
/** Many short words are seldom meant. */
const WORD_COST = 0.6;

interface Path {
  readonly before: Path | null;
  readonly edge: Edge | null;
  readonly cost: number;
  readonly word: number;
}

export interface Sentence {
  readonly text: string;
  readonly cost: number;
  readonly words: number;
  readonly isSure: boolean;
}

export function sentences(
  data: PinyinData,
  spelling: Spelling,
  memory: PinyinMemory | undefined,
): readonly Sentence[] {
  const paths: Path[][] = Array.from({ length: spelling.end + 1 }, () => []);
  /** What a path must cost less than to be kept, once enough stand there. */
  const limits: (number | undefined)[] = [];
  const { followers } = data;
  const { begin, end } = marksOf(followers);
  paths[0] = [{ before: null, edge: null, cost: 0, word: begin }];
  for (let at = 0; at < spelling.end; at++) {
    const here = paths[at] ?? [];
    if (here.length === 0) continue;
    narrow(here);
    for (const edge of edgesAt(data, spelling, at, { all: false, memory })) {
      const there = paths[edge.end] ?? [];
      const price = WORD_COST + edge.cost;
      for (const before of here) {
        const least = limits[edge.end] ?? Number.POSITIVE_INFINITY;
        // The cheapest stand first: whoever comes after this one is too dear, however well the word follows.
        if (before.cost + price - FOLLOWS * MOST_GAIN >= least) break;
        const cost = before.cost + price - FOLLOWS * gainOf(followers, before.word, edge.word);
        if (cost >= least) continue;
        there.push({ before, edge, cost, word: edge.word });
        if (there.length >= BEAM * 4) {
          narrow(there);
          limits[edge.end] = there[BEAM - 1]?.cost;
        }
      }
    }
  }
  const ends = (paths[spelling.end] ?? []).map((path) => ({
    ...path,
    cost: path.cost - FOLLOWS * ENDS * gainOf(followers, path.word, end),
  }));
  narrow(ends);
  return ends.map(readBack);
}

function narrow(paths: Path[]): void {
  paths.sort((one, other) => one.cost - other.cost);
  paths.length = Math.min(paths.length, BEAM);
}

function readBack(end: Path): Sentence {
  let text = '';
  let words = 0;
  let isSure = true;
  for (let path: Path | null = end; path?.edge; path = path.before) {
    text = path.edge.text + text;
    words++;
    isSure &&= path.edge.confusions === 0;
  }
  return { text, cost: end.cost, words, isSure };
}
