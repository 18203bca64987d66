import * as v from 'valibot';
import { momentOf } from '../../contract/day.ts';
import { type Digest, type EntryId, entryKinds, kindOf, type ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { PublishedEntry } from '../../contract/published.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { ReviewMove } from '../../contract/review.ts';
import { changeBetween } from '../../contract/snapshot.ts';
import { appendAudit } from '../audit/audit.ts';
import { changeEntry, entryRecord, putAct } from '../store/entry.ts';
import { currentNumber, listAt, objectBody } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { type Sealing, sealSnapshot } from './seal-snapshot.ts';

/** Shows again exactly what snapshot `to` showed, under a new number: screens never go back. */
export async function rollBack(trx: Trx, to: number, sealing: Sealing): Promise<Result<number, Problem>> {
  const current = await currentNumber(trx);
  if (to < 1 || to > current) return fail({ code: 'no-such-snapshot', number: to });
  const change = changeBetween(
    { number: current, objects: await listAt(trx, current) },
    { number: to, objects: await listAt(trx, to) },
  );
  const wanted = new Map<ObjectId, Digest | null>(change.put);
  for (const id of change.drop) wanted.set(id, null);
  if (wanted.size === 0) return fail({ code: 'nothing-to-publish' });
  const reason = `退回到第 ${to} 版：${sealing.reason}`;
  for (const [id, digest] of wanted) await follow(trx, id, digest, { ...sealing, reason });
  const { atMs, by } = sealing;
  const detail = { from: current, to };
  await appendAudit(trx, {
    atMs,
    actor: by.id ?? 'system',
    act: 'content.rollback',
    object: `snapshot/${current + 1}`,
    detail,
  });
  return ok(await sealSnapshot(trx, wanted, { ...sealing, reason }));
}

/** The desk's own record of an entry follows what screens show; drafts that are being worked on are left alone. */
async function follow(
  trx: Trx,
  objectId: ObjectId,
  digest: Digest | null,
  { atMs, by, reason }: Sealing,
): Promise<void> {
  if (!isEntryId(objectId)) return;
  const record = await entryRecord(trx, objectId);
  if (record === undefined) return;
  const shown = digest === null ? null : await revisionOf(trx, digest);
  await changeEntry(trx, objectId, { published_revision: shown });
  const move = moveFor(record.state, { shown, revision: record.revision });
  if (move === null) return;
  await changeEntry(trx, objectId, { state: STATE_AFTER[move] });
  await putAct(trx, {
    entry_id: objectId,
    revision: record.revision,
    move,
    by_id: by.id,
    by_name: by.name,
    at: momentOf(atMs),
    note: reason,
    secrecy_checked: 0,
  });
}

const STATE_AFTER = { publish: 'published', return: 'returned', withdraw: 'withdrawn' } as const;
type Following = Extract<ReviewMove, keyof typeof STATE_AFTER>;

function moveFor(state: string, its: { shown: number | null; revision: number }): Following | null {
  const isShown = its.shown === its.revision;
  if (state === 'published') return isShown ? null : its.shown === null ? 'withdraw' : 'return';
  if (state === 'withdrawn') return isShown ? 'publish' : its.shown === null ? null : 'return';
  // Returned by an earlier roll-back, and now on the screens again.
  return state === 'returned' && isShown ? 'publish' : null;
}

async function revisionOf(trx: Trx, digest: Digest): Promise<number> {
  return v.parse(PublishedEntry, JSON.parse((await objectBody(trx, digest)) ?? 'null')).revision;
}

function isEntryId(id: ObjectId): id is ObjectId & EntryId {
  return (entryKinds as readonly string[]).includes(kindOf(id as unknown as EntryId));
}
