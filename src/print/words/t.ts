import { wording } from '../../ui/words/words.ts';
import type { en } from './en.ts';

/** What is printed for visitors, in the language in which they read the screen. */
export type Sentence = keyof typeof en;

export const t = wording<Sentence>();
