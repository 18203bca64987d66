import type { Insertable, Selectable } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { EntryId } from '../../contract/id.ts';
import type { BatchTables } from './batch-tables.ts';
import type { EntryRecord } from './entry.ts';
import type { Db, Trx } from './store.ts';

/** Queries on batches, their rows, and the entries that a batch writes and takes back, many at a time. */

export type BatchRecord = Selectable<BatchTables['batch']>;
export type BatchRowRecord = Selectable<BatchTables['batch_row']>;
type Reader = Db | Trx;

export async function putBatch(trx: Reader, record: Insertable<BatchTables['batch']>): Promise<void> {
  await trx.insertInto('batch').values(record).execute();
}

export async function putBatchRows(
  trx: Reader,
  rows: readonly Insertable<BatchTables['batch_row']>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('batch_row').values(rows).execute();
}

export async function changeBatch(
  trx: Reader,
  id: string,
  change: Partial<Pick<BatchRecord, 'state' | 'when_here'>>,
): Promise<void> {
  await trx.updateTable('batch').set(change).where('id', '=', id).execute();
}

/** Newest first; those of one person, or everybody's. */
export function batchRecords(db: Reader, by: string | null): Promise<BatchRecord[]> {
  const all = db.selectFrom('batch').selectAll().where('state', '!=', 'reading').orderBy('at', 'desc');
  return (by === null ? all : all.where('by_id', '=', by)).limit(200).execute();
}

export function batchRecord(db: Reader, id: string): Promise<BatchRecord | undefined> {
  return db
    .selectFrom('batch')
    .selectAll()
    .where('id', '=', id)
    .where('state', '!=', 'reading')
    .executeTakeFirst();
}

export async function dropBatch(trx: Reader, id: string): Promise<void> {
  await trx.deleteFrom('batch_row').where('batch_id', '=', id).execute();
  await trx.deleteFrom('batch').where('id', '=', id).execute();
}

/** Batches whose reading broke off with the server. */
export async function unreadBatches(db: Reader, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('state', '=', 'reading')
    .where('at', '<', before)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of all batches. */
export async function countAllRows(db: Reader): Promise<number> {
  const all = db.selectFrom('batch_row').select((is) => is.fn.countAll<number>().as('count'));
  return Number((await all.executeTakeFirstOrThrow()).count);
}

export interface RowCount {
  readonly verdict: string;
  readonly outcome: string;
  readonly sending: string | null;
  readonly count: number;
}

export async function countRows(db: Reader, id: string): Promise<RowCount[]> {
  const rows = await db
    .selectFrom('batch_row')
    .select(['verdict', 'outcome', 'sending', (is) => is.fn.countAll<number>().as('count')])
    .where('batch_id', '=', id)
    .groupBy(['verdict', 'outcome', 'sending'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The next rows in a state, in the order of the file. */
export function rowsWith(
  db: Reader,
  id: string,
  outcomes: readonly string[],
  most: number,
  after = 0,
): Promise<BatchRowRecord[]> {
  return db
    .selectFrom('batch_row')
    .selectAll()
    .where('batch_id', '=', id)
    .where('outcome', 'in', outcomes)
    .where('verdict', '!=', 'wrong')
    .where('n', '>', after)
    .orderBy('n')
    .limit(most)
    .execute();
}

/** What has to be put right, in the order of the file. */
export function faultyRows(db: Reader, id: string, after: number, most: number): Promise<BatchRowRecord[]> {
  return db
    .selectFrom('batch_row')
    .selectAll()
    .where('batch_id', '=', id)
    .where((is) => is.or([is('verdict', '=', 'wrong'), is('outcome', '=', 'refused')]))
    .where('n', '>', after)
    .orderBy('n')
    .limit(most)
    .execute();
}

export interface RowSearch {
  readonly verdict: string | null;
  readonly outcome: string | null;
  readonly sending: string | null;
  readonly q: string;
}

export async function pageOfRows(
  db: Reader,
  id: string,
  { verdict, outcome, sending, q }: RowSearch,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ rows: BatchRowRecord[]; total: number }> {
  let found = db.selectFrom('batch_row').where('batch_id', '=', id);
  if (verdict !== null) found = found.where('verdict', '=', verdict);
  if (outcome !== null) found = found.where('outcome', '=', outcome);
  if (sending !== null) found = found.where('sending', '=', sending);
  if (q !== '')
    found = found.where((is) => is.or([is('title', 'like', like(q)), is('faults', 'like', like(q))]));
  const count = await found.select((is) => is.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('n')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total: Number(count.count) };
}

const like = (q: string): string => `%${q.replace(/[%_]/g, '')}%`;

export async function changeRow(
  trx: Trx,
  { batch_id, n }: Pick<BatchRowRecord, 'batch_id' | 'n'>,
  change: Partial<Pick<BatchRowRecord, 'outcome' | 'faults' | 'entry_id' | 'made' | 'sending' | 'why'>>,
): Promise<void> {
  await trx
    .updateTable('batch_row')
    .set(change)
    .where('batch_id', '=', batch_id)
    .where('n', '=', n)
    .execute();
}

/** What a row must have become for its drafts to be sent for review. */
const WRITTEN = ['created', 'revised'];
/** And what has become of them since: nothing, or a try that can be made again. */
const OPEN = ['asked', 'refused'];
export const isSendable = ({ outcome, sending }: Pick<BatchRowRecord, 'outcome' | 'sending'>): boolean =>
  WRITTEN.includes(outcome) && (sending === null || OPEN.includes(sending));

/** Asks for the drafts of these rows, or of all; what was asked for before and not done is asked for no more. How many they are. */
export async function askSendings(trx: Trx, id: string, rows: readonly number[] | 'all'): Promise<number> {
  const its = trx.updateTable('batch_row').where('batch_id', '=', id);
  await its.set({ sending: null }).where('sending', '=', 'asked').execute();
  const open = its
    .set({ sending: 'asked', why: '' })
    .where('outcome', 'in', WRITTEN)
    .where((is) => is.or([is('sending', 'is', null), is('sending', 'in', OPEN)]));
  if (rows === 'all') return Number((await open.executeTakeFirst()).numUpdatedRows);
  let asked = 0;
  // Engines bound the number of parameters of one statement.
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500);
    asked += Number((await open.where('n', 'in', part).executeTakeFirst()).numUpdatedRows);
  }
  return asked;
}

/** The next rows whose drafts are asked for, in the order of the file. */
export function askedRows(db: Reader, id: string, after: number, most: number): Promise<BatchRowRecord[]> {
  return db
    .selectFrom('batch_row')
    .selectAll()
    .where('batch_id', '=', id)
    .where('n', '>', after)
    .where('sending', '=', 'asked')
    .orderBy('n')
    .limit(most)
    .execute();
}

/** An entry and its text as it was written last. */
export type EntryWithBody = EntryRecord & { readonly body: string };

const withBody = (db: Reader) =>
  db
    .selectFrom('entry')
    .innerJoin('draft', (join) =>
      join.onRef('draft.entry_id', '=', 'entry.id').onRef('draft.revision', '=', 'entry.revision'),
    )
    .selectAll('entry')
    .select('draft.body');

export async function entriesTitled(
  db: Reader,
  kind: string,
  titles: readonly string[],
): Promise<EntryWithBody[]> {
  return titles.length === 0
    ? []
    : withBody(db).where('entry.kind', '=', kind).where('entry.title', 'in', titles).execute();
}

export async function entriesNumbered(db: Reader, numbers: readonly string[]): Promise<EntryWithBody[]> {
  return numbers.length === 0 ? [] : withBody(db).where('entry.index_no', 'in', numbers).execute();
}

export async function entriesNamed(db: Reader, ids: readonly string[]): Promise<EntryWithBody[]> {
  return ids.length === 0 ? [] : withBody(db).where('entry.id', 'in', ids).execute();
}

export function entriesOfKind(db: Reader, kind: string): Promise<EntryWithBody[]> {
  return withBody(db).where('entry.kind', '=', kind).orderBy('entry.id').execute();
}

export async function hasAnyEntry(db: Reader, ids: readonly string[]): Promise<boolean> {
  return (await db.selectFrom('entry').select('id').where('id', 'in', ids).executeTakeFirst()) !== undefined;
}

export async function idsOfKind(db: Reader, kind: string): Promise<string[]> {
  const rows = await db.selectFrom('entry').select('id').where('kind', '=', kind).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/**
 * Whether anybody has gone on with a revision in a way that its number and state do not show: typed from it, said something of it,
 * written on the entry's review sheet since, or met with it what was announced. What came before it does not hold it.
 */
export async function isBusyRevision(
  trx: Trx,
  id: string,
  revision: number,
  isWhole: boolean,
): Promise<boolean> {
  const draft = await trx
    .selectFrom('draft')
    .select('saved_at')
    .where('entry_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  const since = (draft?.saved_at ?? '') as Moment;
  const due = trx
    .selectFrom('due_item')
    .select('id')
    .where('entry_id', '=', id as EntryId);
  const found = [
    await trx
      .selectFrom('writing')
      .select('entry_id')
      .where('entry_id', '=', id)
      .where('based_on', '>=', revision)
      .executeTakeFirst(),
    await trx
      .selectFrom('review_comment')
      .select('n')
      .where('entry_id', '=', id)
      .where('revision', '>=', revision)
      .executeTakeFirst(),
    await trx
      .selectFrom('review_sheet')
      .select('entry_id')
      .where('entry_id', '=', id)
      .where('changed_at', '>=', since)
      .executeTakeFirst(),
    // An entry that was here before stays, and goes on meeting what it met.
    isWhole ? await due.executeTakeFirst() : await due.where('settled_at', '>=', since).executeTakeFirst(),
  ];
  return found.some((each) => each !== undefined);
}

/** Takes the last revision of an entry away; without an earlier one, the entry. Only for what nobody has signed. */
export async function dropRevision(trx: Trx, id: string, revision: number, isWhole: boolean): Promise<void> {
  for (const table of ['review_act', 'draft'] as const)
    await trx.deleteFrom(table).where('entry_id', '=', id).where('revision', '=', revision).execute();
  if (isWhole) await trx.deleteFrom('entry').where('id', '=', id).execute();
}
