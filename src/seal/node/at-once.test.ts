import { describe, expect, it } from 'vitest';
import { type KeyHandle, platform, type Subtle } from '../webcrypto.ts';
import { atOnce } from './at-once.ts';

const pool = platform.crypto.subtle;

/** Counts what reaches the pool. */
function watched(): { readonly subtle: Subtle; readonly handedOver: string[] } {
  const handedOver: string[] = [];
  const counting = (name: 'digest' | 'sign' | 'verify') => ({
    [name]: (...asked: never[]) => {
      handedOver.push(name);
      return (pool[name] as (...asked: never[]) => unknown).apply(pool, asked);
    },
  });
  const rest = { generateKey: pool.generateKey, importKey: pool.importKey, exportKey: pool.exportKey };
  const bound = Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, each.bind(pool)]));
  const all = { ...bound, ...counting('digest'), ...counting('sign'), ...counting('verify') };
  return { subtle: atOnce(all as unknown as Subtle), handedOver };
}

const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 31) % 251);
const hex = (buffer: ArrayBuffer): string => Buffer.from(buffer).toString('hex');
const hmacKey = (hash: string): Promise<KeyHandle> =>
  pool.importKey('raw', bytes(32), { name: 'HMAC', hash }, false, ['sign']);

describe('cryptography at once', () => {
  it('gives what the pool gives, whatever the length, and leaves the large to it', async () => {
    const { subtle, handedOver } = watched();
    const { privateKey, publicKey } = await pool.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
    const secret = await hmacKey('SHA-256');
    for (const length of [0, 1, 3_000, 64 * 1024 - 1]) {
      const data = bytes(length);
      expect(hex(await subtle.digest('SHA-256', data))).toBe(hex(await pool.digest('SHA-256', data)));
      expect(hex(await subtle.sign('HMAC', secret, data))).toBe(hex(await pool.sign('HMAC', secret, data)));
      // Ed25519 signs the same text the same way each time (RFC 8032).
      const signature = await subtle.sign('Ed25519', privateKey, data);
      expect(hex(signature)).toBe(hex(await pool.sign('Ed25519', privateKey, data)));
      expect(await subtle.verify('Ed25519', publicKey, new Uint8Array(signature), data)).toBe(true);
      expect(await subtle.verify('Ed25519', publicKey, new Uint8Array(signature), bytes(length + 1))).toBe(
        false,
      );
      expect(await subtle.verify('Ed25519', publicKey, bytes(3), data)).toBe(false);
    }
    expect(handedOver).toEqual([]);
    await subtle.digest('SHA-256', bytes(64 * 1024 + 1));
    expect(handedOver).toEqual(['digest']);
  });

  it('refuses what the pool refuses', async () => {
    const { subtle } = watched();
    const { privateKey, publicKey } = await pool.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
    const data = bytes(9);
    const signature = new Uint8Array(await pool.sign('Ed25519', privateKey, data));
    await expect(subtle.sign('Ed25519', publicKey, data)).rejects.toThrow();
    await expect(subtle.verify('Ed25519', privateKey, signature, data)).rejects.toThrow();
    await expect(subtle.sign('Ed25519', await hmacKey('SHA-256'), data)).rejects.toThrow();
    await expect(subtle.digest('SHA-0', data)).rejects.toThrow();
  });

  it('uses the hash that an HMAC key was made for', async () => {
    const { subtle } = watched();
    const key = await hmacKey('SHA-512');
    expect(hex(await subtle.sign('HMAC', key, bytes(5)))).toBe(hex(await pool.sign('HMAC', key, bytes(5))));
  });
});
