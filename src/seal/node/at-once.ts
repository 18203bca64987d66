/**
 * Node's own cryptography behind WebCrypto's door. WebCrypto hands each job to a pool of threads, and for a digest or a signature
 * of a few kilobytes the handing over takes longer than the job. Large jobs still go there: they would hold up everybody else.
 */
import { createHash, createHmac, KeyObject, sign, verify } from 'node:crypto';
import { type KeyHandle, platform, type Subtle, workWith } from '../webcrypto.ts';

const LARGEST_AT_ONCE = 64 * 1024;

/** Called once, when the program starts. Same results, same refusals (`at-once.test.ts`). */
export function workAtOnce(): void {
  workWith(atOnce(platform.crypto.subtle));
}

export function atOnce(pool: Subtle): Subtle {
  const isSmall = (data: Uint8Array): boolean => data.length <= LARGEST_AT_ONCE;
  return {
    digest: async (algorithm, data) =>
      algorithm === 'SHA-256' && isSmall(data)
        ? owned(createHash('sha256').update(data).digest())
        : pool.digest(algorithm, data),
    sign: async (algorithm, key, data) => {
      if (!mayAtOnce(algorithm, key, 'sign') || !isSmall(data)) return pool.sign(algorithm, key, data);
      const secret = keyObject(key);
      return owned(
        algorithm === 'HMAC' ? createHmac('sha256', secret).update(data).digest() : sign(null, data, secret),
      );
    },
    verify: async (algorithm, key, signature, data) =>
      algorithm === 'Ed25519' && mayAtOnce(algorithm, key, 'verify') && isSmall(data)
        ? verify(null, data, keyObject(key), signature)
        : pool.verify(algorithm, key, signature, data),
    generateKey: (...asked) => pool.generateKey(...asked),
    importKey: (...asked) => pool.importKey(...asked),
    exportKey: (...asked) => pool.exportKey(...asked),
    deriveBits: (...asked) => pool.deriveBits(...asked),
  };
}

/** What WebCrypto would refuse is left to it, so that it is refused in its words. */
function mayAtOnce(algorithm: string, { algorithm: its, usages }: KeyHandle, usage: string): boolean {
  if (its.name !== algorithm || !usages.includes(usage)) return false;
  return algorithm === 'Ed25519' || hashOf(its) === 'SHA-256';
}

const hashOf = (its: KeyHandle['algorithm']): string | undefined =>
  (its as { readonly hash?: { readonly name: string } }).hash?.name;

/** A KeyHandle is Node's own CryptoKey here. */
const keyObject = (key: KeyHandle): KeyObject => KeyObject.from(key as Parameters<typeof KeyObject.from>[0]);

const owned = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
