import type { Timer } from './loop.ts';

/** Time that passes only when a test says so. */
export class FixtureTimer implements Timer {
  nowMs = 0;
  #due: { readonly at: number; readonly call: () => void }[] = [];

  readonly random = (): number => 0;

  readonly after = (ms: number, call: () => void): (() => void) => {
    const one = { at: this.nowMs + ms, call };
    this.#due.push(one);
    return () => {
      this.#due = this.#due.filter((each) => each !== one);
    };
  };

  /** In how many ms the next call is due; null when none is. */
  get next(): number | null {
    const first = Math.min(...this.#due.map(({ at }) => at));
    return Number.isFinite(first) ? first - this.nowMs : null;
  }

  /** Calls what falls due, in order, and lets what it began settle. */
  async pass(ms: number): Promise<void> {
    const until = this.nowMs + ms;
    for (;;) {
      const [first] = this.#due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (first === undefined) break;
      this.#due = this.#due.filter((each) => each !== first);
      this.nowMs = first.at;
      first.call();
      await settled();
    }
    this.nowMs = until;
    await settled();
  }
}

/** All promises that can go on have gone on. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
