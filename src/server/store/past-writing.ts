import type { Selectable } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import { MOST_PAST_WRITINGS } from '../../contract/history.ts';
import type { PastTables } from './past-tables.ts';
import type { Db, Trx } from './store.ts';
import { type WritingRecord, writingOf } from './writing.ts';

export type PastWritingRecord = Selectable<PastTables['past_writing']>;

/** Latest first. */
export function pastWritings(db: Db | Trx, staff: string, entry: string): Promise<PastWritingRecord[]> {
  return db
    .selectFrom('past_writing')
    .selectAll()
    .where('staff_id', '=', staff)
    .where('entry_id', '=', entry)
    .orderBy('n', 'desc')
    .execute();
}

/** The same text twice is one; what is older than the last few goes. */
export async function putPastWriting(trx: Trx, held: WritingRecord): Promise<void> {
  const { staff_id, entry_id, based_on, body, saved_at } = held;
  const past = await pastWritings(trx, staff_id, entry_id);
  const old = past.filter((each, at) => each.body === body || at >= MOST_PAST_WRITINGS - 1);
  if (old.length > 0)
    await trx
      .deleteFrom('past_writing')
      .where(
        'n',
        'in',
        old.map(({ n }) => n),
      )
      .execute();
  await trx.insertInto('past_writing').values({ staff_id, entry_id, based_on, body, saved_at }).execute();
}

export interface EndedBy {
  readonly staff: string;
  readonly entry: string;
  /** What became a revision: it need not be brought back. */
  readonly saved?: string;
  /** A copy that was kept later than this moment is what was saved, but for its last letters. */
  readonly since?: Moment;
}

/** Ends a working copy, which can be brought back. */
export async function endWriting(trx: Trx, { staff, entry, saved, since }: EndedBy): Promise<void> {
  const held = await writingOf(trx, staff, entry);
  if (held === undefined) return;
  const isSaved = held.body === saved || (since !== undefined && held.saved_at > since);
  if (!isSaved) await putPastWriting(trx, held);
  await trx.deleteFrom('writing').where('staff_id', '=', staff).where('entry_id', '=', entry).execute();
}

export async function dropPastWritings(db: Db, until: Moment): Promise<void> {
  await db.deleteFrom('past_writing').where('saved_at', '<', until).execute();
}

/** Working copies of people who have left, and of entries that have left the screens, untouched since then. */
export async function dropLeftWritings(db: Db, until: Moment): Promise<void> {
  await db
    .deleteFrom('writing')
    .where('saved_at', '<', until)
    .where((is) =>
      is.or([
        is('staff_id', 'in', (sub) => sub.selectFrom('staff').select('id').where('disabled_at', '<', until)),
        is('entry_id', 'in', (sub) => sub.selectFrom('entry').select('id').where('state', '=', 'withdrawn')),
      ]),
    )
    .execute();
}
