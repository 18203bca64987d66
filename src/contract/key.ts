import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Base64Url, HallId, KeyId } from './id.ts';

/** Who vouches for which key. The root key (kept offline) certifies the others; screens pin the root at their first pull. */
export const keyPurposes = ['snapshot', 'receipt', 'hall'] as const;

export const KeyCertificate = v.strictObject({
  v: v.literal(1),
  hall: HallId,
  /** `snapshot` and `receipt` are Ed25519, `hall` is X25519 for HPKE. */
  purpose: v.picklist(keyPurposes),
  keyId: KeyId,
  publicKey: Base64Url,
  notBefore: Moment,
  notAfter: v.exactOptional(Moment),
  /** Ed25519 by the root over the canonical JSON (RFC 8785) of the fields above. */
  signature: Base64Url,
});
export type KeyCertificate = v.InferOutput<typeof KeyCertificate>;
