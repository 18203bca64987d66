import { inChinese, type Say as SayOf } from '../../words/sentence.ts';
import type { en } from './en.ts';

/** Sentences that are made by rules which both sides share. Pure: who calls brings the way to say them; without one it is Chinese. */
export type Sentence = keyof typeof en;

export type Say = SayOf<Sentence>;

export const chinese: Say = inChinese;
