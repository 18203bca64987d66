import { en as ofContract } from '../../src/contract/words/en.ts';
import { en as ofPaper } from '../../src/print/words/en.ts';
import { en as ofComponents } from '../../src/ui/words/en.ts';
import { en as ofVisitor } from '../../src/visitor/words/en.ts';

const ENGLISH = { ...ofContract, ...ofPaper, ...ofComponents, ...ofVisitor };

export type Sentence = keyof typeof ENGLISH;

const GAP = /\{[^}]*\}/;

const pattern = (sentence: string): string =>
  sentence
    .trim()
    .split(GAP)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

const words = (sentence: Sentence): string => `(?:${pattern(sentence)}|${pattern(ENGLISH[sentence])})`;

/** A text that holds a sentence of the app, in whichever language it stands there, whatever fills its gaps. */
export const holding = (sentence: Sentence): RegExp => new RegExp(words(sentence));

/** The same, where the text begins with it. */
export const either = (sentence: Sentence): RegExp => new RegExp(`^${words(sentence)}`);
