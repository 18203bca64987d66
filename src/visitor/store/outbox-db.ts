import type { DBSchema } from 'idb';
import type { Moment } from '../../contract/day.ts';
import type { Digest, HallId, MachineId, MachinePrefix, SubmissionId } from '../../contract/id.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { ServerReceipt } from '../../contract/receipt.ts';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import type { KeyPair } from '../../seal/webcrypto.ts';
import { type Database, type DatabaseLoss, database } from './connect.ts';

/**
 * What visitors filed here, sealed. Version 1 for ever: its shape never changes incompatibly, values are opaque to upgrades, and
 * content's heavy writes and rebuilds never touch it. One row per envelope.
 */

export interface StoredEnvelope {
  readonly id: SubmissionId;
  readonly receiptNo: ReceiptNo;
  /** SHA-256 of `bytes`. */
  readonly digest: Digest;
  /** Exactly what is uploaded, again and again the same. */
  readonly bytes: Uint8Array;
  /** Set when the server will not take this one; it is kept, shown to staff and can be taken out by them. */
  readonly refusal?: { readonly code: ProblemCode; readonly at: Moment };
}

/** Stays when the envelope has gone: number and digest, nothing else. */
export interface StoredReceipt {
  readonly id: SubmissionId;
  readonly receiptNo: ReceiptNo;
  readonly digest: Digest;
  readonly filedAt: Moment;
  /** The server's signed word; null until it has come. */
  readonly server: ServerReceipt | null;
  /** False from the commit until the visitor has the receipt on the screen: a crash between them is made good at start. */
  readonly isShown: boolean;
}

export interface StoredMachine {
  /** The private half cannot be read by the page; it lives only here. */
  readonly keys: KeyPair;
  readonly publicKey: string;
  /** Null until the server has named this machine. */
  readonly enrolled: {
    readonly machine: MachineId;
    readonly prefix: MachinePrefix;
    readonly hall: HallId;
  } | null;
  /** Its name before the server said that it does not know it; asked for again. */
  readonly former?: { readonly machine: MachineId; readonly prefix: MachinePrefix };
  /** Since when the server takes nothing of this machine. Until the server says otherwise nothing is filed here. */
  readonly revokedAt?: Moment;
}

export type EnrolledMachine = StoredMachine & { readonly enrolled: NonNullable<StoredMachine['enrolled']> };

/** The largest running number given under a prefix. */
export interface StoredSequence {
  readonly prefix: MachinePrefix;
  readonly last: number;
}

export interface StoredIncident {
  readonly at: Moment;
  readonly kind: string;
  readonly detail: string;
}

export interface OutboxSchema extends DBSchema {
  envelopes: {
    key: SubmissionId;
    value: StoredEnvelope;
    /** Receipt numbers run in the order of filing, whatever the clock did; only set-aside rows are in `refused`. */
    indexes: { receiptNo: string; refused: string };
  };
  receipts: { key: SubmissionId; value: StoredReceipt; indexes: { receiptNo: string } };
  machine: { key: 'self'; value: StoredMachine };
  sequence: { key: MachinePrefix; value: StoredSequence };
  incidents: { key: number; value: StoredIncident };
}

export type OutboxDatabase = Database<OutboxSchema>;

export const OUTBOX_DB = 'bianminping-outbox';

export const openOutbox = (name: string = OUTBOX_DB, onNew?: (loss: DatabaseLoss) => void): OutboxDatabase =>
  database<OutboxSchema>({
    name,
    version: 1,
    upgrade: (db) => {
      const envelopes = db.createObjectStore('envelopes', { keyPath: 'id' });
      envelopes.createIndex('receiptNo', 'receiptNo');
      envelopes.createIndex('refused', 'refusal.at');
      db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('receiptNo', 'receiptNo');
      db.createObjectStore('machine');
      db.createObjectStore('sequence', { keyPath: 'prefix' });
      db.createObjectStore('incidents', { autoIncrement: true });
    },
    ...(onNew !== undefined && { onNew }),
  });
