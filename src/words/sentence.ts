/**
 * Sentences in more than one language. The Chinese sentence stands where it is used and is the key of the others, so that
 * Chinese needs no catalogue and a sentence without English does not compile. Places in braces are filled with values:
 * `共 {of} 份`. A number may choose among words: `{n:item|items}` is the n-th of them, or the last where there is no n-th.
 */

type NameIn<Place extends string> = Place extends `${infer Name}:${string}` ? Name : Place;

/** The names of a sentence's places. */
export type Names<S extends string> = S extends `${string}{${infer Place}}${infer Rest}`
  ? NameIn<Place> | Names<Rest>
  : never;

export type Values<S extends string> = Readonly<Record<Names<S>, string | number>>;

/** Says one of the sentences S in the language that is chosen. */
export type Say<S extends string> = <const K extends S>(
  sentence: K,
  ...values: [Names<K>] extends [never] ? [] : [values: Values<K>]
) => string;

/** Those that are whole as they stand. */
export type Whole<S extends string> = S extends `${string}{${string}}${string}` ? never : S;

/** Chinese sentence → the same in another language. */
export type Dictionary = Readonly<Record<string, string>>;

/** Only names that the Chinese sentence gives a value. */
type Checked<C extends Dictionary> = {
  readonly [K in keyof C]: K extends string ? ([Names<C[K]>] extends [Names<K>] ? C[K] : never) : never;
};

/** A catalogue, checked by the compiler: each English sentence asks for nothing that its Chinese one is not given. */
export const english = <const C extends Dictionary>(catalogue: C & Checked<C>): C => catalogue;

const chosen = (words: readonly string[], value: string | number | undefined): string =>
  words[Number(value) - 1] ?? words.at(-1) ?? '';

export const fill = (sentence: string, values: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name: string, words?: string) =>
    words === undefined ? String(values[name]) : chosen(words.split('|'), values[name]),
  );

/** The sentence as it stands. */
export const inChinese = (sentence: string, values?: Readonly<Record<string, string | number>>): string =>
  fill(sentence, values);
