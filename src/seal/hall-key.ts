/** The hall's X25519 key: everyone may seal to it, only the key file outside the database opens. */
import { fromBase64url, toBase64url } from './bytes.ts';
import { hpke } from './hpke.ts';
import { SealError } from './seal-error.ts';
import type { KeyHandle, KeyPair } from './webcrypto.ts';

export function makeHallKey(): Promise<KeyPair> {
  return hpke.kem.generateKeyPair();
}

/** The 32 bytes of RFC 7748 as base64url: short enough for the recovery sheet. */
export async function exportHallPrivateKey(key: KeyHandle): Promise<string> {
  return exported(hpke.kem.serializePrivateKey(key));
}

export async function importHallPrivateKey(text: string): Promise<KeyHandle> {
  return imported(hpke.kem.deserializePrivateKey(fromBase64url(text)));
}

export async function exportHallPublicKey(key: KeyHandle): Promise<string> {
  return exported(hpke.kem.serializePublicKey(key));
}

export async function importHallPublicKey(text: string): Promise<KeyHandle> {
  return imported(hpke.kem.deserializePublicKey(fromBase64url(text)));
}

async function exported(bytes: Promise<ArrayBuffer>): Promise<string> {
  try {
    return toBase64url(new Uint8Array(await bytes));
  } catch (cause) {
    throw new SealError('illegal-key', 'not an X25519 key that can be written down', { cause });
  }
}

async function imported(key: Promise<KeyHandle>): Promise<KeyHandle> {
  try {
    return await key;
  } catch (cause) {
    throw new SealError('illegal-key', 'not an X25519 key', { cause });
  }
}
