import { type ReadonlySignal, signal } from '@preact/signals';
import type { Tongue } from './tongue.ts';
import { voiceFor } from './voice.ts';

/** What becomes of something that was to be said. `hushed`: somebody wished for silence. */
export type Said = 'said' | 'hushed' | 'failed';

/** The machine's voice: a port, since a machine may have none. */
export interface Speech {
  /** The languages it speaks by itself, without a network. Voices may come late, or go. */
  readonly tongues: ReadonlySignal<readonly Tongue[]>;
  /** One thing at a time: saying the next hushes what is being said. */
  readonly say: (words: string, tongue: Tongue) => Promise<Said>;
  readonly hush: () => void;
}

/** A little slower than people speak who know what they are saying. */
const RATE = 0.9;
/** A daemon without a sound device takes the words and never says that it began, or that it ended. */
const BEGIN_MS = 8_000;
const LETTER_MS = 700;

const TONGUES = ['zh', 'en'] as const;

export const browserSpeech = (synthesis: SpeechSynthesis): Speech => {
  const voices = signal<Partial<Record<Tongue, SpeechSynthesisVoice>>>({});
  const tongues = signal<readonly Tongue[]>([]);
  /** Held for as long as it is said: Chromium forgets the end of an utterance that nobody holds. */
  let end: ((said: Said) => void) | null = null;

  // Thousands of voices on a machine with espeak: looked through once for each change, not for each page.
  const look = (): void => {
    const offered = synthesis.getVoices();
    const found = TONGUES.flatMap((tongue) => {
      const voice = voiceFor(offered, tongue);
      return voice === null ? [] : [[tongue, voice] as const];
    });
    voices.value = Object.fromEntries(found);
    tongues.value = found.map(([tongue]) => tongue);
  };
  look();
  synthesis.addEventListener('voiceschanged', look);

  const hush = (): void => {
    end?.('hushed');
    synthesis.cancel();
  };

  const say = (words: string, tongue: Tongue): Promise<Said> => {
    hush();
    const voice = voices.peek()[tongue];
    if (voice === undefined) return Promise.resolve('failed');
    return new Promise((resolve) => {
      const utterance = new SpeechSynthesisUtterance(words);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = RATE;
      let patience = setTimeout(() => ended('failed'), BEGIN_MS);
      const ended = (said: Said): void => {
        if (end !== ended) return;
        end = null;
        clearTimeout(patience);
        utterance.onstart = utterance.onend = utterance.onerror = null;
        if (said === 'failed') synthesis.cancel();
        resolve(said);
      };
      end = ended;
      utterance.onstart = () => {
        clearTimeout(patience);
        patience = setTimeout(() => ended('failed'), BEGIN_MS + LETTER_MS * words.length);
      };
      utterance.onend = () => ended('said');
      utterance.onerror = () => ended('failed');
      synthesis.speak(utterance);
    });
  };
  return { tongues, say, hush };
};
