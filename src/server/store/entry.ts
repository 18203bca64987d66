import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { EntryId } from '../../contract/id.ts';
import type { ContentTables } from './content-tables.ts';
import type { Db, Trx } from './store.ts';

/** Entries as the desk keeps them: where each stands, every draft, every signature. */

export type EntryRecord = Selectable<ContentTables['entry']>;
export type ActRecord = Selectable<ContentTables['review_act']>;
type Reader = Db | Trx;

/** Names of staff come along, because every list shows them. */
export type NamedEntryRecord = EntryRecord & {
  author_name: string | null;
  /** Who answers for it: its own department, or its owner's. */
  its_department: string | null;
};

export function entryRecords(db: Reader): Promise<NamedEntryRecord[]> {
  return named(db).orderBy('entry.id').execute();
}

export function entryRecordsIn(db: Reader, ...states: readonly string[]): Promise<NamedEntryRecord[]> {
  if (states.length === 0) return Promise.resolve([]);
  return named(db).where('entry.state', 'in', states).orderBy('entry.edited_at').execute();
}

/** Whose time to be published has come. */
export function entriesToPublish(db: Reader, now: Moment): Promise<NamedEntryRecord[]> {
  return named(db)
    .where('entry.state', '=', 'scheduled')
    .where('entry.publish_at', '<=', now)
    .orderBy('entry.publish_at')
    .execute();
}

/** What screens show whose time there is over. */
export function entriesToEnd(db: Reader, now: Moment): Promise<NamedEntryRecord[]> {
  return named(db)
    .where('entry.published_revision', 'is not', null)
    .where('entry.end_at', '<=', now)
    .orderBy('entry.end_at')
    .execute();
}

/** What came back to the person who wrote it. */
export function entriesReturnedTo(db: Reader, author: string): Promise<NamedEntryRecord[]> {
  return named(db)
    .where('entry.state', '=', 'returned')
    .where('entry.author_id', '=', author)
    .orderBy('entry.edited_at')
    .execute();
}

/** What went out urgently and waits for signatures. */
export function entriesOwed(db: Reader): Promise<NamedEntryRecord[]> {
  return named(db)
    .whereRef('entry.urgent_revision', '=', 'entry.published_revision')
    .orderBy('entry.edited_at')
    .execute();
}

export function entryRecord(db: Reader, id: EntryId): Promise<NamedEntryRecord | undefined> {
  return named(db).where('entry.id', '=', id).executeTakeFirst();
}

function named(db: Reader) {
  return db
    .selectFrom('entry')
    .leftJoin('staff', 'staff.id', 'entry.author_id')
    .leftJoin('entry as owner', 'owner.id', 'entry.owner_id')
    .selectAll('entry')
    .select((is) => [
      'staff.name as author_name',
      is.fn.coalesce('owner.department', 'entry.department').as('its_department'),
    ]);
}

export async function putEntry(trx: Trx, record: Insertable<ContentTables['entry']>): Promise<void> {
  await trx.insertInto('entry').values(record).execute();
}

export async function changeEntry(
  trx: Trx,
  id: string,
  change: Updateable<ContentTables['entry']>,
): Promise<void> {
  await trx.updateTable('entry').set(change).where('id', '=', id).execute();
}

export async function hasIndexNo(trx: Trx, indexNo: string): Promise<boolean> {
  return (
    (await trx.selectFrom('entry').select('id').where('index_no', '=', indexNo).executeTakeFirst()) !==
    undefined
  );
}

/** Canonical JSON of one draft. */
export async function draftBody(db: Reader, id: string, revision: number): Promise<string> {
  const row = await db
    .selectFrom('draft')
    .select('body')
    .where('entry_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return row.body;
}

export async function hasDraft(db: Reader, id: string, revision: number): Promise<boolean> {
  const query = db.selectFrom('draft').select('revision').where('entry_id', '=', id);
  return (await query.where('revision', '=', revision).executeTakeFirst()) !== undefined;
}

export async function putDraft(trx: Trx, draft: Insertable<ContentTables['draft']>): Promise<void> {
  await trx.insertInto('draft').values(draft).execute();
}

export async function putAct(trx: Trx, act: Insertable<ContentTables['review_act']>): Promise<void> {
  await trx.insertInto('review_act').values(act).execute();
}

/** Newest first. */
export function actsOn(db: Reader, id: EntryId): Promise<ActRecord[]> {
  return db.selectFrom('review_act').selectAll().where('entry_id', '=', id).orderBy('n', 'desc').execute();
}

/** The latest act that brought a revision to the screens or took it from them. */
export function lastShowing(db: Reader, id: string, revision: number): Promise<ActRecord | undefined> {
  return db
    .selectFrom('review_act')
    .selectAll()
    .where('entry_id', '=', id)
    .where('revision', '=', revision)
    .where('move', 'in', ['publish', 'withdraw'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Who let a draft be published, if it still counts: the latest final signature on that very revision. */
export function approvalOf(db: Reader, id: string, revision: number): Promise<ActRecord | undefined> {
  return db
    .selectFrom('review_act')
    .selectAll()
    .where('entry_id', '=', id)
    .where('revision', '=', revision)
    .where('move', 'in', ['approve', 'sign', 'urgent'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The revision that screens showed before this one; 0 if none. */
export async function shownBefore(db: Reader, id: string, revision: number): Promise<number> {
  const row = await db
    .selectFrom('review_act')
    .select((is) => is.fn.max('revision').as('revision'))
    .where('entry_id', '=', id)
    .where('move', '=', 'publish')
    .where('revision', '<', revision)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** Every act on a revision. */
export function actsOnRevision(db: Reader, id: string, revision: number): Promise<ActRecord[]> {
  return db
    .selectFrom('review_act')
    .selectAll()
    .where('entry_id', '=', id)
    .where('revision', '=', revision)
    .orderBy('n')
    .execute();
}

/** The moves that one person has made on a revision. */
export async function movesBy(db: Reader, id: string, revision: number, by: string): Promise<string[]> {
  const rows = await db
    .selectFrom('review_act')
    .select('move')
    .where('entry_id', '=', id)
    .where('revision', '=', revision)
    .where('by_id', '=', by)
    .execute();
  return rows.map((row) => row.move);
}

export interface MadeWhere {
  readonly id: string;
  readonly move: string;
  readonly by: string;
  readonly after: number;
  readonly until: number;
}

/** Whether this person has made the move on any revision later than `after`, up to `until`. */
export async function hasMade(db: Reader, { id, move, by, after, until }: MadeWhere): Promise<boolean> {
  const row = await db
    .selectFrom('review_act')
    .select('n')
    .where('entry_id', '=', id)
    .where('move', '=', move)
    .where('by_id', '=', by)
    .where('revision', '>', after)
    .where('revision', '<=', until)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function authorName(db: Reader, id: string | null): Promise<string> {
  if (id === null) return '导入';
  const row = await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '已离开的同事';
}

/** Who wrote any draft later than `after`, up to `until`. */
export async function draftAuthors(
  db: Reader,
  id: string,
  after: number,
  until = Number.MAX_SAFE_INTEGER,
): Promise<string[]> {
  const rows = await db
    .selectFrom('draft')
    .select('author_id')
    .distinct()
    .where('entry_id', '=', id)
    .where('revision', '>', after)
    .where('revision', '<=', until)
    .execute();
  return rows.flatMap((row) => (row.author_id === null ? [] : [row.author_id]));
}
