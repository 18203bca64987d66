import { toBase64url, utf8 } from './bytes.ts';
import { SealError } from './seal-error.ts';
import { type KeyHandle, subtle } from './webcrypto.ts';

const MIN_SECRET_BYTES = 32;

/**
 * HMAC-SHA-256 as base64url. For the pepper over a code check: without the server's secret a stolen database cannot
 * be searched for eight-character codes. (A session token has 256 random bits: plain `digest` is enough there.)
 */
export async function hmac(secret: Uint8Array, data: Uint8Array | string): Promise<string> {
  if (secret.length < MIN_SECRET_BYTES) throw new SealError('illegal-key', 'a secret under 256 bits');
  const key = await keyOf(secret);
  const bytes = typeof data === 'string' ? utf8(data) : data;
  return toBase64url(new Uint8Array(await subtle.sign('HMAC', key, bytes)));
}

/** The server has one secret: it is made a key once, and goes with it. */
const keys = new WeakMap<Uint8Array, Promise<KeyHandle>>();

function keyOf(secret: Uint8Array): Promise<KeyHandle> {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const made = subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  keys.set(secret, made);
  return made;
}
