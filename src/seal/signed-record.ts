/**
 * Signing a record: what is signed is the canonical JSON of the whole. Fields that this version does not know are
 * covered too; adding, removing or changing any of them breaks the signature.
 */
import { utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { type Purpose, sign, verify } from './sign.ts';
import type { KeyHandle } from './webcrypto.ts';

export async function signRecord(record: object, purpose: Purpose, key: KeyHandle): Promise<string> {
  return sign(key, purpose, utf8(canonical(record)));
}

/** False for whatever is wrong, also for a record of which no canonical JSON exists. Never throws. */
export async function verifyRecord(
  record: object,
  purpose: Purpose,
  publicKey: KeyHandle | string,
  signature: string,
): Promise<boolean> {
  try {
    return await verify(publicKey, purpose, utf8(canonical(record)), signature);
  } catch {
    return false;
  }
}
