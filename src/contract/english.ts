import type { Day } from './day.ts';
import type { EnglishText, EnglishTexts } from './english-texts.ts';

/** English put in the place of Chinese. Light on purpose: home waits for it. */

/** Fields whose words are the standards' own: rules go by them, and the interface itself says them in English. */
const ENUMERATED = new Set([
  ...[
    'kind',
    'type',
    'form',
    'necessity',
    'taskType',
    'clientTypes',
    'nature',
    'level',
    'handling',
    'examination',
  ],
  ...['channels', 'scope', 'delivery', 'genre', 'format', 'disclosureWay', 'personalData', 'section', 'en'],
  // By these people find it in Chinese.
  'aliases',
]);

/** The English itself, whatever Chinese it was written for. */
export const wordsIn = (english: EnglishText): string =>
  typeof english === 'string' ? english : english.text;

export const isStale = (english: EnglishText): english is Exclude<EnglishText, string> =>
  typeof english !== 'string';

/** English that fits its Chinese as it stands. */
export const fitting = (en: EnglishTexts = {}): EnglishTexts =>
  Object.values(en).some(isStale)
    ? Object.fromEntries(Object.entries(en).filter(([, english]) => !isStale(english)))
    : en;

const isEnumerated = (owner: object, key: string): boolean =>
  ENUMERATED.has(key) ||
  (key === 'source' && 'necessity' in owner) ||
  (key === 'validity' && 'genre' in owner);

const said = (value: unknown, words: EnglishTexts): unknown => {
  if (typeof value === 'string') {
    const english = words[value];
    return english === undefined ? value : wordsIn(english);
  }
  if (Array.isArray(value)) return value.map((each) => said(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      // 您 is how a chart says that the visitor does it.
      isEnumerated(value, key) || each === '您' ? each : said(each, words),
    ]),
  );
};

/** The same with its English put in, as far as there is any. `more`: what the hall says the same way everywhere. */
export const inEnglish = <T extends object>(
  it: T & { readonly en?: EnglishTexts },
  more: EnglishTexts = {},
): T => said(it, { ...more, ...it.en }) as T;

/** All texts that could have English, each once, in their order. */
export const textsOf = (value: unknown): readonly string[] => {
  const texts = new Set<string>();
  const visit = (each: unknown): void => {
    if (typeof each === 'string') {
      if (/\p{Script=Han}/u.test(each) && each !== '您') texts.add(each);
    } else if (Array.isArray(each)) each.forEach(visit);
    else if (typeof each === 'object' && each !== null)
      for (const [key, part] of Object.entries(each)) if (!isEnumerated(each, key)) visit(part);
  };
  visit(value);
  return [...texts];
};

export interface StaleText {
  readonly chinese: string;
  readonly english: string;
  readonly on: Day;
}

/** English that was written for an earlier text, in the order in which it stands. */
export const staleIn = ({
  en = {},
  ...rest
}: object & { readonly en?: EnglishTexts }): readonly StaleText[] => {
  const stale = Object.entries(en).filter(([, english]) => isStale(english));
  if (stale.length === 0) return [];
  return textsOf(rest).flatMap((chinese) => {
    const english = en[chinese];
    return english !== undefined && isStale(english)
      ? [{ chinese, english: english.text, on: english.on }]
      : [];
  });
};

/** Whether its name is in English: what lists show of it is, and what matters in it should be. */
export const hasEnglish = ({ title, en }: { readonly title: string; readonly en?: EnglishTexts }): boolean =>
  en?.[title] !== undefined;
