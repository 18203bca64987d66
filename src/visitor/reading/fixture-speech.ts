import { type Signal, signal } from '@preact/signals';
import type { Said, Speech } from './speech.ts';
import type { Tongue } from './tongue.ts';

export interface FakeSpeech extends Speech {
  readonly tongues: Signal<readonly Tongue[]>;
  /** All that it was given, in order. */
  readonly heard: readonly string[];
  /** What is being said now, if anything. */
  readonly saying: () => string | null;
  /** Ends it. */
  readonly end: (said?: Said) => void;
}

/** A voice that says a thing for as long as the test likes. */
export const fakeSpeech = (...tongues: Tongue[]): FakeSpeech => {
  const heard: string[] = [];
  let now: { readonly words: string; readonly resolve: (said: Said) => void } | null = null;
  const end = (said: Said = 'said'): void => {
    const ended = now;
    now = null;
    ended?.resolve(said);
  };
  return {
    tongues: signal<readonly Tongue[]>(tongues),
    heard,
    saying: () => now?.words ?? null,
    end,
    hush: () => end('hushed'),
    say: (words) => {
      end('hushed');
      heard.push(words);
      return new Promise((resolve) => {
        now = { words, resolve };
      });
    },
  };
};
