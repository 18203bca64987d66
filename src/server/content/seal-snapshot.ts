import { type Moment, momentOf } from '../../contract/day.ts';
import type { Digest, ObjectId } from '../../contract/id.ts';
import { listText, type ObjectList, type SnapshotHead } from '../../contract/snapshot.ts';
import { utf8 } from '../../seal/bytes.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import { sign } from '../../seal/sign.ts';
import type { Keys } from '../deps.ts';
import { currentNumber, listAt, putSnapshot, snapshotRecord } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';

/** Who let it be so, as the history shows it. */
export interface By {
  readonly id: string | null;
  readonly name: string;
}

export interface Sealing {
  readonly keys: Keys;
  readonly atMs: number;
  readonly by: By;
  readonly reason: string;
}

/**
 * The next snapshot: the current list with these changes (null drops), numbered without gaps, chained to the head before,
 * signed. Part of the transaction in which its cause is recorded; what changes nothing is left out.
 */
export async function sealSnapshot(
  trx: Trx,
  wanted: ReadonlyMap<ObjectId, Digest | null>,
  { keys, atMs, by, reason }: Sealing,
): Promise<number> {
  const number = (await currentNumber(trx)) + 1;
  const before = await listAt(trx, number - 1);
  const changes = new Map([...wanted].filter(([id, to]) => (before.get(id) ?? null) !== to));
  const list = withChanges(before, changes);
  const head: SnapshotHead = {
    v: 1,
    hall: keys.hall,
    number,
    previous: ((await snapshotRecord(trx, number - 1))?.head_digest as Digest | undefined) ?? null,
    signedAt: await laterThanBefore(trx, number - 1, atMs),
    list: { digest: await digest(listText(list)), count: list.size },
    keys: [...keys.certificates],
  };
  const text = canonical(head);
  const record = {
    number,
    head: text,
    head_digest: await digest(text),
    signature: await sign(keys.snapshot.privateKey, 'snapshot', utf8(text)),
    key_id: keys.snapshot.keyId,
    count: list.size,
    changed: changes.size,
    signed_at: head.signedAt,
    by_id: by.id,
    by_name: by.name,
    reason,
  };
  await putSnapshot(trx, record, changes);
  return number;
}

function withChanges(before: ObjectList, changes: ReadonlyMap<ObjectId, Digest | null>): ObjectList {
  const list = new Map(before);
  for (const [id, to] of changes) {
    if (to === null) list.delete(id);
    else list.set(id, to);
  }
  return list;
}

/** A clock that was set back must not make a newer snapshot look older. */
async function laterThanBefore(trx: Trx, number: number, atMs: number): Promise<Moment> {
  const before = (await snapshotRecord(trx, number))?.signed_at as Moment | undefined;
  const now = momentOf(atMs);
  return before !== undefined && before > now ? before : now;
}
