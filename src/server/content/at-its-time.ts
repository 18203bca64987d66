import { momentOf } from '../../contract/day.ts';
import type { EntryId } from '../../contract/id.ts';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import {
  approvalOf,
  changeEntry,
  type EntryRecord,
  entriesToEnd,
  entriesToPublish,
  entryRecord,
  putAct,
} from '../store/entry.ts';
import type { Trx } from '../store/store.ts';
import { publishEntries } from './publish.ts';
import type { By, Sealing } from './seal-snapshot.ts';
import { withdrawEntry } from './withdraw.ts';

/**
 * What was set to a moment happens by itself, to the minute. Promise: exactly once, also across a kill: that it is due stands in the
 * database, and doing it and striking it out are one transaction. What fell due while the server stood is made up for at its start.
 */
export type TimeDeps = Pick<Deps, 'store' | 'keys' | 'clock' | 'events'>;

export const SYSTEM: By = { id: null, name: '系统' };

/** The new snapshots' numbers. */
export async function publishDue({ store, keys, clock, events }: TimeDeps): Promise<readonly number[]> {
  // Looked first without the lock under which everybody writes.
  if ((await entriesToPublish(store.db, momentOf(clock()))).length === 0) return [];
  const made = await store.transaction(async (trx) => {
    const atMs = clock();
    const due = await entriesToPublish(trx, momentOf(atMs));
    return publishTogether(trx, due, { keys, atMs, by: SYSTEM, reason: '定时发布' });
  });
  const last = made.at(-1);
  if (last !== undefined) events.announce(last);
  return made;
}

/** Together, because one may lead to another; when that cannot be, each alone, and what cannot be waits for a person again. */
async function publishTogether(
  trx: Trx,
  due: readonly EntryRecord[],
  sealing: Sealing,
): Promise<readonly number[]> {
  if (due.length === 0) return [];
  const signers = new Map<string, By>();
  for (const { id, revision } of due) {
    const signed = await approvalOf(trx, id, revision);
    if (signed !== undefined) signers.set(id, { id: signed.by_id, name: signed.by_name });
  }
  const names = new Map([...signers.values()].map((by) => [by.id, by]));
  const [one = SYSTEM] = names.values();
  const by = names.size === 1 ? one : SYSTEM;
  const published = await publishEntries(trx, due, { ...sealing, by }, { reviewed: 'schedule', signers });
  if (published.ok) return [published.value];
  const [only, ...others] = due;
  if (only !== undefined && others.length === 0) {
    await putBack(trx, only, published.problem, sealing);
    return [];
  }
  const made: number[] = [];
  for (const each of due) made.push(...(await publishTogether(trx, [each], sealing)));
  return made;
}

/** Its time came and it could not be: it waits to be published by a person, who reads why. */
async function putBack(trx: Trx, record: EntryRecord, problem: Problem, { atMs }: Sealing): Promise<void> {
  const { id, revision } = record;
  await changeEntry(trx, id, { state: 'approved', publish_at: null });
  await putAct(trx, {
    entry_id: id,
    revision,
    move: 'unschedule',
    by_id: null,
    by_name: SYSTEM.name,
    at: momentOf(atMs),
    note: `到了时间没有发布：${sayProblem(problem)}`,
    secrecy_checked: 0,
  });
  const detail = { revision, problem: problem.code };
  await appendAudit(trx, { atMs, actor: 'system', act: 'content.unschedule', object: id, detail });
}

/** The new snapshots' numbers. */
export async function withdrawEnded({ store, keys, clock, events }: TimeDeps): Promise<readonly number[]> {
  if ((await entriesToEnd(store.db, momentOf(clock()))).length === 0) return [];
  const made = await store.transaction(async (trx) => {
    const atMs = clock();
    const numbers: number[] = [];
    for (const { id } of await entriesToEnd(trx, momentOf(atMs))) {
      const record = await entryRecord(trx, id as EntryId);
      // One that ended before it has taken it along.
      if (record === undefined || record.published_revision === null) continue;
      const sealing = { keys, atMs, by: SYSTEM, reason: '到了定好的时间，自动撤下' };
      const withdrawn = await withdrawEntry(trx, record, sealing);
      if (withdrawn.ok) numbers.push(withdrawn.value);
      // What a guide cannot be without stays with it.
      else await changeEntry(trx, record.id, { end_at: null });
    }
    return numbers;
  });
  const last = made.at(-1);
  if (last !== undefined) events.announce(last);
  return made;
}
