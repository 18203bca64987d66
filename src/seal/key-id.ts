import type { KeyId } from '../contract/id.ts';
import { fromBase64url } from './bytes.ts';
import { digest } from './digest.ts';

const KEY_ID_LENGTH = 16;

/** A key is named by the first 96 bits of the digest of its public bytes: nobody has to hand out names. */
export async function keyIdOf(publicKey: string): Promise<KeyId> {
  return (await digest(fromBase64url(publicKey))).slice(0, KEY_ID_LENGTH) as KeyId;
}
