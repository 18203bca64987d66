import type { Insertable, Selectable } from 'kysely';
import type { DueItemId } from '../../contract/desk-timeliness.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Db, Trx } from './store.ts';
import type { TimelinessTables } from './timeliness-tables.ts';

/** Records of what became public when, and of what is announced. */

export type DisclosureRecord = Selectable<TimelinessTables['disclosure']>;
export type DueItemRecord = Selectable<TimelinessTables['due_item']>;
type Reader = Db | Trx;

/** Oldest formation first, so that the last of an entry is its present one. */
export function disclosures(db: Reader): Promise<DisclosureRecord[]> {
  return db.selectFrom('disclosure').selectAll().orderBy('formed_on').execute();
}

export function lastDisclosure(db: Reader, id: EntryId): Promise<DisclosureRecord | undefined> {
  return db
    .selectFrom('disclosure')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('formed_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function putDisclosure(
  trx: Trx,
  row: Insertable<TimelinessTables['disclosure']>,
): Promise<void> {
  await trx.insertInto('disclosure').values(row).execute();
}

/** Newest first. */
export function dueItems(db: Reader): Promise<DueItemRecord[]> {
  return db.selectFrom('due_item').selectAll().orderBy('at', 'desc').orderBy('id').execute();
}

export function dueItem(db: Reader, id: DueItemId): Promise<DueItemRecord | undefined> {
  return db.selectFrom('due_item').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What an item fulfils; the one formed first comes first. */
export function dueItemsOf(db: Reader, id: EntryId): Promise<DueItemRecord[]> {
  return db.selectFrom('due_item').selectAll().where('entry_id', '=', id).orderBy('formed_on').execute();
}

export async function putDueItem(trx: Trx, row: Insertable<TimelinessTables['due_item']>): Promise<void> {
  await trx.insertInto('due_item').values(row).execute();
}

export type Settlement = Pick<
  DueItemRecord,
  'entry_id' | 'reason' | 'settled_by_id' | 'settled_by_name' | 'settled_at'
>;

export async function settleRow(trx: Trx, id: DueItemId, settlement: Settlement): Promise<void> {
  await trx.updateTable('due_item').set(settlement).where('id', '=', id).execute();
}

/** When the present text of each item was saved, and the one that screens show. */
export function itemDrafts(db: Reader): Promise<{ id: string; revision: number; saved_at: string }[]> {
  return db
    .selectFrom('entry')
    .innerJoin('draft', 'draft.entry_id', 'entry.id')
    .select(['entry.id', 'draft.revision', 'draft.saved_at'])
    .where('entry.kind', '=', 'item')
    .where((is) =>
      is.or([
        is('draft.revision', '=', is.ref('entry.revision')),
        is('draft.revision', '=', is.ref('entry.published_revision')),
      ]),
    )
    .execute();
}

/** The day on which each item was written for the first time. */
export function firstDrafts(db: Reader): Promise<{ entry_id: string; saved_at: string }[]> {
  return db
    .selectFrom('draft')
    .innerJoin('entry', 'entry.id', 'draft.entry_id')
    .select(['draft.entry_id', (is) => is.fn.min<string>('draft.saved_at').as('saved_at')])
    .where('entry.kind', '=', 'item')
    .groupBy('draft.entry_id')
    .execute();
}

/** Acts of one kind in a span of moments, on entries that have a department. */
export function actsBetween(db: Reader, move: string, from: string, before: string) {
  return db
    .selectFrom('review_act')
    .innerJoin('entry', 'entry.id', 'review_act.entry_id')
    .select([
      'review_act.entry_id',
      'entry.revision',
      'review_act.at',
      'review_act.note',
      'entry.kind',
      'entry.title',
    ])
    .where('move', '=', move)
    .where('at', '>=', from)
    .where('at', '<', before)
    .where('entry.kind', 'in', ['item', 'guide'])
    .orderBy('n', 'desc')
    .execute();
}
