import type { Insertable, Selectable } from 'kysely';
import type { ReviewTables } from './review-tables.ts';
import type { Db, Trx } from './store.ts';

/** The review sheet's own field, and the comments beside it. */

export async function withheldOf(db: Db | Trx, id: string): Promise<string | null> {
  const query = db.selectFrom('review_sheet').select('withheld').where('entry_id', '=', id);
  return (await query.executeTakeFirst())?.withheld ?? null;
}

export async function putSheet(trx: Trx, record: Selectable<ReviewTables['review_sheet']>): Promise<void> {
  const { entry_id: _, ...change } = record;
  await trx
    .insertInto('review_sheet')
    .values(record)
    .onConflict((at) => at.column('entry_id').doUpdateSet(change))
    .execute();
}

/** Newest first. */
export function commentsOn(db: Db | Trx, id: string): Promise<Selectable<ReviewTables['review_comment']>[]> {
  return db
    .selectFrom('review_comment')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('n', 'desc')
    .execute();
}

export async function putComment(
  trx: Trx,
  record: Insertable<ReviewTables['review_comment']>,
): Promise<void> {
  await trx.insertInto('review_comment').values(record).execute();
}

export type CommentRecord = Selectable<ReviewTables['review_comment']>;

export function commentOf(trx: Trx, entry: string, n: number): Promise<CommentRecord | undefined> {
  const query = trx.selectFrom('review_comment').selectAll().where('entry_id', '=', entry);
  return query.where('n', '=', n).executeTakeFirst();
}

export async function settleComment(
  trx: Trx,
  n: number,
  done: Pick<CommentRecord, 'done_by_id' | 'done_by_name' | 'done_at'>,
): Promise<void> {
  await trx.updateTable('review_comment').set(done).where('n', '=', n).execute();
}
