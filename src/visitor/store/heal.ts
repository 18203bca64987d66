import { momentOf } from '../../contract/day.ts';
import type { MachinePrefix, SubmissionId } from '../../contract/id.ts';
import { digest } from '../../seal/digest.ts';
import { compacted, type DatabaseView, type HealPlan, healPlan } from './heal-plan.ts';
import type { Journal } from './journal.ts';
import { viewOfJournal } from './journal-view.ts';
import type { OutboxDatabase, StoredEnvelope } from './outbox-db.ts';

/**
 * At start the two places of what was filed are compared, and each gives the other what it lacks. Either may have been deleted,
 * cut or damaged as a whole; what lies whole in one of them is not lost, and no receipt number is ever given twice.
 */

export interface Healed {
  /** Envelopes that came back into the database; into the journal; broken in both. */
  readonly toDatabase: number;
  readonly toJournal: number;
  readonly setAside: number;
  /** Damaged stretches of the journal. */
  readonly damaged: number;
  /** The largest running number of each prefix in either place. */
  readonly sequences: ReadonlyMap<MachinePrefix, number>;
}

const ALL = ['envelopes', 'receipts', 'sequence'] as const;

const viewOfDatabase = async (db: OutboxDatabase): Promise<DatabaseView> => {
  const [rows, receipts, sequences] = await db.run({
    stores: ALL,
    mode: 'readonly',
    do: (unit) =>
      Promise.all([
        unit.objectStore('envelopes').getAll(),
        unit.objectStore('receipts').getAll(),
        unit.objectStore('sequence').getAll(),
      ]),
  });
  const envelopes = new Map<SubmissionId, StoredEnvelope>();
  const broken = new Set<SubmissionId>();
  for (const row of rows) {
    if ((await digest(row.bytes)) === row.digest) envelopes.set(row.id, row);
    else broken.add(row.id);
  }
  return {
    envelopes,
    broken,
    receipts: new Map(receipts.map((each) => [each.id, each])),
    sequences: new Map(sequences.map(({ prefix, last }) => [prefix, last])),
  };
};

const giveDatabase = (db: OutboxDatabase, plan: HealPlan['toDatabase'], nowMs: number): Promise<void> =>
  db.run({
    stores: ALL,
    mode: 'readwrite',
    durability: 'strict',
    do: async (unit) => {
      const envelopes = unit.objectStore('envelopes');
      const receipts = unit.objectStore('receipts');
      for (const { envelope, receipt } of plan.filed) {
        await envelopes.put(envelope);
        await receipts.put(receipt);
      }
      for (const each of plan.receipts) await receipts.put(each);
      for (const id of plan.deleteEnvelopes) await envelopes.delete(id);
      for (const id of plan.setAside) {
        const row = await envelopes.get(id);
        const refusal = { code: 'unexpected', at: momentOf(nowMs) } as const;
        if (row !== undefined) await envelopes.put({ ...row, refusal });
      }
      for (const each of plan.sequences) await unit.objectStore('sequence').put(each);
    },
  });

/** Beyond so many bytes that only tombstones and damage account for, the journal is written anew. */
const SLACK_BYTES = 256_000;

const compact = async (journal: Journal): Promise<void> => {
  const { records, bytes, damaged } = await journal.read();
  const kept = compacted(await viewOfJournal(records));
  const needed = kept.reduce((sum, { payload }) => sum + payload.length, 0);
  if (damaged > 0 || bytes - needed > SLACK_BYTES) await journal.rewrite(kept, bytes);
};

export const heal = async (db: OutboxDatabase, journal: Journal, nowMs: number): Promise<Healed> => {
  const contents = await journal.read();
  const view = await viewOfJournal(contents.records);
  const database = await viewOfDatabase(db);
  const plan = healPlan(view, database);
  await giveDatabase(db, plan.toDatabase, nowMs);
  if (plan.toJournal.length > 0) await journal.append(plan.toJournal);
  await compact(journal);
  const sequences = new Map([...view.sequences, ...database.sequences]);
  for (const { prefix, last } of plan.toDatabase.sequences) sequences.set(prefix, last);
  return {
    toDatabase: plan.toDatabase.filed.length,
    toJournal: plan.toJournal.filter(({ kind }) => kind === 'envelope').length,
    setAside: plan.toDatabase.setAside.length,
    damaged: contents.damaged,
    sequences,
  };
};
