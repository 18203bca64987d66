import * as v from 'valibot';
import { momentOf } from '../../contract/day.ts';
import { LEFT_WRITING_DAYS, PAST_WRITING_DAYS, PastWriting, PastWritingRow } from '../../contract/history.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Deps, Staff } from '../deps.ts';
import {
  dropLeftWritings,
  dropPastWritings,
  type PastWritingRecord,
  pastWritings,
} from '../store/past-writing.ts';
import type { Db } from '../store/store.ts';
import { elementsChanged } from './history.ts';
import { baseOf } from './writing.ts';

/** What one person typed and gave up: theirs alone, for a week. */

const DAY_MS = 86_400_000;

async function rowOf(db: Db, id: EntryId, { n, saved_at, based_on, body }: PastWritingRecord) {
  const text = JSON.parse(body) as Record<string, unknown>;
  const base = (await baseOf(db, id, based_on)) as Record<string, unknown>;
  const row = { n, savedAt: saved_at, basedOn: based_on, changed: elementsChanged(base, text) };
  return { row, text, base };
}

export async function pastWritingRows(
  db: Db,
  staff: Staff,
  id: EntryId,
  nowMs: number,
): Promise<PastWritingRow[]> {
  const since = momentOf(nowMs - PAST_WRITING_DAYS * DAY_MS);
  const held = (await pastWritings(db, staff.id, id)).filter(({ saved_at }) => saved_at >= since);
  const rows = await Promise.all(held.map(async (each) => (await rowOf(db, id, each)).row));
  return rows.filter(({ changed }) => changed.length > 0).map((row) => v.parse(PastWritingRow, row));
}

export async function pastWriting(
  db: Db,
  staff: Staff,
  id: EntryId,
  n: number,
): Promise<Result<PastWriting, Problem>> {
  const held = (await pastWritings(db, staff.id, id)).find((each) => each.n === n);
  if (held === undefined) return fail({ code: 'no-such-thing' });
  const { row, text, base } = await rowOf(db, id, held);
  return ok(v.parse(PastWriting, { ...row, text, base }));
}

/** Personal working copies are not kept for ever. */
export async function clearWritings({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> {
  await dropPastWritings(store.db, momentOf(clock() - PAST_WRITING_DAYS * DAY_MS));
  await dropLeftWritings(store.db, momentOf(clock() - LEFT_WRITING_DAYS * DAY_MS));
}
