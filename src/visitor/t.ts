import type { Sentence as OfContract } from '../contract/words/say.ts';
import type { Sentence as OfPrint } from '../print/words/t.ts';
import type { Sentence as OfUi } from '../ui/words/t.ts';
import { wording } from '../ui/words/words.ts';
import type { Whole } from '../words/sentence.ts';
import type { en } from './words/en.ts';

/** Everything that the visitor's app says. Only types come from the English catalogues: they are loaded when they are chosen. */
export type Sentence = keyof typeof en | OfContract | OfPrint | OfUi;

/** One that needs no value. */
export type Word = Whole<Sentence>;

export const t = wording<Sentence>();
