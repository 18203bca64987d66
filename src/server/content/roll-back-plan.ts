import * as v from 'valibot';
import { entryKinds, kindOf } from '../../contract/entry-name.ts';
import type { Digest, EntryId, ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { RollbackPlan } from '../../contract/publication.ts';
import { PublishedEntry } from '../../contract/published.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { changeBetween } from '../../contract/snapshot.ts';
import { lastShowing } from '../store/entry.ts';
import { person } from '../store/entry-row.ts';
import { currentNumber, listAt, objectBody } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';

/** What a roll-back to `to` would change, and which of the texts of that snapshot were withdrawn for a reason since. */
export interface WayBack {
  readonly from: number;
  readonly wanted: ReadonlyMap<ObjectId, Digest | null>;
  readonly withdrawn: RollbackPlan['withdrawn'];
}

export async function wayBack(db: Db | Trx, to: number): Promise<Result<WayBack, Problem>> {
  const from = await currentNumber(db);
  if (!Number.isSafeInteger(to) || to < 1 || to > from) return fail({ code: 'no-such-snapshot', number: to });
  const change = changeBetween(
    { number: from, objects: await listAt(db, from) },
    { number: to, objects: await listAt(db, to) },
  );
  const withdrawn = [];
  for (const [id, digest] of change.put) {
    if (!isEntryId(id)) continue;
    const { entry, revision } = await publishedEntry(db, digest);
    // Of this very text: a corrected one that was published later was not withdrawn.
    const act = await lastShowing(db, id, revision);
    if (act?.move !== 'withdraw') continue;
    withdrawn.push({
      id,
      title: entry.title,
      by: person(act.by_id, act.by_name),
      at: act.at,
      reason: act.note,
    });
  }
  return ok({
    from,
    wanted: new Map<ObjectId, Digest | null>([
      ...change.put,
      ...change.drop.map((id) => [id, null] as const),
    ]),
    withdrawn: v.parse(RollbackPlan.entries.withdrawn, withdrawn),
  });
}

export async function rollbackPlan(db: Db, to: number): Promise<Result<RollbackPlan, Problem>> {
  const way = await wayBack(db, to);
  return way.ok ? ok({ to, withdrawn: way.value.withdrawn }) : way;
}

export async function publishedEntry(db: Db | Trx, digest: Digest): Promise<PublishedEntry> {
  return v.parse(PublishedEntry, JSON.parse((await objectBody(db, digest)) ?? 'null'));
}

export function isEntryId(id: ObjectId): id is ObjectId & EntryId {
  return (entryKinds as readonly string[]).includes(kindOf(id as unknown as EntryId));
}
