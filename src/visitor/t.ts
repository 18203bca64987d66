import type { Sentence as OfContract } from '../contract/words/say.ts';
import type { Sentence as OfPrint } from '../print/words/t.ts';
import type { Sentence as OfUi } from '../ui/words/t.ts';
import { wording } from '../ui/words/words.ts';
import type { en } from './words/en.ts';

/** Everything that the visitor's app says. Only types come from the English catalogues: they are loaded when they are chosen. */
export type Sentence = keyof typeof en | OfContract | OfPrint | OfUi;

export const t = wording<Sentence>();
