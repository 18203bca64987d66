import { batch, signal } from '@preact/signals';
import type { Language } from '../../words/language.ts';
import { type Dictionary, fill, type Say } from '../../words/sentence.ts';

/** What stands on the glass now. What draws with `wording` redraws by itself when it changes. */
export const language = signal<Language>('zh-CN');

/** Sentences of the language that stands there; null: Chinese, which needs none. */
const dictionary = signal<Dictionary | null>(null);

export const speak = (next: Language, words: Dictionary | null): void =>
  batch(() => {
    language.value = next;
    dictionary.value = words;
  });

/** A folder's own way to say its own sentences. */
export const wording =
  <S extends string>(): Say<S> =>
  (sentence, ...[values]) =>
    fill(dictionary.value?.[sentence] ?? sentence, values);
