import type { EntryId } from '../../../contract/id.ts';
import { coreRuns, fold, isLatin, termsOf } from './fold.ts';
import { eachFound, type Joined, join } from './joined.ts';
import { eachPossible, emptyPairs, notePairs, type Pairs } from './pairs.ts';
import { byWeight, type SearchDoc } from './search-doc.ts';
import { eachHeard, type Sounds, soundsOf } from './sound.ts';

/**
 * Search over everything published, within one frame for ten thousand entries. Titles, names and sounds are there at once;
 * the full words are added as they are read (`addWords`) and found from then on. All words of a query must be found; only
 * when nothing holds them all, what shares most of them is offered, and marked as such.
 */
export interface SearchIndex {
  /** In order of weight: the place in this list breaks ties. */
  readonly docs: readonly SearchDoc[];
  readonly placeOf: ReadonlyMap<EntryId, number>;
  readonly titles: Joined;
  readonly names: Joined;
  readonly sounds: Sounds;
  readonly pairs: Pairs;
  /** Folded full words; `null` until they are read. */
  readonly words: (string | null)[];
}

export interface Found {
  readonly places: readonly number[];
  /** True when no entry holds the whole query and these only come near it. */
  readonly isNear: boolean;
}

const SCORE = {
  title: 900,
  begins: 700,
  inTitle: 500,
  name: 850,
  inName: 400,
  sound: 300,
  words: 100,
} as const;
/** More hits in full text than anybody reads. */
const MAX_IN_WORDS = 300;
const MAX_NEAR = 30;
const NEAR_ENOUGH = 0.5;

/** One pass over all of them, which is possible because folding keeps every length. */
const folded = (joined: Joined): Joined => ({ ...joined, text: fold(joined.text) });

export const buildIndex = (entries: readonly SearchDoc[]): SearchIndex => {
  const docs = [...entries].sort(byWeight);
  return {
    docs,
    placeOf: new Map(docs.map((doc, at) => [doc.id, at])),
    titles: folded(join(docs.map((doc, owner) => ({ owner, text: doc.title })))),
    names: folded(join(docs.flatMap((doc, owner) => doc.aliases.map((text) => ({ owner, text }))))),
    sounds: soundsOf(docs),
    pairs: emptyPairs(docs.length),
    words: docs.map(() => null),
  };
};

/** The full words of an entry, from now on found as well. */
export const addWords = (index: SearchIndex, id: EntryId, words: string): void => {
  const at = index.placeOf.get(id);
  if (at === undefined) return;
  const folded = fold(words);
  index.words[at] = folded;
  notePairs(index.pairs, at, folded);
};

type Scores = Uint16Array;

const raise = (scores: Scores, at: number, score: number): void => {
  if ((scores[at] ?? 0) < score) scores[at] = score;
};

/** Closeness in length decides among like hits: the shorter title is nearer to what was asked. */
const share = (term: string, of: number): number =>
  Math.round((90 * term.length) / Math.max(of, term.length));

/** What bears the term in its title, in another name or in their sound. */
const scoreNames = (index: SearchIndex, term: string): Scores => {
  const scores = new Uint16Array(index.docs.length);
  eachFound(index.titles, term, ({ owner, at, of }) => {
    const base = of === term.length ? SCORE.title : at === 0 ? SCORE.begins : SCORE.inTitle;
    raise(scores, owner, base + share(term, of));
  });
  eachFound(index.names, term, ({ owner, of }) => {
    raise(scores, owner, (of === term.length ? SCORE.name : SCORE.inName) + share(term, of));
  });
  if (isLatin(term))
    eachHeard(index.sounds, term, ({ owner, isStart, isWhole }) => {
      raise(scores, owner, SCORE.sound + (isStart ? 60 : 0) + (isWhole ? 80 : 0));
    });
  return scores;
};

const scoreTerm = (index: SearchIndex, term: string): Scores => {
  const scores = scoreNames(index, term);
  let found = 0;
  eachPossible(index.pairs, term, (at) => {
    if (scores[at] === 0 && index.words[at]?.includes(term)) {
      scores[at] = SCORE.words;
      found += 1;
    }
    return found < MAX_IN_WORDS;
  });
  return scores;
};

/** Places by falling score; among equals by weight. */
const ranked = (scores: Uint16Array): number[] => {
  const keys: number[] = [];
  scores.forEach((score, at) => {
    if (score > 0) keys.push((0xffff - score) * 0x100000 + at);
  });
  return [...Float64Array.from(keys).sort()].map((key) => key % 0x100000);
};

const holdingAll = (index: SearchIndex, terms: readonly string[]): number[] => {
  const [first, ...rest] = terms.map((term) => scoreTerm(index, term));
  if (first === undefined) return [];
  for (const scores of rest)
    first.forEach((score, at) => {
      const other = scores[at] ?? 0;
      first[at] = score === 0 || other === 0 ? 0 : Math.min(0xffff, score + other);
    });
  return ranked(first);
};

const pairsIn = (run: string): readonly string[] =>
  run.length < 3 || isLatin(run) || /^\d/.test(run)
    ? [run]
    : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));

/** What holds at least half of the query's pieces, weighed by how rare each is. */
const near = (index: SearchIndex, query: string): number[] => {
  const pieces = [...new Set(coreRuns(query).flatMap(pairsIn))];
  const total = new Float32Array(index.docs.length);
  let sum = 0;
  for (const piece of pieces) {
    const scores = scoreNames(index, piece);
    // Unproven hits in the full words are good enough for what merely comes near.
    eachPossible(index.pairs, piece, (at) => {
      raise(scores, at, SCORE.words);
      return true;
    });
    let count = 0;
    for (const score of scores) if (score > 0) count += 1;
    const rarity = count === 0 ? 1 : Math.log(1 + index.docs.length / count);
    sum += rarity;
    for (let at = 0; at < scores.length; at += 1) {
      const score = scores[at] ?? 0;
      if (score > 0) total[at] = (total[at] ?? 0) + rarity * (score >= SCORE.inName ? 1 : 0.6);
    }
  }
  const scores = new Uint16Array(index.docs.length);
  total.forEach((got, at) => {
    if (got >= NEAR_ENOUGH * sum) scores[at] = Math.round((1_000 * got) / sum);
  });
  return ranked(scores).slice(0, MAX_NEAR);
};

export const search = (index: SearchIndex, query: string): Found => {
  const terms = termsOf(query);
  if (terms.length === 0) return { places: [], isNear: false };
  const places = holdingAll(index, terms);
  if (places.length > 0) return { places, isNear: false };
  const runs = coreRuns(query);
  const core = runs.join(' ') === terms.join(' ') ? [] : holdingAll(index, runs);
  if (core.length > 0) return { places: core, isNear: false };
  return { places: near(index, query), isNear: true };
};
