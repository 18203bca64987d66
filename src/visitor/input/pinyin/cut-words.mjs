const LONGEST = 8;
const ALL_WORDS = 6e7;
/** A character that no dictionary has. */
const UNKNOWN = -25;

/** @typedef {ReadonlyMap<string, { readonly frequency: number }>} Lexicon */

/** The clauses of a text, each cut into words. @param {string} text @param {Lexicon} lexicon @returns {string[][]} */
export const clausesOf = (text, lexicon) =>
  (text.match(/[\u4e00-\u9fff]{2,}/g) ?? []).map((clause) => cutWords(clause, lexicon));

/** The likeliest cut by frequency alone. @param {string} clause @param {Lexicon} lexicon */
export function cutWords(clause, lexicon) {
  const best = [{ score: 0, from: 0 }];
  for (let end = 1; end <= clause.length; end++) {
    let found = { score: -1e9, from: end - 1 };
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const word = lexicon.get(clause.slice(from, end));
      const score =
        (best[from]?.score ?? 0) + (word ? Math.log((word.frequency || 0.5) / ALL_WORDS) : UNKNOWN);
      if ((word || from === end - 1) && score > found.score) found = { score, from };
    }
    best.push(found);
  }
  /** @type {string[]} */
  const words = [];
  for (let at = clause.length; at > 0; at = best[at]?.from ?? 0)
    words.unshift(clause.slice(best[at]?.from ?? 0, at));
  return words;
}
