import * as v from 'valibot';
import { momentOf } from '../../contract/day.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { type KeepWriting, WritingDetail, WritingKept, WritingRow } from '../../contract/writing.ts';
import type { Deps, Staff } from '../deps.ts';
import { authorName, draftBody, entryRecord, hasDraft } from '../store/entry.ts';
import { pastWritings, putPastWriting } from '../store/past-writing.ts';
import type { Db, Trx } from '../store/store.ts';
import {
  countWritings,
  otherWriters,
  putWriting,
  type WritingRecord,
  writingOf,
  writingsOf,
} from '../store/writing.ts';

/**
 * What somebody types, kept on the server a moment after. It is no act: it changes nothing that others see, so it is not audited;
 * it becomes one when it is saved as a revision, which also ends it. One person at two computers: the second page to write is
 * told, and nothing of the first is overwritten.
 */

/** More open writings than anybody has; a program that runs wild stops here. */
const MOST_WRITINGS = 200;

export async function keepWriting(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  keep: KeepWriting,
): Promise<Result<WritingKept, Problem>> {
  const body = JSON.stringify(keep.text);
  return store.transaction(async (trx) => {
    const held = await writingOf(trx, staff.id, id);
    const problem = await whyNot(trx, staff, held, { ...keep, body });
    if (problem !== null) return fail(problem);
    if (held !== undefined && isWorthKeeping(held, { body, hand: keep.hand }))
      await putPastWriting(trx, held);
    const n = (held?.n ?? 0) + 1;
    const savedAt = momentOf(clock());
    await putWriting(trx, {
      staff_id: staff.id,
      entry_id: id,
      based_on: keep.basedOn,
      n,
      hand: keep.hand,
      body,
      saved_at: savedAt,
    });
    const record = await entryRecord(trx, id);
    return ok(
      v.parse(WritingKept, {
        n,
        savedAt,
        revision: record?.revision ?? 0,
        by: record === undefined ? null : (record.author_name ?? (await authorName(trx, record.author_id))),
      }),
    );
  });
}

/** Every so many copies, and before what looks like a mistake: much is gone at once, or another page's text takes its place. */
const KEPT_EVERY = 40;
const MUCH_GONE = 0.7;

const isWorthKeeping = (held: WritingRecord, next: Pick<WritingRecord, 'body' | 'hand'>): boolean =>
  held.body !== next.body &&
  (held.hand !== next.hand || held.n % KEPT_EVERY === 0 || next.body.length < held.body.length * MUCH_GONE);

async function whyNot(
  trx: Trx,
  staff: Staff,
  held: WritingRecord | undefined,
  { after, hand, basedOn, body }: KeepWriting & { readonly body: string },
): Promise<Problem | null> {
  if (held === undefined) {
    if (after !== 0) return { code: 'written-elsewhere' };
    return (await countWritings(trx, staff.id)) >= MOST_WRITINGS ? { code: 'too-many-writings' } : null;
  }
  const isSame = held.body === body && held.based_on === basedOn;
  return held.n === after || held.hand === hand || isSame ? null : { code: 'written-elsewhere' };
}

export async function writingDetail(db: Db, staff: Staff, id: EntryId): Promise<WritingDetail> {
  const held = await writingOf(db, staff.id, id);
  const others = await otherWriters(db, staff.id, id);
  return v.parse(WritingDetail, {
    mine:
      held === undefined
        ? null
        : {
            n: held.n,
            basedOn: held.based_on,
            savedAt: held.saved_at,
            text: JSON.parse(held.body),
            base: await baseOf(db, id, held.based_on),
          },
    past: (await pastWritings(db, staff.id, id)).length,
    others: others.map(({ id: by, name, saved_at }) => ({ by: { id: by, name }, savedAt: saved_at })),
  });
}

export async function baseOf(db: Db, id: EntryId, revision: number): Promise<unknown> {
  return (await hasDraft(db, id, revision)) ? JSON.parse(await draftBody(db, id, revision)) : {};
}

/** All that one person has not made a revision of yet. */
export async function writingRows(db: Db, staff: Staff): Promise<WritingRow[]> {
  const held = await writingsOf(db, staff.id);
  return held.map((row) => {
    const { title } = JSON.parse(row.body) as { title?: unknown };
    return v.parse(WritingRow, {
      id: row.entry_id,
      title: typeof title === 'string' ? title : '',
      basedOn: row.based_on,
      savedAt: row.saved_at,
    });
  });
}
