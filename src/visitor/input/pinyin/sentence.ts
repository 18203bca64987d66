/* The likeliest sentences for all letters: a beam over the lattice, words weighed by how common they are and what they follow. */
import { type Edge, edgesAt } from './lattice.ts';
import type { PinyinMemory } from './memory.ts';
import type { PinyinData } from './pinyin-data.ts';
import { SCALE } from './scale.ts';
import type { Spelling } from './spelling.ts';

const BEAM = 24;
/** How much is believed of what the parts of speech say. */
const FOLLOWS = 0.4;

interface Path {
  readonly before: Path | null;
  readonly edge: Edge | null;
  readonly cost: number;
  readonly tag: number;
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
  paths[0] = [{ before: null, edge: null, cost: 0, tag: 0 }];
  for (let at = 0; at < spelling.end; at++) {
    const here = paths[at] ?? [];
    if (here.length === 0) continue;
    narrow(here);
    for (const edge of edgesAt(data, spelling, at, { all: false, memory })) {
      for (const before of here) {
        const follows = data.follows[before.tag * data.width + edge.tag] ?? 0;
        const cost = before.cost + edge.cost - (FOLLOWS * follows) / SCALE;
        paths[edge.end]?.push({ before, edge, cost, tag: edge.tag });
      }
    }
  }
  const ends = paths[spelling.end] ?? [];
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
