import * as v from 'valibot';
import { Moment } from '../../contract/day-schema.ts';
import { Envelope } from '../../contract/envelope.ts';
import { Digest, MachinePrefix, SubmissionId } from '../../contract/id.ts';
import { ServerReceipt } from '../../contract/receipt.ts';
import { ReceiptNo, receiptParts } from '../../contract/receipt-no.ts';
import { fromUtf8, utf8 } from '../../seal/bytes.ts';
import { digest } from '../../seal/digest.ts';
import type { JournalRecord } from './journal/format.ts';
import type { StoredEnvelope, StoredReceipt } from './outbox-db.ts';

/** What the journal's records mean, both ways. */

const Tombstone = v.object({
  id: SubmissionId,
  receiptNo: ReceiptNo,
  digest: Digest,
  filedAt: Moment,
  server: ServerReceipt,
});
const Void = v.object({ id: SubmissionId });
const Sequence = v.object({ prefix: MachinePrefix, last: v.pipe(v.number(), v.integer()) });

const json = (kind: JournalRecord['kind'], value: unknown): JournalRecord => ({
  kind,
  payload: utf8(JSON.stringify(value)),
});

export const envelopeRecord = (bytes: Uint8Array): JournalRecord => ({ kind: 'envelope', payload: bytes });
/** The server has it: number, digest and the server's word stay, the envelope may go at the next rewrite. */
export const tombstoneRecord = ({ id, receiptNo, digest, filedAt, server }: StoredReceipt): JournalRecord =>
  json('tombstone', { id, receiptNo, digest, filedAt, server });
/** Never acknowledged to anyone, and taken back. */
export const voidRecord = (id: SubmissionId): JournalRecord => json('void', { id });
export const sequenceRecord = (prefix: MachinePrefix, last: number): JournalRecord =>
  json('sequence', { prefix, last });

/** An envelope and its receipt row. */
export interface Filed {
  readonly envelope: StoredEnvelope;
  readonly receipt: StoredReceipt;
}

export interface JournalView {
  /** Neither confirmed nor taken back. */
  readonly filed: ReadonlyMap<SubmissionId, Filed>;
  readonly tombstones: ReadonlyMap<SubmissionId, StoredReceipt>;
  readonly voids: ReadonlySet<SubmissionId>;
  readonly sequences: ReadonlyMap<MachinePrefix, number>;
  /** Whole records that this version does not understand: kept. */
  readonly strange: readonly JournalRecord[];
}

const parsed = <S extends v.GenericSchema>(schema: S, payload: Uint8Array): v.InferOutput<S> | null => {
  try {
    const read = v.safeParse(schema, JSON.parse(fromUtf8(payload)));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
};

/** An envelope's open header says everything that its rows need. */
export const filedFrom = async (bytes: Uint8Array): Promise<Filed | null> => {
  const envelope = parsed(Envelope, bytes);
  if (envelope === null) return null;
  const { submission: id, receiptNo, filedAt } = envelope;
  const row = { id, receiptNo, digest: await digest(bytes) };
  return { envelope: { ...row, bytes }, receipt: { ...row, filedAt, server: null, isShown: false } };
};

class Reading {
  readonly filed = new Map<SubmissionId, Filed>();
  readonly tombstones = new Map<SubmissionId, StoredReceipt>();
  readonly voids = new Set<SubmissionId>();
  readonly sequences = new Map<MachinePrefix, number>();
  readonly strange: JournalRecord[] = [];

  async take(record: JournalRecord): Promise<void> {
    if (!(await this.#understood(record))) this.strange.push(record);
  }

  async #understood({ kind, payload }: JournalRecord): Promise<boolean> {
    switch (kind) {
      case 'envelope':
        return this.#filed(await filedFrom(payload));
      case 'tombstone':
        return this.#tombstone(parsed(Tombstone, payload));
      case 'void':
        return this.#void(parsed(Void, payload));
      case 'sequence':
        return this.#sequence(parsed(Sequence, payload));
    }
  }

  #filed(filed: Filed | null): boolean {
    if (filed === null) return false;
    this.filed.set(filed.envelope.id, filed);
    return this.#number(filed.receipt.receiptNo);
  }

  #tombstone(receipt: Omit<StoredReceipt, 'isShown'> | null): boolean {
    if (receipt === null) return false;
    this.tombstones.set(receipt.id, { ...receipt, isShown: true });
    return this.#number(receipt.receiptNo);
  }

  #void(gone: { readonly id: SubmissionId } | null): boolean {
    if (gone !== null) this.voids.add(gone.id);
    return gone !== null;
  }

  #number(no: ReceiptNo): boolean {
    const { prefix, sequence } = receiptParts(no);
    return this.#sequence({ prefix, last: sequence });
  }

  #sequence(held: { readonly prefix: MachinePrefix; readonly last: number } | null): boolean {
    if (held === null) return false;
    this.sequences.set(held.prefix, Math.max(held.last, this.sequences.get(held.prefix) ?? 0));
    return true;
  }
}

export const viewOfJournal = async (records: readonly JournalRecord[]): Promise<JournalView> => {
  const reading = new Reading();
  for (const record of records) await reading.take(record);
  const { filed, tombstones, voids, sequences, strange } = reading;
  for (const id of [...tombstones.keys(), ...voids]) filed.delete(id);
  return { filed, tombstones, voids, sequences, strange };
};
