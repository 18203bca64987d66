import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../contract/day.ts';
import type { Digest, MachinePrefix, SubmissionId } from '../../contract/id.ts';
import { receiptNo } from '../../contract/receipt-no.ts';
import { fromUtf8 } from '../../seal/bytes.ts';
import { compacted, type DatabaseView, healPlan } from './heal-plan.ts';
import type { JournalRecord } from './journal/format.ts';
import type { Filed, JournalView } from './journal-view.ts';
import type { StoredReceipt } from './outbox-db.ts';

/** Plans over every mixture of what the two places may hold of a few filings. */

const PREFIX = 'A7' as MachinePrefix;
const idOf = (n: number) => `0198c5a0-0000-7000-8000-00000000000${n}` as SubmissionId;
const filedOf = (n: number): Filed => {
  const row = { id: idOf(n), receiptNo: receiptNo(PREFIX, n), digest: `${n}`.repeat(43) as Digest };
  return {
    envelope: { ...row, bytes: new Uint8Array([n]) },
    receipt: { ...row, filedAt: '2026-11-24T03:00:00.000Z' as Moment, server: null, isShown: true },
  };
};
const confirmedOf = (n: number): StoredReceipt => ({
  ...filedOf(n).receipt,
  server: { body: '', signature: '' } as never,
});

interface Held {
  readonly journal: 'nothing' | 'envelope' | 'tombstone' | 'void';
  readonly envelope: 'nothing' | 'whole' | 'broken';
  readonly receipt: 'nothing' | 'open' | 'confirmed';
}

const held = fc.record<Held>({
  journal: fc.constantFrom('nothing', 'envelope', 'tombstone', 'void'),
  envelope: fc.constantFrom('nothing', 'whole', 'broken'),
  receipt: fc.constantFrom('nothing', 'open', 'confirmed'),
});

const viewsOf = (all: readonly Held[]): { journal: JournalView; db: DatabaseView } => {
  const pick = (test: (each: Held) => boolean) =>
    [...all.entries()].filter(([, each]) => test(each)).map(([n]) => n);
  const journal: JournalView = {
    filed: new Map(pick((it) => it.journal === 'envelope').map((n) => [idOf(n), filedOf(n)])),
    tombstones: new Map(pick((it) => it.journal === 'tombstone').map((n) => [idOf(n), confirmedOf(n)])),
    voids: new Set(pick((it) => it.journal === 'void').map(idOf)),
    sequences: new Map([
      [PREFIX, Math.max(0, ...pick((it) => it.journal !== 'nothing' && it.journal !== 'void'))],
    ]),
    strange: [],
  };
  const db: DatabaseView = {
    envelopes: new Map(pick((it) => it.envelope === 'whole').map((n) => [idOf(n), filedOf(n).envelope])),
    broken: new Set(pick((it) => it.envelope === 'broken').map(idOf)),
    receipts: new Map(
      pick((it) => it.receipt !== 'nothing').map((n) => [
        idOf(n),
        all[n]?.receipt === 'confirmed' ? confirmedOf(n) : filedOf(n).receipt,
      ]),
    ),
    sequences: new Map(),
  };
  return { journal, db };
};

const healed = ({
  journal,
  db,
}: {
  journal: JournalView;
  db: DatabaseView;
}): { journal: JournalView; db: DatabaseView } => {
  const { toDatabase, toJournal } = healPlan(journal, db);
  const envelopes = new Map(db.envelopes);
  const broken = new Set(db.broken);
  const receipts = new Map(db.receipts);
  for (const { envelope, receipt } of toDatabase.filed) {
    envelopes.set(envelope.id, envelope);
    broken.delete(envelope.id);
    receipts.set(receipt.id, receipt);
  }
  for (const each of toDatabase.receipts) receipts.set(each.id, each);
  for (const id of toDatabase.deleteEnvelopes) {
    envelopes.delete(id);
    broken.delete(id);
  }
  const filed = new Map(journal.filed);
  const tombstones = new Map(journal.tombstones);
  const sequences = new Map(journal.sequences);
  for (const { kind, payload } of toJournal) {
    if (kind === 'envelope') filed.set(idOf(payload[0]!), filedOf(payload[0]!));
    if (kind === 'tombstone') {
      const receipt = JSON.parse(fromUtf8(payload)) as StoredReceipt;
      tombstones.set(receipt.id, receipt);
      filed.delete(receipt.id);
    }
    if (kind === 'sequence') {
      const { prefix, last } = JSON.parse(fromUtf8(payload)) as { prefix: MachinePrefix; last: number };
      sequences.set(prefix, last);
    }
  }
  const dbSequences = new Map(db.sequences);
  for (const { prefix, last } of toDatabase.sequences) dbSequences.set(prefix, last);
  return {
    journal: { ...journal, filed, tombstones, sequences },
    db: { envelopes, broken, receipts, sequences: dbSequences },
  };
};

describe('healing', () => {
  it('leaves what was filed and neither confirmed nor taken back in both places, whatever either had lost', () => {
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 8 }), (all) => {
        const end = healed(viewsOf(all));
        for (const [n, it] of all.entries()) {
          const isConfirmed = it.journal === 'tombstone' || it.receipt === 'confirmed';
          const isWhole = it.journal === 'envelope' || it.envelope === 'whole';
          if (isWhole && !isConfirmed && it.journal !== 'void') {
            expect(end.db.envelopes.has(idOf(n))).toBe(true);
            expect(end.journal.filed.has(idOf(n))).toBe(true);
          }
          if (it.journal === 'tombstone' || it.journal === 'void') {
            expect(end.db.envelopes.has(idOf(n)) || end.db.broken.has(idOf(n))).toBe(false);
          }
          if (it.journal === 'tombstone') expect(end.db.receipts.get(idOf(n))?.server).toBeTruthy();
          if (it.receipt === 'confirmed')
            expect(end.journal.filed.has(idOf(n)) && it.envelope !== 'whole').toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('done twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 8 }), (all) => {
        const plan = healPlan(...(Object.values(healed(viewsOf(all))) as [JournalView, DatabaseView]));
        expect(plan.toDatabase).toMatchObject({
          filed: [],
          receipts: [],
          deleteEnvelopes: [],
          sequences: [],
        });
        expect(plan.toJournal).toEqual([]);
      }),
    );
  });

  it('keeps the largest running number in both places', () => {
    const { journal, db } = viewsOf([]);
    const plan = healPlan(
      { ...journal, sequences: new Map([[PREFIX, 5]]) },
      { ...db, sequences: new Map([[PREFIX, 3]]) },
    );
    expect(plan.toDatabase.sequences).toEqual([{ prefix: PREFIX, last: 5 }]);
    expect(plan.toJournal).toEqual([]);
    const other = healPlan(
      { ...journal, sequences: new Map() },
      { ...db, sequences: new Map([[PREFIX, 3]]) },
    );
    expect(other.toJournal.map(({ kind }) => kind)).toEqual(['sequence']);
  });

  it('does not delete an envelope for a tombstone that speaks of other bytes', () => {
    const { journal, db } = viewsOf([{ journal: 'tombstone', envelope: 'whole', receipt: 'open' }]);
    const other = { ...confirmedOf(0), digest: 'x'.repeat(43) as Digest };
    const plan = healPlan({ ...journal, tombstones: new Map([[idOf(0), other]]) }, db);
    expect(plan.toDatabase.deleteEnvelopes).toEqual([]);
  });
});

it('a compacted journal says the same, with at most 500 tombstones', () => {
  const tombstones = Array.from(
    { length: 700 },
    (_, n) => [`t${n}` as SubmissionId, confirmedOf(1)] as const,
  );
  const strange: JournalRecord = { kind: 'void', payload: new Uint8Array([1]) };
  const kept = compacted({
    filed: new Map([[idOf(2), filedOf(2)]]),
    tombstones: new Map(tombstones),
    voids: new Set([idOf(3)]),
    sequences: new Map([[PREFIX, 9]]),
    strange: [strange],
  });
  const count = (kind: JournalRecord['kind']) => kept.filter((each) => each.kind === kind).length;
  expect([count('sequence'), count('tombstone'), count('envelope'), count('void')]).toEqual([1, 500, 1, 1]);
});
