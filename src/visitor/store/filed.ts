import type { Moment } from '../../contract/day.ts';
import type { MachineId, MachinePrefix, SubmissionId } from '../../contract/id.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { ServerReceipt } from '../../contract/receipt.ts';
import { type ReceiptNo, receiptParts } from '../../contract/receipt-no.ts';
import type { Unit } from './connect.ts';
import type {
  OutboxDatabase,
  OutboxSchema,
  StoredEnvelope,
  StoredMachine,
  StoredReceipt,
} from './outbox-db.ts';

/** The outbox in IndexedDB. Every write that a promise to a visitor rests on is strict: `complete` comes after the disk has it. */

type Writing = Unit<OutboxSchema, 'readwrite'>;

const writing = <T>(
  db: OutboxDatabase,
  stores: ('envelopes' | 'receipts' | 'machine' | 'sequence' | 'incidents')[],
  work: (unit: Writing) => Promise<T>,
): Promise<T> => db.run({ stores, mode: 'readwrite', durability: 'strict', do: work });

const keepSequence = async (unit: Writing, prefix: MachinePrefix, last: number): Promise<void> => {
  const store = unit.objectStore('sequence');
  const held = (await store.get(prefix))?.last ?? 0;
  if (last > held) await store.put({ prefix, last });
};

/** The next running number, given once: larger than any in this database and than `floor`, which the journal knows. */
export const takeSequence = (db: OutboxDatabase, prefix: MachinePrefix, floor: number): Promise<number> =>
  writing(db, ['sequence'], async (unit) => {
    const held = (await unit.objectStore('sequence').get(prefix))?.last ?? 0;
    const next = Math.max(held, floor) + 1;
    await keepSequence(unit, prefix, next);
    return next;
  });

/** Envelope and receipt row, both or neither. */
export const commitFiling = (
  db: OutboxDatabase,
  envelope: StoredEnvelope,
  receipt: StoredReceipt,
): Promise<void> =>
  writing(db, ['envelopes', 'receipts', 'sequence'], async (unit) => {
    const { prefix, sequence } = receiptParts(envelope.receiptNo);
    await Promise.all([
      unit.objectStore('envelopes').put(envelope),
      unit.objectStore('receipts').put(receipt),
      keepSequence(unit, prefix, sequence),
    ]);
  });

/** Where one filing is: at the hall by its signed word, still here, or here for good because the server will not take it. */
export type Delivery = 'waiting' | 'confirmed' | 'refused';

/** By the filing's own rows; what lies beside it in the outbox says nothing about it. */
export const deliveryOf = (db: OutboxDatabase, receiptNo: ReceiptNo): Promise<Delivery> =>
  db.run({
    stores: ['envelopes', 'receipts', 'machine'],
    mode: 'readonly',
    do: async (unit) => {
      const [envelope, receipt, machine] = await Promise.all([
        unit.objectStore('envelopes').index('receiptNo').get(receiptNo),
        unit.objectStore('receipts').index('receiptNo').get(receiptNo),
        unit.objectStore('machine').get('self'),
      ]);
      if (receipt?.server) return 'confirmed';
      return envelope?.refusal || machine?.revokedAt ? 'refused' : 'waiting';
    },
  });

/** The visitor has seen the number. Not strict: at worst it is shown once more. */
export const markShown = (db: OutboxDatabase, receiptNo: ReceiptNo): Promise<void> =>
  db.run({
    stores: ['receipts'],
    mode: 'readwrite',
    do: async (unit) => {
      const store = unit.objectStore('receipts');
      const held = await store.index('receiptNo').get(receiptNo);
      if (held !== undefined) await store.put({ ...held, isShown: true });
    },
  });

/** A filing that was safe before its visitor saw the number: number only, the code was never stored. */
export const unshownSince = (db: OutboxDatabase, since: Moment): Promise<ReceiptNo | null> =>
  db.run({
    stores: ['receipts'],
    mode: 'readonly',
    do: async (unit) => {
      const all = await unit.objectStore('receipts').getAll();
      const found = all.filter(({ isShown, filedAt }) => !isShown && filedAt >= since);
      return found.sort((a, b) => (a.filedAt < b.filedAt ? 1 : -1))[0]?.receiptNo ?? null;
    },
  });

/** Takes back a filing that was not acknowledged. False when the server has confirmed it meanwhile: then it counts. */
export const takeBack = (db: OutboxDatabase, id: SubmissionId): Promise<boolean> =>
  writing(db, ['envelopes', 'receipts'], async (unit) => {
    const receipts = unit.objectStore('receipts');
    if ((await receipts.get(id))?.server) return false;
    await Promise.all([unit.objectStore('envelopes').delete(id), receipts.delete(id)]);
    return true;
  });

/** Only a receipt that names the very digest lets the envelope go; the caller has verified its signature. */
export const acknowledge = (
  db: OutboxDatabase,
  id: SubmissionId,
  server: ServerReceipt,
): Promise<StoredReceipt | null> =>
  writing(db, ['envelopes', 'receipts'], async (unit) => {
    const receipts = unit.objectStore('receipts');
    const held = await receipts.get(id);
    if (held === undefined) return null;
    const confirmed: StoredReceipt = { ...held, server };
    await Promise.all([receipts.put(confirmed), unit.objectStore('envelopes').delete(id)]);
    return confirmed;
  });

export const setAside = (
  db: OutboxDatabase,
  id: SubmissionId,
  refusal: { readonly code: ProblemCode; readonly at: Moment },
): Promise<void> =>
  writing(db, ['envelopes'], async (unit) => {
    const store = unit.objectStore('envelopes');
    const held = await store.get(id);
    if (held !== undefined) await store.put({ ...held, refusal });
  });

/** Ids of what is to be sent, oldest first: by receipt number, whatever any clock said. */
export const waitingIds = (db: OutboxDatabase): Promise<readonly SubmissionId[]> =>
  db.run({
    stores: ['envelopes'],
    mode: 'readonly',
    do: async (unit) => {
      const store = unit.objectStore('envelopes');
      const [all, aside] = await Promise.all([
        store.index('receiptNo').getAllKeys(),
        store.index('refused').getAllKeys(),
      ]);
      const refused = new Set(aside);
      return all.filter((id) => !refused.has(id));
    },
  });

export const envelopeOf = (db: OutboxDatabase, id: SubmissionId): Promise<StoredEnvelope | null> =>
  db.run({
    stores: ['envelopes'],
    mode: 'readonly',
    do: async (unit) => (await unit.objectStore('envelopes').get(id)) ?? null,
  });

export const machineOf = (db: OutboxDatabase): Promise<StoredMachine | null> =>
  db.run({
    stores: ['machine'],
    mode: 'readonly',
    do: async (unit) => (await unit.objectStore('machine').get('self')) ?? null,
  });

export const keepMachine = (db: OutboxDatabase, machine: StoredMachine): Promise<void> =>
  writing(db, ['machine'], async (unit) => void (await unit.objectStore('machine').put(machine, 'self')));

/** The first to come keeps its keys: two pages that start together end with one machine. */
export const firstMachine = (db: OutboxDatabase, made: StoredMachine): Promise<StoredMachine> =>
  writing(db, ['machine'], async (unit) => {
    const store = unit.objectStore('machine');
    const held = await store.get('self');
    if (held === undefined) await store.put(made, 'self');
    return held ?? made;
  });

export type MachineRefusal = 'machine-unknown' | 'machine-revoked';

/**
 * Remembers what the server said of the machine that sealed an envelope. False when it was said of an earlier enrolment: the
 * present one has nothing to do with it.
 */
export const noteMachineRefusal = (
  db: OutboxDatabase,
  of: { readonly machine: MachineId; readonly code: MachineRefusal; readonly at: Moment },
): Promise<boolean> =>
  writing(db, ['machine'], async (unit) => {
    const store = unit.objectStore('machine');
    const held = await store.get('self');
    if (held?.enrolled?.machine !== of.machine) return false;
    const { machine, prefix } = held.enrolled;
    const next: StoredMachine =
      of.code === 'machine-revoked'
        ? { ...held, revokedAt: of.at }
        : { ...held, enrolled: null, former: { machine, prefix } };
    await store.put(next, 'self');
    return true;
  });

/** Fails when nothing can be written now. */
export const probe = (db: OutboxDatabase): Promise<void> =>
  writing(db, ['incidents'], async (unit) => {
    const store = unit.objectStore('incidents');
    const key = await store.add({ at: '' as Moment, kind: 'probe', detail: '' });
    await store.delete(key);
  });
