/* The likeliest sentences for all letters: a beam over the lattice, words weighed by how common they are and what they follow. */
import { gainOf, marksOf } from './followers.ts';
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
  const { followers } = data;
  const { begin, end } = marksOf(followers);
  paths[0] = [{ before: null, edge: null, cost: 0, word: begin }];
  for (let at = 0; at < spelling.end; at++) {
    const here = paths[at] ?? [];
    if (here.length === 0) continue;
    narrow(here);
    for (const edge of edgesAt(data, spelling, at, { all: false, memory })) {
      for (const before of here) {
        const cost =
          before.cost + WORD_COST + edge.cost - FOLLOWS * gainOf(followers, before.word, edge.word);
        const there = paths[edge.end];
        there?.push({ before, edge, cost, word: edge.word });
        if (there !== undefined && there.length > BEAM * 8) narrow(there);
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
