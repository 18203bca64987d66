/**
 * What a person reads while the hall sets itself up: one short line per step, in both languages, on stdout;
 * what went wrong on stderr, as a sentence and what to do, never a stack.
 */

/** @param {string} zh @param {string} en */
export function say(zh, en) {
  process.stdout.write(`便民屏 · ${zh} / ${en}\n`);
}

/** @param {string} zh @param {string} en */
export function complain(zh, en) {
  process.stderr.write(`便民屏 · ${zh}\n         ${en}\n`);
}

/** An expected failure: its sentence has been printed, only the exit code is left to pass on. */
export class Stopped extends Error {
  /** @param {number} [code] */
  constructor(code = 1) {
    super('stopped');
    this.code = code;
  }
}

/** @param {string} zh @param {string} en @returns {never} */
export function stop(zh, en) {
  complain(zh, en);
  throw new Stopped();
}
