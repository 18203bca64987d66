import { readFileSync } from 'node:fs';
import { SCALE, TAGS } from './scale.mjs';

/** Words of a sentence that is not cut by hand: the likeliest cut by frequency alone. A tag pair seen seldom says little. */
const SMOOTH = 12;
const LONGEST = 8;

/**
 * How much likelier a part of speech is after another than anywhere, in steps of cost, at most a byte either way.
 * The first row is the beginning of a clause.
 * @param {readonly string[]} files
 * @param {readonly { text: string, frequency: number, tag: string }[]} words
 * @param {(tag: string) => number} tagId
 */
export function countFollows(files, words, tagId) {
  const size = TAGS.length + 1;
  const pairs = new Float64Array(size * size);
  const after = new Float64Array(size);
  const alone = new Float64Array(size);
  const lexicon = new Map(words.map((word) => [word.text, word]));
  for (const file of files) {
    for (const clause of readFileSync(file, 'utf8').match(/[\u4e00-\u9fff]{2,}/g) ?? []) {
      let last = 0;
      for (const tag of cut(clause, lexicon)) {
        const id = tagId(tag) + 1;
        pairs[last * size + id] = (pairs[last * size + id] ?? 0) + 1;
        after[last] = (after[last] ?? 0) + 1;
        alone[id] = (alone[id] ?? 0) + 1;
        last = id;
      }
    }
  }
  const total = alone.reduce((sum, count) => sum + count, 0);
  return Int8Array.from(pairs, (count, at) => {
    const first = Math.floor(at / size);
    const share = ((alone[at % size] ?? 0) + 0.5) / total;
    const likely = (count + SMOOTH * share) / ((after[first] ?? 0) + SMOOTH);
    return Math.max(-127, Math.min(127, Math.round(Math.log(likely / share) * SCALE)));
  });
}

/** @param {string} clause @param {ReadonlyMap<string, { frequency: number, tag: string }>} lexicon */
function cut(clause, lexicon) {
  const best = [{ score: 0, from: 0, tag: '' }];
  for (let end = 1; end <= clause.length; end++) {
    let found = { score: -1e9, from: end - 1, tag: 'x' };
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const word = lexicon.get(clause.slice(from, end));
      const score = (best[from]?.score ?? 0) + (word ? Math.log(word.frequency / 6e7) : -25);
      if ((word || from === end - 1) && score > found.score) found = { score, from, tag: word?.tag ?? 'x' };
    }
    best.push(found);
  }
  /** @type {string[]} */
  const tags = [];
  for (let at = clause.length; at > 0; at = best[at]?.from ?? 0) tags.unshift(best[at]?.tag ?? 'x');
  return tags;
}
