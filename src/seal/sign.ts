/**
 * Ed25519. What is signed always begins with what it is signed for, so a signature given for one purpose is
 * worth nothing for another, even under the same key.
 */
import { concat, fromBase64url, toBase64url, utf8 } from './bytes.ts';
import { SealError } from './seal-error.ts';
import { type Bytes, type KeyHandle, type KeyPair, subtle } from './webcrypto.ts';

export type Purpose = 'key' | 'snapshot' | 'receipt' | 'envelope';

const ALGORITHM = 'Ed25519';
const PUBLIC_BYTES = 32;

/** A screen's key is not extractable: the handle can lie in IndexedDB, the secret never reaches the page. */
export function makeSigningKey({ extractable }: { extractable: boolean }): Promise<KeyPair> {
  return subtle.generateKey({ name: ALGORITHM }, extractable, ['sign', 'verify']);
}

/** PKCS #8 as base64url; only for keys made extractable. */
export async function exportPrivateKey(key: KeyHandle): Promise<string> {
  return toBase64url(await exportBytes('pkcs8', key));
}

export async function importPrivateKey(text: string, { extractable = false } = {}): Promise<KeyHandle> {
  const bytes = fromBase64url(text);
  try {
    return await subtle.importKey('pkcs8', bytes, ALGORITHM, extractable, ['sign']);
  } catch (cause) {
    throw new SealError('illegal-key', 'not an Ed25519 private key', { cause });
  }
}

/** The 32 bytes of RFC 8032 as base64url. */
export async function exportPublicKey(key: KeyHandle): Promise<string> {
  return toBase64url(await exportBytes('raw', key));
}

/** The same few keys are asked for again and again, and making a handle takes longer than a look-up. */
const MOST_KEPT = 1_000;
const kept = new Map<string, KeyHandle>();

export async function importPublicKey(text: string): Promise<KeyHandle> {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = await importRaw(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, made);
  return made;
}

async function importRaw(text: string): Promise<KeyHandle> {
  const bytes = fromBase64url(text);
  // Checked here, not left to the platform: Node and Chromium refuse with different errors.
  if (bytes.length !== PUBLIC_BYTES) throw new SealError('illegal-key', 'not an Ed25519 public key');
  return subtle.importKey('raw', bytes, ALGORITHM, true, ['verify']);
}

export async function sign(key: KeyHandle, purpose: Purpose, bytes: Uint8Array): Promise<string> {
  try {
    const signature = await subtle.sign(ALGORITHM, key, signedBytes(purpose, bytes));
    return toBase64url(new Uint8Array(signature));
  } catch (cause) {
    throw new SealError('illegal-key', 'this key cannot sign', { cause });
  }
}

/** False for whatever is wrong: the signature, its form, the key or its kind. Never throws. */
export async function verify(
  publicKey: KeyHandle | string,
  purpose: Purpose,
  bytes: Uint8Array,
  signature: string,
): Promise<boolean> {
  try {
    const key = typeof publicKey === 'string' ? await importPublicKey(publicKey) : publicKey;
    return await subtle.verify(ALGORITHM, key, fromBase64url(signature), signedBytes(purpose, bytes));
  } catch {
    return false;
  }
}

function signedBytes(purpose: Purpose, bytes: Uint8Array): Bytes {
  return concat(utf8(`bianminping/${purpose}/v1\0`), bytes);
}

async function exportBytes(format: 'raw' | 'pkcs8', key: KeyHandle): Promise<Uint8Array> {
  try {
    return new Uint8Array(await subtle.exportKey(format, key));
  } catch (cause) {
    throw new SealError('illegal-key', 'this key does not leave its place', { cause });
  }
}
