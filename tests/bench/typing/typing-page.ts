import { candidates } from '../../../src/visitor/input/pinyin/candidates.ts';

/** What runs in the page: the engine as the keyboard asks it, after each key. */
export interface TypingBench {
  /** Milliseconds of each key of all words. */
  readonly ask: (words: readonly string[]) => Promise<number[]>;
}

declare global {
  var typingBench: TypingBench;
}

let data: ArrayBuffer | null = null;

globalThis.typingBench = {
  async ask(words) {
    data ??= await (await fetch('/data')).arrayBuffer();
    const times: number[] = [];
    for (const word of words) {
      for (let length = 1; length <= word.length; length += 1) {
        const startedAt = performance.now();
        candidates(data, word.slice(0, length));
        times.push(performance.now() - startedAt);
      }
      // The page breathes between phrases, as a person does.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return times;
  },
};
