import type { MachinePrefix, SubmissionId } from '../../contract/id.ts';
import { receiptParts } from '../../contract/receipt-no.ts';
import type { JournalRecord } from './journal/format.ts';
import {
  envelopeRecord,
  type Filed,
  type JournalView,
  sequenceRecord,
  tombstoneRecord,
} from './journal-view.ts';
import type { StoredEnvelope, StoredReceipt, StoredSequence } from './outbox-db.ts';

/** What each place must be given so that both hold the same. Pure: the doing is in `heal.ts`. */

export interface DatabaseView {
  /** Only those whose bytes have their digest. */
  readonly envelopes: ReadonlyMap<SubmissionId, StoredEnvelope>;
  /** Rows whose bytes have not. */
  readonly broken: ReadonlySet<SubmissionId>;
  readonly receipts: ReadonlyMap<SubmissionId, StoredReceipt>;
  readonly sequences: ReadonlyMap<MachinePrefix, number>;
}

export interface HealPlan {
  readonly toDatabase: {
    readonly filed: readonly Filed[];
    readonly receipts: readonly StoredReceipt[];
    readonly deleteEnvelopes: readonly SubmissionId[];
    /** Broken here and absent in the journal: kept, and never sent. */
    readonly setAside: readonly SubmissionId[];
    readonly sequences: readonly StoredSequence[];
  };
  readonly toJournal: readonly JournalRecord[];
}

type Confirmed = StoredReceipt & { readonly server: NonNullable<StoredReceipt['server']> };

const isConfirmed = (receipt: StoredReceipt | undefined): receipt is Confirmed =>
  receipt !== undefined && receipt.server !== null;

/** Whether an envelope is no longer to be kept: taken back, or confirmed by the server over these very bytes. */
const isGone = (id: SubmissionId, journal: JournalView, db: DatabaseView): boolean => {
  const held = (db.envelopes.get(id) ?? journal.filed.get(id)?.envelope)?.digest;
  const confirmed = [journal.tombstones.get(id), db.receipts.get(id)].filter(isConfirmed);
  return journal.voids.has(id) || confirmed.some(({ digest }) => (held ?? digest) === digest);
};

const sequencesOf = (journal: JournalView, db: DatabaseView): ReadonlyMap<MachinePrefix, number> => {
  const all = new Map(journal.sequences);
  const saw = (prefix: MachinePrefix, last: number): void => {
    all.set(prefix, Math.max(last, all.get(prefix) ?? 0));
  };
  for (const [prefix, last] of db.sequences) saw(prefix, last);
  for (const { receiptNo } of [...db.receipts.values(), ...db.envelopes.values()]) {
    const { prefix, sequence } = receiptParts(receiptNo);
    saw(prefix, sequence);
  }
  return all;
};

const toDatabase = (journal: JournalView, db: DatabaseView) => {
  const gone = (id: SubmissionId): boolean => isGone(id, journal, db);
  return {
    filed: [...journal.filed.values()].filter(({ envelope: { id } }) => !db.envelopes.has(id) && !gone(id)),
    receipts: [...journal.tombstones.values()].filter(({ id }) => !isConfirmed(db.receipts.get(id))),
    deleteEnvelopes: [...db.envelopes.keys(), ...db.broken].filter(gone),
    setAside: [...db.broken].filter((id) => !gone(id) && !journal.filed.has(id)),
  };
};

const toJournal = (journal: JournalView, db: DatabaseView): readonly JournalRecord[] => {
  const filed = [...db.envelopes.values()].filter(
    ({ id }) => !journal.filed.has(id) && !journal.tombstones.has(id) && !isGone(id, journal, db),
  );
  const confirmed = [...journal.filed.keys()].map((id) => db.receipts.get(id)).filter(isConfirmed);
  return [...filed.map(({ bytes }) => envelopeRecord(bytes)), ...confirmed.map(tombstoneRecord)];
};

export const healPlan = (journal: JournalView, db: DatabaseView): HealPlan => {
  const all = [...sequencesOf(journal, db)];
  const behind = (held: ReadonlyMap<MachinePrefix, number>) =>
    all.filter(([prefix, last]) => (held.get(prefix) ?? 0) < last);
  return {
    toDatabase: {
      ...toDatabase(journal, db),
      sequences: behind(db.sequences).map(([prefix, last]) => ({ prefix, last })),
    },
    toJournal: [
      ...toJournal(journal, db),
      ...behind(journal.sequences).map(([prefix, last]) => sequenceRecord(prefix, last)),
    ],
  };
};

/** Confirmed ones whose number and digest the journal keeps. */
const TOMBSTONES_KEPT = 500;

/** The journal without what is no longer needed. */
export const compacted = (view: JournalView): readonly JournalRecord[] => [
  ...[...view.sequences].map(([prefix, last]) => sequenceRecord(prefix, last)),
  ...[...view.tombstones.values()].slice(-TOMBSTONES_KEPT).map(tombstoneRecord),
  ...[...view.filed.values()].map(({ envelope }) => envelopeRecord(envelope.bytes)),
  ...view.strange,
];
