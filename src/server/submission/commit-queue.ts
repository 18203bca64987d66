import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { noteSeen } from '../store/machine.ts';
import type { Trx } from '../store/store.ts';
import { addEvent, insertSubmission, type StoredSubmission } from '../store/submission.ts';

/**
 * One wait for the disk serves all who arrive meanwhile (group commit). Promise: the answer comes after the commit that holds the
 * row, and one row that cannot be stored spoils no other.
 */

/** True when the row is new; false when its id or receipt number was there already. */
export type Commit = (row: StoredSubmission) => Promise<boolean>;

interface Waiting {
  readonly row: StoredSubmission;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 64;

export function makeCommit({ store }: Pick<Deps, 'store'>): Commit {
  const waiting: Waiting[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      // Whoever is nearly here comes along.
      await nextTurn();
      await settle(store, waiting.splice(0, MOST_AT_ONCE));
    }
    isRunning = false;
  };
  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      if (!isRunning) void run();
    });
}

/** Never throws: each learns its own end. */
async function settle(store: Deps['store'], group: readonly Waiting[]): Promise<void> {
  try {
    const areNew = await store.transaction((trx) => insertAll(trx, group));
    for (const [at, { resolve }] of group.entries()) resolve(areNew[at] === true);
  } catch (error) {
    if (group.length === 1) group[0]?.reject(error);
    else for (const each of group) await settle(store, [each]);
  }
}

async function insertAll(trx: Trx, group: readonly Waiting[]): Promise<readonly boolean[]> {
  const areNew: boolean[] = [];
  const seen = new Map<StoredSubmission['machine_id'], StoredSubmission['received_at']>();
  for (const { row } of group) {
    const isNew = await insertSubmission(trx, row);
    areNew.push(isNew);
    if (!isNew) continue;
    const { id, state, received_at: at } = row;
    await addEvent(trx, { submission_id: id, state, move: null, at, by_id: null, public_note: null });
    seen.set(row.machine_id, at);
  }
  for (const [id, at] of seen) await noteSeen(trx, { id, at });
  return areNew;
}
