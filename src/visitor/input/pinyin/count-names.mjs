import { broken, linesOf } from './lists.mjs';
import { SCALE } from './scale.mjs';

const NONE = 255;
/** Names of other countries, written by sound, are no help with those of neighbours. */
const FOREIGN = /[尔斯克夫特基姆拉尼诺托布奇里卡莫萨耶]/;
/** A given name that everybody writes as a word is a title: 先生, 将军. */
const TITLE_FREQUENCY = 200;
/** How fast a list by rank falls. */
const RANK = 12;
const SURE = 0.5;
const LEAST_PAIR = 2;

/** @typedef {{ text: string, tag: string, frequency: number }} Word */
/** @typedef {Map<string, number>} Shares */

/**
 * Which characters begin people's names and which follow, which two go together, and what villages are called: from a list by
 * rank and from the names in the dictionary. @param {string} list @param {readonly Word[]} words
 */
export function countNames(list, words) {
  const lists = readLists(list);
  const surnames = byRank(lists.get('surname') ?? []);
  const frequency = new Map(words.map((word) => [word.text, word.frequency]));
  const given = words
    .filter(({ text, tag }) => tag === 'nr' && text.length === 3 && surnames.has(text.slice(0, 1)))
    .map(({ text }) => text.slice(1))
    .filter((text) => !FOREIGN.test(text) && (frequency.get(text) ?? 0) < TITLE_FREQUENCY);
  const places = words
    .filter(({ text, tag }) => tag === 'ns' && /^..{1,2}[村屯镇乡庄]$/.test(text))
    .flatMap(({ text }) => [...text.slice(0, -1)]);
  const first = mixed(
    lists.get('first') ?? [],
    given.map((text) => text.slice(0, 1)),
  );
  const last = mixed(
    lists.get('last') ?? [],
    given.map((text) => text.slice(1)),
  );
  return {
    surname: costs(surnames),
    first: costs(first),
    last: costs(last),
    place: costs(mixed(lists.get('place') ?? [], places)),
    together: together(given, first, last),
  };
}

/** Two characters, and by how much they are likelier together: char, char, gain. @param {readonly string[]} given @param {Shares} first @param {Shares} last */
function together(given, first, last) {
  return [...tally(given)].flatMap(([text, count]) => {
    const [one = '', other = ''] = text;
    const share = (first.get(one) ?? 0) * (last.get(other) ?? 0);
    const gain = Math.log(count / given.length / share);
    return count < LEAST_PAIR || gain <= 0
      ? []
      : [one.charCodeAt(0), other.charCodeAt(0), Math.round(Math.min(gain, 4) * SCALE)];
  });
}

const KINDS = ['surname', 'first', 'last', 'place'];

/** @param {string} list */
const readLists = (list) =>
  new Map(
    linesOf(list).map(({ line, number }) => {
      const [kind = '', ...chars] = line.split(' ');
      const isRead =
        KINDS.includes(kind) && chars.length > 0 && chars.every((char) => [...char].length === 1);
      return isRead
        ? /** @type {const} */ ([kind, chars])
        : broken('names', number, `${KINDS.join(' or ')}, then characters`);
    }),
  );

/** @param {readonly string[]} chars @returns {Shares} */
function byRank(chars) {
  const weights = [...new Set(chars)].map((char, at) => /** @type {const} */ ([char, 1 / (at + RANK)]));
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return new Map(weights.map(([char, weight]) => [char, weight / sum]));
}

/** @param {readonly string[]} list @param {readonly string[]} counted @returns {Shares} */
function mixed(list, counted) {
  const ranked = byRank(list);
  const counts = tally(counted);
  return new Map(
    [...new Set([...ranked.keys(), ...counts.keys()])].map((char) => [
      char,
      SURE * (ranked.get(char) ?? 0) + ((1 - SURE) * (counts.get(char) ?? 0)) / counted.length,
    ]),
  );
}

/** @param {Shares} shares @returns {(char: string) => number} */
const costs = (shares) => (char) => {
  const share = shares.get(char);
  return share === undefined || share === 0 ? NONE : Math.min(NONE - 1, Math.round(-Math.log(share) * SCALE));
};

/** @param {readonly string[]} texts @returns {Map<string, number>} */
function tally(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
