import type { en } from './en.ts';
import { wording } from './words.ts';

/** The components' own words: they know none of the field. */
export type Sentence = keyof typeof en;

export const t = wording<Sentence>();
