import type { Tongue } from './tongue.ts';

/** Text of a page as a reader goes through it: passages of runs, each run standing somewhere. Pure: a place is whatever the page says. */

export interface Run<Place> {
  readonly text: string;
  readonly place: Place;
}

/** What is read without a break between its runs: a paragraph, a row, a button's words. */
export interface Passage<Place> {
  readonly tongue: Tongue;
  readonly runs: readonly Run<Place>[];
}

export interface Spot<Place> {
  readonly place: Place;
  readonly offset: number;
}

export interface Sentence<Place> {
  readonly tongue: Tongue;
  /** As it stands on the page. */
  readonly text: string;
  readonly from: Spot<Place>;
  /** Just after its last letter. */
  readonly to: Spot<Place>;
}

/** Ends with its closing marks. In English a full stop ends one only before a space: 3.5 and 8.30 do not. */
const SENTENCE = /(?:[^。！？；!?;\n.]|\.(?!\s|$))+(?:[。！？；!?;.\n…]+[”’"』」）)]*)?/g;
/** What is longer is said, and marked, clause by clause. */
const MOST = 48;
const CLAUSE = /[^，、：,:]+[，、：,:]*/g;

interface Part {
  readonly text: string;
  readonly start: number;
}

const partsOf = (text: string, pattern: RegExp): readonly Part[] =>
  [...text.matchAll(pattern)].map((found) => ({ text: found[0], start: found.index }));

/** Clauses put together again as long as they are not too many. */
const inBreaths = (part: Part): readonly Part[] => {
  if (part.text.length <= MOST) return [part];
  const breaths: Part[] = [];
  for (const clause of partsOf(part.text, CLAUSE)) {
    const last = breaths.at(-1);
    const start = part.start + clause.start;
    if (last === undefined || last.text.length + clause.text.length > MOST)
      breaths.push({ text: clause.text, start });
    else breaths[breaths.length - 1] = { text: last.text + clause.text, start: last.start };
  }
  return breaths;
};

const SOUNDS = /[\p{L}\p{N}]/u;

const trimmed = ({ text, start }: Part): Part => ({
  text: text.trim(),
  start: start + text.length - text.trimStart().length,
});

const sentencesIn = <Place>({ tongue, runs }: Passage<Place>): readonly Sentence<Place>[] => {
  const whole = runs.map(({ text }) => text).join('');
  const spotAt = (at: number, isEnd: boolean): Spot<Place> => {
    let left = at;
    for (const { text, place } of runs) {
      if (left < text.length || (isEnd && left === text.length)) return { place, offset: left };
      left -= text.length;
    }
    throw new Error(`no place at ${at} of ${whole.length}`);
  };
  return partsOf(whole, SENTENCE)
    .flatMap(inBreaths)
    .map(trimmed)
    .filter(({ text }) => SOUNDS.test(text))
    .map(({ text, start }) => ({
      tongue,
      text,
      from: spotAt(start, false),
      to: spotAt(start + text.length, true),
    }));
};

export const sentencesOf = <Place>(passages: readonly Passage<Place>[]): readonly Sentence<Place>[] =>
  passages.flatMap(sentencesIn);
