/**
 * A secret that the server must have in clear when it is used, and never at rest: AES-256-GCM under a key derived from the pepper, which
 * lies outside the database. The context (whose it is) is bound in: moved to another row it does not open.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { fromBase64url, toBase64url } from '../bytes.ts';
import { SealError } from '../seal-error.ts';

const [IV_BYTES, TAG_BYTES] = [12, 16];
const ALGORITHM = 'aes-256-gcm';

const keyFrom = (pepper: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', pepper, '', 'bianminping/kept-secret/v1', 32));

export function keepSecret(secret: Uint8Array, context: string, pepper: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFrom(pepper), iv).setAAD(Buffer.from(context));
  return `v1.${toBase64url(Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]))}`;
}

export function useSecret(kept: string, context: string, pepper: Uint8Array): Uint8Array<ArrayBuffer> {
  if (!kept.startsWith('v1.')) throw new SealError('unknown-suite', 'not a secret kept by this program');
  const bytes = fromBase64url(kept.slice(3));
  const iv = bytes.subarray(0, IV_BYTES);
  const tagAt = bytes.length - TAG_BYTES;
  const opening = createDecipheriv(ALGORITHM, keyFrom(pepper), iv).setAAD(Buffer.from(context));
  opening.setAuthTag(bytes.subarray(tagAt));
  const parts = [opening.update(bytes.subarray(IV_BYTES, tagAt)), opening.final()];
  return new Uint8Array(Buffer.concat(parts));
}
