import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Base64Url, Digest, KeyId, SubmissionId } from './id.ts';
import { ReceiptNo } from './receipt-no.ts';

/**
 * What the server answers after the envelope is durably stored. Only a receipt whose signature holds and whose digest is that of
 * the very bytes in the outbox lets the screen forget them: a 2xx alone proves nothing.
 */
export const ReceiptBody = v.strictObject({
  v: v.literal(1),
  submission: SubmissionId,
  receiptNo: ReceiptNo,
  /** SHA-256 of the envelope's bytes as the server stored them. */
  digest: Digest,
  receivedAt: Moment,
});
export type ReceiptBody = v.InferOutput<typeof ReceiptBody>;

export const ServerReceipt = v.strictObject({
  /** The exact signed text: canonical JSON of a ReceiptBody. */
  body: v.pipe(v.string(), v.maxLength(1_000)),
  /** Ed25519 over `bianminping/receipt/v1` ‖ 0 ‖ UTF-8 bytes of `body`. */
  signature: Base64Url,
  keyId: KeyId,
});
export type ServerReceipt = v.InferOutput<typeof ServerReceipt>;
