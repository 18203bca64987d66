import type { EntryKind } from '../../contract/entry-name.ts';
import type { Digest, EntryId } from '../../contract/id.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import type { AudienceId, TopicId } from '../../contract/topic.ts';
import type { Database } from './connect.ts';
import type { ContentSchema, Current, FormRow, ItemRow, Row, SearchRow, SearchText } from './content-db.ts';

/** Reading, each in one transaction. No schema library here: what is stored was checked and verified as it came. */

export type ContentDatabase = Database<ContentSchema>;

export interface ReadEntry {
  readonly published: PublishedEntry;
  /** Changes exactly when the entry does; a filed form names its definition by it. */
  readonly digest: Digest;
}

export type RowOfKind<K extends EntryKind> = Extract<Row, { kind: K }>;

export interface RowFilter {
  readonly topic?: TopicId;
  readonly audience?: AudienceId;
  /** Only the newest so many. */
  readonly limit?: number;
}

export interface CatalogueQuery {
  readonly category?: string;
  readonly year?: number;
  readonly department?: string;
  /** The last row of the page before. */
  readonly after?: Pick<ItemRow, 'order' | 'id'>;
  readonly limit?: number;
}

export interface CataloguePage {
  readonly rows: readonly ItemRow[];
  /** How many rows the query has in all. */
  readonly count: number;
}

const LAST = '\uffff';
const PAGE = 50;

export const readCurrent = (db: ContentDatabase): Promise<Current | null> =>
  db.run({
    stores: ['state'],
    mode: 'readonly',
    do: async (unit) => ((await unit.objectStore('state').get('current')) as Current | undefined) ?? null,
  });

/** All that the home screen shows, in one go: it is painted whole, or not yet. */
export interface ForHome {
  readonly current: Current | null;
  readonly forms: readonly FormRow[];
}

export const readForHome = (db: ContentDatabase): Promise<ForHome> =>
  db.run({
    stores: ['state', 'rows'],
    mode: 'readonly',
    do: async (unit) => {
      const [held, forms] = await Promise.all([
        unit.objectStore('state').get('current'),
        unit.objectStore('rows').index('order').getAll(allOf('form')),
      ]);
      return { current: (held as Current | undefined) ?? null, forms: forms as FormRow[] };
    },
  });

const allOf = (kind: EntryKind): IDBKeyRange =>
  IDBKeyRange.bound([kind], [kind, Number.POSITIVE_INFINITY, LAST]);

export const readEntryFrom = (db: ContentDatabase, id: EntryId): Promise<ReadEntry | null> =>
  db.run({
    stores: ['rows', 'objects'],
    mode: 'readonly',
    do: async (unit) => {
      const row = await unit.objectStore('rows').get(id);
      if (row === undefined) return null;
      const published = await unit.objectStore('objects').get(row.digest);
      return published?.type === 'entry' ? { published, digest: row.digest } : null;
    },
  });

export const readRows = <K extends EntryKind>(
  db: ContentDatabase,
  kind: K,
  filter: RowFilter,
): Promise<readonly RowOfKind<K>[]> =>
  db.run({
    stores: ['rows'],
    mode: 'readonly',
    do: async (unit) => {
      const store = unit.objectStore('rows');
      const { topic, audience, limit } = filter;
      const all = allOf(kind);
      const found =
        topic === undefined
          ? await store.index('order').getAll(all, audience === undefined ? limit : undefined)
          : (await store.index('topic').getAll(topic)).sort((a, b) => a.order - b.order);
      return found.filter((row) => isFor(row, audience)).slice(0, limit) as RowOfKind<K>[];
    },
  });

const isFor = (row: Row, audience: AudienceId | undefined): boolean =>
  audience === undefined || (row.kind === 'guide' && row.audiences.includes(audience));

/** Newest first: `order` is the day negated, so a year is a range of it. */
const spanOf = (year: number | undefined): readonly [from: number, until: number] =>
  year === undefined
    ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [-(year * 10_000 + 1_231), -(year * 10_000 + 101)];

export const readCatalogue = (db: ContentDatabase, query: CatalogueQuery): Promise<CataloguePage> => {
  const { category, year, department, after, limit = PAGE } = query;
  const [from, until] = spanOf(year);
  const within = (prefix: readonly string[], start: readonly (string | number)[]): IDBKeyRange =>
    IDBKeyRange.bound([...prefix, ...start], [...prefix, until, LAST], start.length > 1);
  return db.run({
    stores: ['rows'],
    mode: 'readonly',
    do: async (unit) => {
      const store = unit.objectStore('rows');
      const [index, prefix] =
        category === undefined
          ? department === undefined
            ? ([store.index('order'), ['item']] as const)
            : ([store.index('department'), ['item', department]] as const)
          : department === undefined
            ? ([store.index('category'), [category]] as const)
            : ([store.index('both'), [category, department]] as const);
      const start = after === undefined ? [from] : [after.order, after.id];
      const [rows, count] = await Promise.all([
        index.getAll(within(prefix, start), limit),
        index.count(within(prefix, [from])),
      ]);
      return { rows: rows.filter((row): row is ItemRow => row.kind === 'item'), count };
    },
  });
};

export const readSearchRows = (db: ContentDatabase): Promise<readonly SearchRow[]> =>
  db.run({ stores: ['search'], mode: 'readonly', do: (unit) => unit.objectStore('search').getAll() });

export const readSearchTexts = (db: ContentDatabase): Promise<readonly SearchText[]> =>
  db.run({ stores: ['texts'], mode: 'readonly', do: (unit) => unit.objectStore('texts').getAll() });
