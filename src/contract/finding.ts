import * as v from 'valibot';
import { isPublicity } from './body-lint.ts';
import type { Day } from './day.ts';
import { textsOf } from './english.ts';
import { type Entry, mentionsOf } from './entry.ts';
import type { EntryId } from './id.ts';
import type { Item, itemGenres } from './item.ts';
import { maskIn, spotsIn } from './personal-data.ts';
import { plainText, type RichText } from './text.ts';

/** What a scan before each signature points out: a place, the word that stands there, and what it may be. A person decides. */

export const findingKinds = {
  'id-number': '身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
  'doc-no': '没有文号',
  'formed-on': '成文日期在将来',
  'dead-link': '引用的内容没有发布',
  'old-law': '旧条例的说法',
  period: '公示没有写公示期',
  'dead-attachment': '附件还不能显示',
  'silent-attachment': '附件里没有能搜索的文字',
} as const;
export type FindingKind = keyof typeof findingKinds;

export const Finding = v.strictObject({
  kind: v.picklist(Object.keys(findingKinds) as [FindingKind, ...FindingKind[]]),
  /** Where it stands in the entry: `body.3`, `docNo`. */
  path: v.string(),
  word: v.string(),
});
export type Finding = v.InferOutput<typeof Finding>;

/** Under which a signer says to have seen it; without the word, which may be a person's number. */
export const findingKey = ({ kind, path }: Finding): string => `${kind} ${path}`;

/** Documents of these genres bear a number (文号). */
const NUMBERED: readonly (typeof itemGenres)[number][] = ['通知', '决定', '意见', '批复', '函'];
/** 2008 条例: 15 working days, and openness as principle; since 2019 20 working days (Art. 33) and as the rule (Art. 5). */
const OLD_LAW = [/(?:15|十五)\s*个工作日/, /以?公开为原则/];
const ABOUT_DISCLOSURE = /信息公开|依申请公开/;

/** What a finding in an attachment is called: that file, or a page of it. What stands there cannot be masked by the desk. */
export const attachmentPath = (at: number, page?: number): string =>
  page === undefined ? `attachments.${at}` : `attachments.${at}.page.${page}`;
export const isInAttachment = ({ path }: Pick<Finding, 'path'>): boolean => path.includes('.page.');

/** Codes of the official lists and the hall's own, and fields that are made for a telephone number to be called. */
const NOT_READ: readonly string[] = ['id', 'file', 'codes', 'creditCode', 'phone', 'phones'];

export interface ScanFacts {
  readonly today: Day;
  readonly isShown: (id: EntryId) => boolean;
  readonly titleOf: (id: EntryId) => string;
}

export const findingsIn = (entry: Entry, facts: ScanFacts): readonly Finding[] => {
  const found = textsIn(entry).flatMap(([path, text]) => [
    ...spotsIn(text, facts.today).map(({ kind, word }) => ({ kind, path, word })),
    ...oldLaw(path, text),
  ]);
  return [...found, ...(entry.kind === 'item' ? inItem(entry, facts.today) : []), ...deadLinks(entry, facts)];
};

const oldLaw = (path: string, text: string): readonly Finding[] =>
  OLD_LAW.flatMap((pattern, at) => {
    const word = pattern.exec(text)?.[0];
    const isMeant = at > 0 || ABOUT_DISCLOSURE.test(text);
    return word !== undefined && isMeant ? [{ kind: 'old-law' as const, path, word }] : [];
  });

const inItem = (item: Item, today: Day): readonly Finding[] => [
  ...(item.docNo === undefined && NUMBERED.includes(item.genre)
    ? [{ kind: 'doc-no' as const, path: 'docNo', word: item.genre }]
    : []),
  ...(item.formedOn > today
    ? [{ kind: 'formed-on' as const, path: 'formedOn', word: item.formedOn as string }]
    : []),
  ...(isPublicity(item) && item.period === undefined
    ? [{ kind: 'period' as const, path: 'period', word: '公示' }]
    : []),
];

const deadLinks = (entry: Entry, { isShown, titleOf }: ScanFacts): readonly Finding[] =>
  [...new Set(mentionsOf(entry))]
    .filter((id) => id !== entry.id && !isShown(id))
    .map((id) => ({ kind: 'dead-link', path: placeOf(entry, id), word: titleOf(id) }));

const placeOf = (entry: Entry, id: EntryId): string => {
  const key = Object.entries(entry).find(([, value]) => value === id)?.[0];
  if (key !== undefined) return key;
  const blocks = 'body' in entry ? entry.body : [];
  return `body.${blocks.findIndex((block) => JSON.stringify(block).includes(`"${id}"`))}`;
};

type Text = readonly [path: string, text: string];

const textsIn = (value: unknown, path = ''): readonly Text[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): readonly Text[] => {
    if (NOT_READ.includes(name)) return [];
    const inner = path === '' ? name : `${path}.${name}`;
    // A block is read as it is shown: a number may be half in bold.
    if (name === 'body' && Array.isArray(part))
      return (part as RichText).map((block, at): Text => [`${inner}.${at}`, plainText([block])]);
    return textsIn(part, inner);
  });
};

/** The entry with the personal numbers at these places masked: `220821********0014`, `138****8000`. */
export const maskedAt = (entry: Entry, paths: readonly string[], today: Day): Entry => {
  const masked = (value: unknown, path: string, isIn: boolean): unknown => {
    if (typeof value === 'string') return isIn ? maskIn(value, today) : value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, part]) => {
      const inner = path === '' ? name : `${path}.${name}`;
      const isKept = NOT_READ.includes(name) || name === 'to' || name === 'type';
      return [name, isKept ? part : masked(part, inner, isIn || paths.includes(inner))] as const;
    });
    return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
  };
  return withKeysMasked(masked(entry, '', false) as Entry, today);
};

/** English stands under its Chinese: where that was masked, nothing of the number stays beside it. */
const withKeysMasked = (entry: Entry, today: Day): Entry => {
  if (entry.en === undefined) return entry;
  const texts = new Set(textsOf(entry));
  const keyOf = (chinese: string): string => (texts.has(chinese) ? chinese : maskIn(chinese, today));
  return {
    ...entry,
    en: Object.fromEntries(Object.entries(entry.en).map(([chinese, english]) => [keyOf(chinese), english])),
  };
};
