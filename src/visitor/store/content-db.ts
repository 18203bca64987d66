import type { DBSchema, IDBPDatabase } from 'idb';
import type { Picture } from '../../contract/attachment.ts';
import type { Day, Moment } from '../../contract/day.ts';
import type { CalendarYear } from '../../contract/deadline.ts';
import type { EntryKind } from '../../contract/entry-name.ts';
import type { FormPurpose } from '../../contract/form.ts';
import type { Hall } from '../../contract/hall.ts';
import type { Digest, EntryId, HallId, ObjectId } from '../../contract/id.ts';
import type { Item } from '../../contract/item.ts';
import type { Page } from '../../contract/page.ts';
import type { PublishedHall, PublishedObject } from '../../contract/published.ts';
import type { SignedHead } from '../../contract/snapshot.ts';
import type { AudienceId, TopicId } from '../../contract/topic.ts';
import { type Database, type DatabaseLoss, database } from './connect.ts';

/**
 * What the hall has published, as this machine holds it. `objects` fill as they come; everything else turns in one transaction
 * with the snapshot number, so that no screen ever shows half of two snapshots.
 */

/** `whole`: what a list shows of it is sample data too; `part`: something further in. */
export type SampleExtent = 'none' | 'part' | 'whole';

export interface EnglishNames {
  readonly title: string;
  readonly summary: string;
}

interface RowOf<K extends EntryKind> {
  readonly kind: K;
  readonly id: EntryId;
  readonly title: string;
  /** The line beneath the title; may be empty. */
  readonly summary: string;
  readonly digest: Digest;
  readonly sample: SampleExtent;
  /** The day by which lists are ordered: formed on (items), else updated on. */
  readonly on: Day;
  /** Ascending = newest first, so that a page is one `getAll`. */
  readonly order: number;
  readonly publishedAt: Moment;
  readonly firstPublishedAt: Moment;
  /** Where the hall has them in English. */
  readonly en?: EnglishNames;
}

export interface GuideRow extends RowOf<'guide'> {
  readonly officialName: string;
  readonly topics: readonly TopicId[];
  readonly audiences: readonly AudienceId[];
  readonly department: string;
  readonly handling: string;
}
export interface ItemRow extends RowOf<'item'> {
  readonly category: string;
  readonly department: string;
  readonly indexNo: string;
  readonly docNo: string;
  readonly genre: string;
  readonly validity: Item['validity'];
  readonly until: Day | null;
  readonly replaces: EntryId | null;
}
export interface ChartRow extends RowOf<'chart'> {
  readonly guide: EntryId | null;
}
export interface CardRow extends RowOf<'card'> {
  readonly guide: EntryId | null;
}
export interface PageRow extends RowOf<'page'> {
  readonly section: Page['section'];
}
export interface FormRow extends RowOf<'form'> {
  readonly purpose: FormPurpose;
  readonly minutes: number;
}
export type Row = GuideRow | ItemRow | ChartRow | CardRow | PageRow | FormRow;

/** What search looks at first; `pinyin` and `initials` stand in the order of the title and the aliases. */
export interface SearchRow {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly title: string;
  readonly summary: string;
  readonly sample: SampleExtent;
  readonly on: Day;
  readonly aliases: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
  /** Of a guide: who stands behind it. */
  readonly department?: string;
  readonly en?: EnglishNames;
}
/** All other words of an entry; those of its attachments stand behind its own. */
export interface SearchText {
  readonly id: EntryId;
  readonly words: string;
  /** Where each attachment's words begin. */
  readonly files?: readonly { readonly name: string; readonly at: number }[];
}

/** The pictures of an entry, in the order in which they are fetched. Only entries that have some. */
export interface PicturedRow {
  readonly id: EntryId;
  readonly publishedAt: Moment;
  readonly pictures: readonly Picture[];
}

export type Count = Readonly<Record<string, number>>;
export interface Counts {
  readonly kinds: Readonly<Record<EntryKind, number>>;
  /** Guides by topic and by audience. */
  readonly topics: Count;
  readonly audiences: Count;
  /** Items by category, year and department. */
  readonly categories: Count;
  readonly years: Count;
  readonly departments: Count;
  /** Items that leave the lists by themselves, on the day after `until`, also where no network tells of it. */
  readonly timed: readonly TimedItem[];
  /** Which item took the place of which: old id to new. */
  readonly replaced: Readonly<Record<string, EntryId>>;
}

export interface TimedItem extends Pick<ItemRow, 'kind' | 'id' | 'category' | 'department' | 'on'> {
  readonly until: Day;
}

/**
 * Raise it whenever `derive` makes other rows: every machine then makes its rows anew from the objects that it holds, without
 * the network, before it shows any.
 */
export const DERIVED_VERSION = 7;

/** The one row that the home screen needs. */
export interface Current {
  readonly number: number;
  readonly signedAt: Moment;
  readonly hallId: HallId;
  readonly hall: Hall;
  /** How its departments sound, by their ids. */
  readonly sounds: NonNullable<PublishedHall['sounds']>;
  readonly calendars: readonly CalendarYear[];
  readonly counts: Counts;
  /** Version of the derived rows' shape. */
  readonly derived: number;
}

/** What the next pull starts from. */
export interface Standing {
  readonly number: number;
  readonly signed: SignedHead;
  /** Digest of the head's bytes. */
  readonly headDigest: Digest;
  /** The root's public key, pinned at the first pull. */
  readonly root: string;
}

/** The snapshot's objects; apart from the standing, because it is long and seldom needed. */
export type StoredList = readonly (readonly [ObjectId, Digest])[];

export interface ContentSchema extends DBSchema {
  objects: { key: Digest; value: PublishedObject };
  state: {
    key: 'current' | 'standing' | 'list' | 'previous';
    value: Current | Standing | StoredList | readonly Digest[];
  };
  rows: {
    key: EntryId;
    value: Row;
    indexes: {
      order: [string, number, string];
      category: [string, number, string];
      department: [string, string, number, string];
      both: [string, string, number, string];
      topic: TopicId;
    };
  };
  search: { key: EntryId; value: SearchRow };
  texts: { key: EntryId; value: SearchText };
  pictured: { key: EntryId; value: PicturedRow };
  /** Bytes of pictures under their digests; they come after the texts, and one by one. */
  pictures: { key: Digest; value: Blob };
}

export const CONTENT_DB = 'bianminping-content';

export const openContent = (
  name: string = CONTENT_DB,
  onNew?: (loss: DatabaseLoss) => void,
): Database<ContentSchema> =>
  database<ContentSchema>({
    name,
    version: 2,
    upgrade: (db, oldVersion) => {
      if (oldVersion < 1) createFirst(db);
      db.createObjectStore('pictured', { keyPath: 'id' });
      db.createObjectStore('pictures');
    },
    ...(onNew !== undefined && { onNew }),
  });

const createFirst = (db: IDBPDatabase<ContentSchema>): void => {
  db.createObjectStore('objects');
  db.createObjectStore('state');
  const rows = db.createObjectStore('rows', { keyPath: 'id' });
  rows.createIndex('order', ['kind', 'order', 'id']);
  rows.createIndex('category', ['category', 'order', 'id']);
  // Guides have a department too, hence the kind; a category only items have.
  rows.createIndex('department', ['kind', 'department', 'order', 'id']);
  rows.createIndex('both', ['category', 'department', 'order', 'id']);
  rows.createIndex('topic', 'topics', { multiEntry: true });
  db.createObjectStore('search', { keyPath: 'id' });
  db.createObjectStore('texts', { keyPath: 'id' });
};
