import type { Day } from './day.ts';
import { hasEnglish, isStale, staleIn, textsOf, wordsIn } from './english.ts';
import type { EnglishText, EnglishTexts } from './english-texts.ts';

/** English goes with its Chinese when that is changed, and is then stale until somebody has looked at it. */

export interface InTwoLanguages {
  readonly en?: EnglishTexts;
}

type Path = readonly string[];

const firstPlaceOf = (value: unknown, text: string): Path | null => {
  if (value === text) return [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const rest = key === 'en' ? null : firstPlaceOf(each, text);
    if (rest !== null) return [key, ...rest];
  }
  return null;
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (held, key) =>
      typeof held === 'object' && held !== null
        ? (held as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );

const wasOf = (chinese: string, english: EnglishText): string => (isStale(english) ? english.was : chinese);

/**
 * The text that stands where a text stood that is gone: a new one, so that a row which only moved up inherits nothing. What had
 * become stale in `before` already is found by what it was written for.
 */
const heirOf = (chinese: string, before: InTwoLanguages, after: object): string | null => {
  const known = Object.entries(before.en ?? {}).find(
    ([, english]) => isStale(english) && english.was === chinese,
  )?.[0];
  const now = textsOf(after);
  if (known !== undefined && now.includes(known)) return known;
  const path = firstPlaceOf(before, known ?? chinese);
  const text = path === null ? null : valueAt(after, path);
  return typeof text === 'string' && now.includes(text) && !textsOf(before).includes(text) ? text : null;
};

/** `after` with its English where the Chinese went to. What has nowhere to go stays as it is, and is not shown. */
export const followed = <T extends object>(
  before: object & InTwoLanguages,
  after: T & InTwoLanguages,
  on: Day,
): T & InTwoLanguages => {
  const texts = new Set(textsOf(after));
  const gone = Object.entries(after.en ?? {}).filter(([chinese]) => !texts.has(chinese));
  const en = new Map(Object.entries(after.en ?? {}));
  for (const [chinese, english] of gone) {
    const was = wasOf(chinese, english);
    const heir = texts.has(was) ? was : heirOf(chinese, before, after);
    if (heir === null || en.has(heir)) continue;
    en.delete(chinese);
    en.set(heir, heir === was ? wordsIn(english) : { text: wordsIn(english), was, on });
  }
  return gone.length === 0 ? after : { ...after, en: Object.fromEntries(en) };
};

/** Without English whose Chinese is gone: screens have no use for it, and it may hold what was taken out on purpose. */
export const withoutGone = <T extends object>(entry: T & InTwoLanguages): T & InTwoLanguages => {
  const { en } = entry;
  const texts = new Set(textsOf(entry));
  if (en === undefined || Object.keys(en).every((chinese) => texts.has(chinese))) return entry;
  const { en: _, ...rest } = entry;
  const kept = Object.entries(en).filter(([chinese]) => texts.has(chinese));
  return (kept.length === 0 ? rest : { ...rest, en: Object.fromEntries(kept) }) as T & InTwoLanguages;
};

export const englishStates = ['there', 'stale'] as const;
export type EnglishState = (typeof englishStates)[number];

/** For lists: whether an entry is named in English, and whether any of its English is stale. */
export const englishStateOf = (entry: InTwoLanguages & { readonly title: string }): EnglishState | null => {
  if (staleIn(entry).length > 0) return 'stale';
  return hasEnglish(entry) ? 'there' : null;
};
