import type { Day } from '../../contract/day.ts';
import { wordsIn } from '../../contract/english.ts';
import { type Entry, wordsOf } from '../../contract/entry.ts';
import type { Digest, EntryId } from '../../contract/id.ts';
import { type PublishedEntry, picturesOf } from '../../contract/published.ts';
import type {
  Counts,
  EnglishNames,
  ItemRow,
  PicturedRow,
  Row,
  SampleExtent,
  SearchRow,
  SearchText,
  TimedItem,
} from './content-db.ts';
import { countItem, plus } from './timed.ts';

/** What lists and search read, made from an object when its snapshot turns. */

export interface Derived {
  readonly row: Row;
  readonly search: SearchRow;
  readonly text: SearchText;
  readonly pictured: PicturedRow | null;
}

const dayOf = (entry: Entry): Day => (entry.kind === 'item' ? entry.formedOn : entry.updatedOn);
const orderOf = (on: Day): number => -Number(on.replaceAll('-', ''));

const summaryOf = (entry: Entry): string => {
  switch (entry.kind) {
    case 'form':
      return entry.intro[0] ?? '';
    case 'card':
      return entry.where;
    default:
      return entry.summary;
  }
};

/** Of a guide lists show the title, which is the official one, and the summary. */
const sampleOf = ({ sample }: Entry): SampleExtent => {
  if (typeof sample === 'boolean') return sample ? 'whole' : 'none';
  if (sample.includes('summary')) return 'whole';
  return sample.length > 0 ? 'part' : 'none';
};

const particularsOf = (entry: Entry, indexNo: string | undefined) => {
  switch (entry.kind) {
    case 'guide': {
      const { kind, officialName, topics, audiences, handling } = entry;
      return { kind, officialName, topics, audiences, department: entry.handler.department, handling };
    }
    case 'item': {
      const { kind, category, department, genre, validity } = entry;
      return {
        kind,
        category,
        department,
        genre,
        validity,
        docNo: entry.docNo ?? '',
        indexNo: indexNo ?? '',
        until: entry.period?.until ?? null,
        replaces: entry.replaces ?? null,
      };
    }
    case 'chart':
    case 'card':
      return { kind: entry.kind, guide: entry.guide ?? null };
    case 'page':
      return { kind: entry.kind, section: entry.section };
    case 'form':
      return { kind: entry.kind, purpose: entry.purpose, minutes: entry.minutes };
  }
};

/** A guide's in the order of its search keys, which follow the title's: what is found by sound can then be marked. */
const aliasesOf = (entry: Entry): readonly string[] => {
  if (entry.kind === 'guide')
    return [...new Set([entry.officialName, ...entry.aliases])].filter((each) => each !== entry.title);
  return entry.kind === 'item' ? entry.keywords : [];
};

const englishOf = ({ title, en }: Entry, summary: string): { readonly en?: EnglishNames } => {
  const named = en?.[title];
  const told = en?.[summary];
  return named === undefined
    ? {}
    : { en: { title: wordsIn(named), summary: typeof told === 'string' ? told : '' } };
};

export const derive = (published: PublishedEntry, digest: Digest): Derived => {
  const { entry, publishedAt, firstPublishedAt, indexNo, search } = published;
  const { id, title, kind } = entry;
  const on = dayOf(entry);
  const summary = summaryOf(entry);
  const sample = sampleOf(entry);
  const dates = { on, order: orderOf(on), publishedAt, firstPublishedAt };
  const en = englishOf(entry, summary);
  return {
    row: { id, title, summary, digest, sample, ...dates, ...particularsOf(entry, indexNo), ...en },
    search: {
      ...{
        id,
        kind,
        title,
        summary,
        sample,
        on,
        aliases: [...aliasesOf(entry), ...(en.en ? [en.en.title] : [])],
        ...search,
        ...en,
      },
      ...(entry.kind === 'guide' && { department: entry.handler.department }),
    },
    text: textOf(published),
    pictured: picturedOf(published),
  };
};

/**
 * So many letters of all its attachments are searched, shared evenly: a file of two hundred pages must not make every search on the
 * screen slower.
 */
const MOST_FILE_LETTERS = 12_000;

const textOf = ({ entry, indexNo, attachments = [] }: PublishedEntry): SearchText => {
  const { id } = entry;
  const own = [indexNo ?? '', wordsOf(entry), ...Object.values(entry.en ?? {}).map(wordsIn)].join('\n');
  if (attachments.length === 0) return { id, words: own };
  const each = Math.floor(MOST_FILE_LETTERS / attachments.length);
  let words = own;
  const files = attachments.map(({ name, text }) => {
    const at = words.length + 1;
    words += `\n${name}\n${text.slice(0, each).replaceAll('\f', '')}`;
    return { name, at };
  });
  return { id, words, files };
};

const picturedOf = (published: PublishedEntry): PicturedRow | null => {
  const pictures = picturesOf(published);
  if (pictures.length === 0) return null;
  return { id: published.entry.id, publishedAt: published.publishedAt, pictures };
};

export const noCounts = (): Counts => ({
  kinds: { guide: 0, chart: 0, item: 0, card: 0, form: 0, page: 0 },
  topics: {},
  audiences: {},
  categories: {},
  years: {},
  departments: {},
  timed: [],
  replaced: {},
});

/** Counts with one row more (`by` 1) or one row less (-1). */
export const countRow = (counts: Counts, row: Row, by: 1 | -1): Counts => {
  const kinds = { ...counts.kinds, [row.kind]: counts.kinds[row.kind] + by };
  if (row.kind === 'guide') {
    const topics = plus(counts.topics, row.topics, by);
    return { ...counts, kinds, topics, audiences: plus(counts.audiences, row.audiences, by) };
  }
  if (row.kind !== 'item') return { ...counts, kinds };
  return {
    ...countItem(counts, row, by),
    timed: timedWith(counts.timed, row, by),
    replaced: replacedWith(counts.replaced, row, by),
  };
};

const replacedWith = (
  replaced: Counts['replaced'],
  { id, replaces }: ItemRow,
  by: 1 | -1,
): Counts['replaced'] => {
  if (replaces === null) return replaced;
  if (by === 1) return { ...replaced, [replaces]: id };
  const { [replaces]: held, ...rest } = replaced;
  return held === id ? rest : replaced;
};

const timedWith = (
  timed: readonly TimedItem[],
  { kind, id, category, department, on, until }: ItemRow,
  by: 1 | -1,
): readonly TimedItem[] => {
  if (until === null) return timed;
  if (by === 1) return [...timed, { kind, id, category, department, on, until }];
  const at = timed.findIndex((each) => each.id === id);
  return at < 0 ? timed : timed.toSpliced(at, 1);
};

/** The ids of one list that another lacks or holds with another digest. */
export const changedIds = <I extends string>(
  from: ReadonlyMap<I, Digest>,
  to: ReadonlyMap<I, Digest>,
): readonly I[] => [...to].filter(([id, digest]) => from.get(id) !== digest).map(([id]) => id);

export const isEntryObject = <I extends string>(id: I): id is I & EntryId => !/^(?:hall|calendar)\//.test(id);
