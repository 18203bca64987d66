/* Every word of the dictionary that the letters can mean, by where it begins. */
import { UNKNOWN } from './followers.ts';
import { learnedAt, type PinyinMemory } from './memory.ts';
import { namesAt } from './names.ts';
import { numbersAt } from './numbers.ts';
import type { PinyinData } from './pinyin-data.ts';
import { SCALE } from './scale.ts';
import type { Arc, Spelling } from './spelling.ts';

export interface Edge {
  readonly end: number;
  readonly text: string;
  /** In nats: how unlikely the word is by itself, with what its confusions add. */
  readonly cost: number;
  /** Its number in the data, or a mark's: what follows is known by it. */
  readonly word: number;
  readonly confusions: number;
}

const CONFUSION_COST = 5;
const LONG_INITIAL_COST = 2;
/** What the visitor has chosen for these letters a moment ago. */
const LEARNED_COST = 3;
/** Of all words over the same letters a sentence needs the likeliest only. */
const KEPT = 8;

/** Words that begin at `at`; for a sentence only the likeliest of each length, for choosing all. */
export function edgesAt(
  data: PinyinData,
  spelling: Spelling,
  at: number,
  wants: { readonly all: boolean; readonly memory: PinyinMemory | undefined },
): Edge[] {
  const byEnd = new Map<
    string,
    { end: number; word: number; way: number[]; cost: number; confusions: number }[]
  >();
  const way: number[] = [];
  const visit = (node: number, end: number, confusions: number, extra: number): void => {
    const last = data.firstWord[node + 1] ?? 0;
    let first = data.firstWord[node] ?? 0;
    if (first < last) {
      const key = `${end} ${confusions > 0}`;
      const list = byEnd.get(key) ?? [];
      if (list.length === 0) byEnd.set(key, list);
      // A node's words are sorted.
      const stop = wants.all ? last : Math.min(last, first + KEPT);
      for (; first < stop; first++) {
        const cost = (data.costs[first] ?? 0) / SCALE + extra;
        list.push({ end, word: first, way: [...way], cost, confusions });
      }
      if (!wants.all && list.length > KEPT * 6) prune(list);
    }
    for (const arc of spelling.arcs[end] ?? []) {
      const stop = data.firstChild[node + 1] ?? 0;
      for (let child = firstFrom(data, node, arc.from); child < stop; child++) {
        const label = data.labels[child] ?? 0;
        if (label >= arc.to) break;
        way.push(label);
        visit(child, arc.end, confusions + arc.confusions, extra + priceOf(arc, arc.end - end));
        way.pop();
      }
    }
  };
  visit(0, at, 0, 0);
  const edges: Edge[] = [];
  for (const list of byEnd.values()) {
    if (!wants.all) prune(list);
    for (const { end, word, way: its, cost, confusions } of list) {
      edges.push({
        end,
        text: data.textOf(word, its),
        cost,
        word,
        confusions,
      });
    }
  }
  // Whoever chooses by hand is offered a name for all letters only: before other phrases it would be noise.
  const names = [...namesAt(data, spelling, at), ...numbersAt(data, spelling, at)];
  edges.push(...(wants.all ? names.filter(({ end }) => end === spelling.end) : names));
  for (const { end, text } of learnedAt(wants.memory, spelling.keys, at))
    edges.push({ end, text, cost: LEARNED_COST, word: UNKNOWN, confusions: 0 });
  return edges;
}

/** Who types initials alone types s for sh: two letters are rather two of them. */
const priceOf = ({ isWhole, confusions }: Arc, letters: number): number =>
  isWhole ? confusions * CONFUSION_COST : (letters - 1) * LONG_INITIAL_COST;

function prune(list: { cost: number }[]): void {
  list.sort((one, other) => one.cost - other.cost);
  list.length = Math.min(list.length, KEPT);
}

/** The first child whose syllable is not before this one. */
function firstFrom(data: PinyinData, node: number, label: number): number {
  let from = data.firstChild[node] ?? 0;
  let to = data.firstChild[node + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((data.labels[middle] ?? 0) >= label) to = middle;
    else from = middle + 1;
  }
  return from;
}
