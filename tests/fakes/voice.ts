import type { Page } from 'playwright/test';

/**
 * A machine with voices, or with none: stands behind the browser's own `speechSynthesis`, which a test machine has no sound for.
 * What is said lasts until the test says that it has ended; `heard` is all of it.
 */

export interface FakeVoice {
  readonly name: string;
  readonly lang: string;
  readonly isLocal: boolean;
}

export const MANDARIN: FakeVoice = {
  name: 'Chinese (Mandarin, latin as English)',
  lang: 'cmn',
  isLocal: true,
};
export const ENGLISH: FakeVoice = { name: 'English (Great Britain)', lang: 'en-gb', isLocal: true };
export const FROM_NETWORK: FakeVoice = { name: 'Google 普通话', lang: 'zh-CN', isLocal: false };

interface Handle {
  readonly heard: string[];
  readonly voices: string[];
  saying: string | null;
  end(): void;
  come(voices: readonly FakeVoice[]): void;
}
type WithHandle = typeof globalThis & { readonly fakeVoice: Handle };

/** Before the page is loaded. */
export const giveVoices = (page: Page, voices: readonly FakeVoice[]): Promise<unknown> =>
  page.addInitScript((given) => {
    const told = (all: readonly FakeVoice[]) =>
      all.map(({ name, lang, isLocal }) => ({
        name,
        lang,
        localService: isLocal,
        default: false,
        voiceURI: name,
      }));
    let held = told(given);
    let now: SpeechSynthesisUtterance | null = null;
    const handle: Handle = {
      heard: [],
      voices: [],
      saying: null,
      end: () => {
        const ended = now;
        now = null;
        handle.saying = null;
        ended?.onend?.(new Event('end') as SpeechSynthesisEvent);
      },
      come: (all) => {
        held = told(all);
        synthesis.dispatchEvent(new Event('voiceschanged'));
      },
    };
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => held,
      speak: (utterance: SpeechSynthesisUtterance) => {
        now = utterance;
        handle.saying = utterance.text;
        handle.heard.push(utterance.text);
        handle.voices.push(utterance.voice?.name ?? '');
        queueMicrotask(() => utterance.onstart?.(new Event('start') as SpeechSynthesisEvent));
      },
      cancel: () => {
        now = null;
        handle.saying = null;
      },
    });
    class Utterance {
      voice: SpeechSynthesisVoice | null = null;
      onstart: ((event: SpeechSynthesisEvent) => void) | null = null;
      onend: ((event: SpeechSynthesisEvent) => void) | null = null;
      onerror: ((event: SpeechSynthesisErrorEvent) => void) | null = null;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperties(window, {
      speechSynthesis: { value: synthesis, configurable: true },
      SpeechSynthesisUtterance: { value: Utterance, configurable: true },
      fakeVoice: { value: handle },
    });
  }, voices);

export const voiceOf = (page: Page) => ({
  heard: () => page.evaluate(() => (globalThis as WithHandle).fakeVoice.heard),
  voices: () => page.evaluate(() => (globalThis as WithHandle).fakeVoice.voices),
  saying: () => page.evaluate(() => (globalThis as WithHandle).fakeVoice.saying),
  /** What is being said comes to its end. */
  end: () => page.evaluate(() => (globalThis as WithHandle).fakeVoice.end()),
  /** The daemon tells its voices late, or stops. */
  come: (voices: readonly FakeVoice[]) =>
    page.evaluate((all) => (globalThis as WithHandle).fakeVoice.come(all), voices),
});
