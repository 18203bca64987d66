import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Base64Url, Digest, EntryId, HallId, KeyId, MachineId, SubmissionId } from './id.ts';
import { ReceiptNo } from './receipt-no.ts';

/**
 * A filed form, sealed on the screen to the hall's public key (HPKE base mode, RFC 9180; X25519, HKDF-SHA256, AES-256-GCM).
 * Immutable from the moment it is committed. What stands in the open is what the post needs, nothing of the visitor.
 */

/** Bound to the ciphertext as additional data: its canonical JSON (RFC 8785). */
export const EnvelopeHeader = v.strictObject({
  v: v.literal(1),
  suite: v.literal('X25519-HKDF-SHA256-AES256GCM'),
  /** The hall key that opens it. */
  keyId: KeyId,
  hall: HallId,
  machine: MachineId,
  submission: SubmissionId,
  receiptNo: ReceiptNo,
  /** The definition that the visitor saw: the digest of its published object. */
  form: v.strictObject({ id: EntryId, digest: Digest }),
  /** Which of the form's clocks counts, as an index; null when the form has none. The kind of matter, nothing of the visitor. */
  clock: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))),
  /** The screen's clock; a hint, the server's own time is stored beside it. */
  filedAt: Moment,
  /** PBKDF2-SHA-256 of the query code, salted with the submission id. */
  codeCheck: Base64Url,
});
export type EnvelopeHeader = v.InferOutput<typeof EnvelopeHeader>;

export const Envelope = v.strictObject({
  ...EnvelopeHeader.entries,
  enc: v.pipe(Base64Url, v.maxLength(64)),
  ct: Base64Url,
  /** Ed25519 by the machine's key over `bianminping/envelope/v1` ‖ 0 ‖ canonical JSON of everything above. */
  sig: v.pipe(Base64Url, v.maxLength(100)),
});
export type Envelope = v.InferOutput<typeof Envelope>;

/**
 * Largest sealed content, in bytes of its JSON: forty long texts of two thousand hanzi, the most that a form without attachments can
 * ask (contract/form), and exactly one step of the padding (seal/padding).
 */
export const MAX_CONTENT_BYTES = 256 * 1024 - 4;
/** Largest envelope that is accepted, in bytes of its JSON: that content in base64, and the header. */
export const MAX_ENVELOPE_BYTES = 360_000;

/** What the sealed part holds. */
export interface SealedContent {
  readonly answers: Readonly<Record<string, string | readonly string[] | boolean>>;
  /** Version of the privacy notice that was shown. */
  readonly noticeVersion: string;
  readonly filedBy: 'visitor' | 'staff';
}
