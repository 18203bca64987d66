import { type Tongue, tongueOf } from './tongue.ts';

/** What a browser tells of a voice. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'name' | 'localService' | 'default'>;

/** Cantonese is another language here, and letters read as pinyin or Jyutping are for nobody who listens. */
const FOREIGN = /\b(yue|hk|mo)\b|cantonese|pinyin|jyutping/i;
/** espeak-ng offers each voice a hundred times more, as `Name+Variant`. */
const VARIANT = /\+/;

const HERE = { zh: /^(zh|cmn)([-_](cn|hans))?([-_]cn)?$/i, en: /^en([-_](us|gb))?$/i } as const;

const rank = (voice: Voice, tongue: Tongue): number =>
  (HERE[tongue].test(voice.lang) ? 0 : 2) + (voice.default ? 0 : 1);

/**
 * A voice of this machine for this language, or none. Never one that speaks through the network: what is read aloud may be what a
 * visitor filled in, and does not leave the machine.
 */
export const voiceFor = <V extends Voice>(voices: readonly V[], tongue: Tongue): V | null =>
  voices
    .filter((voice) => voice.localService && tongueOf(voice.lang) === tongue)
    .filter(({ lang, name }) => !FOREIGN.test(lang) && !FOREIGN.test(name) && !VARIANT.test(name))
    .toSorted((a, b) => rank(a, tongue) - rank(b, tongue))[0] ?? null;
