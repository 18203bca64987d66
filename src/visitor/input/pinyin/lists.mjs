/** What the compiler reads, as text. @typedef {{ dictionary: string, usage: string, terms: string, pairs: string, classes: string, names: string, spoken: string, prose: readonly string[] }} Lists */

/**
 * The lines of a list with their numbers, without comments and empty ones. @param {string} text
 * @returns {{ line: string, number: number }[]}
 */
export const linesOf = (text) =>
  text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), number: at + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));

/** A list that cannot be read stops the build, and says where. @param {string} list @param {number} number @param {string} wants @returns {never} */
export function broken(list, number, wants) {
  throw new Error(`${list}, line ${number}: ${wants}`);
}
