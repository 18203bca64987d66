/**
 * A record that carries its own signature: `sig` over the canonical JSON of everything else in it. Fields that
 * this version does not know are covered too; adding, removing or changing any of them breaks the signature.
 */
import { utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { type Purpose, sign, verify } from './sign.ts';
import type { KeyHandle } from './webcrypto.ts';

export type Signed<T> = T & { readonly sig: string };

export async function signRecord<T extends object>(
  record: T,
  purpose: Purpose,
  key: KeyHandle,
): Promise<Signed<T>> {
  return { ...record, sig: await sign(key, purpose, utf8(canonical(record))) };
}

/** False for whatever is wrong, also for a record that no canonical JSON exists of. Never throws. */
export async function verifyRecord(
  record: { readonly sig: string },
  purpose: Purpose,
  publicKey: KeyHandle | string,
): Promise<boolean> {
  try {
    const { sig, ...rest } = record;
    return await verify(publicKey, purpose, utf8(canonical(rest)), sig);
  } catch {
    return false;
  }
}
