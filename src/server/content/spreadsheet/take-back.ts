import type { Outcome } from '../../../contract/batch.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Staff } from '../../deps.ts';
import { type BatchRowRecord, changeRow, dropRevision, isBusyRevision } from '../../store/batch.ts';
import { changeEntry, entryRecord } from '../../store/entry.ts';
import { spendRevision } from '../../store/revision.ts';
import type { Trx } from '../../store/store.ts';
import type { Made } from './write-rows.ts';

export interface Taking {
  readonly trx: Trx;
  readonly staff: Staff;
  readonly nowMs: number;
}

/**
 * What rows wrote is taken back: a new entry goes, an entry that was here before is what it was. Only what nobody has touched since: no
 * further draft, no signature, no words of a colleague, no draft that somebody is typing. The rest stays and is named. The acts go with
 * the drafts that they were about; the audit keeps a row of each draft, and of its going.
 */
export async function takeBackRows(
  taking: Taking,
  rows: readonly BatchRowRecord[],
): Promise<readonly Outcome[]> {
  const { trx } = taking;
  const told: Outcome[] = [];
  for (const row of rows) {
    const made = JSON.parse(row.made) as readonly Made[];
    const isTouched = (await Promise.all(made.map((each) => isTouchedSince(trx, each)))).includes(true);
    const outcome = isTouched ? 'kept' : 'taken-back';
    if (!isTouched) for (const each of made) await takeBack(taking, row.batch_id, each);
    await changeRow(trx, row, { outcome });
    told.push(outcome);
  }
  return told;
}

async function isTouchedSince(trx: Trx, { id, revision, before }: Made): Promise<boolean> {
  const now = await entryRecord(trx, id);
  // Whoever has taken it away by other means has touched it, and there is nothing left to take back.
  if (now === undefined || now.revision !== revision || now.state !== 'draft') return true;
  return isBusyRevision(trx, id, revision, before === null);
}

async function takeBack(
  { trx, staff, nowMs }: Taking,
  batch: string,
  { id, revision, before }: Made,
): Promise<void> {
  const shown = (await entryRecord(trx, id))?.published_revision ?? null;
  await dropRevision(trx, id, revision, before === null);
  await spendRevision(trx, id, revision);
  if (before !== null) {
    const state = stateNow(before.state, { shown, revision: before.revision });
    await changeEntry(trx, id, { ...before, state });
  }
  const detail = { revision, batch };
  await appendAudit(trx, { atMs: nowMs, actor: staff.id, act: 'content.take-back', object: id, detail });
}

/** It may have been withdrawn since, or come back by a roll-back: an entry that nobody is working on stands where screens have it. */
function stateNow(before: string, its: { readonly shown: number | null; readonly revision: number }): string {
  if (before !== 'published' && before !== 'withdrawn') return before;
  if (its.shown === null) return 'withdrawn';
  return its.shown === its.revision ? 'published' : 'returned';
}
