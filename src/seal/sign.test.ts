import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { equal, fromBase64url, fromHex, toBase64url, toHex, utf8 } from './bytes.ts';
import { makeHallKey } from './hall-key.ts';
import {
  exportPrivateKey,
  exportPublicKey,
  importPrivateKey,
  importPublicKey,
  makeSigningKey,
  type Purpose,
  sign,
  verify,
} from './sign.ts';
import { signRecord, verifyRecord } from './signed-record.ts';
import { type KeyPair, platform } from './webcrypto.ts';

const purposes: readonly Purpose[] = ['key', 'snapshot', 'receipt', 'envelope'];
const purpose = fc.constantFrom(...purposes);
const bytes = fc.uint8Array({ maxLength: 200 });
const illegalKey = expect.objectContaining({ fault: 'illegal-key' });
const illegalText = expect.objectContaining({ fault: 'illegal-text' });

let keys: KeyPair;
let others: KeyPair;
let publicKey: string;
beforeAll(async () => {
  keys = await makeSigningKey({ extractable: true });
  others = await makeSigningKey({ extractable: false });
  publicKey = await exportPublicKey(keys.publicKey);
});

describe('Ed25519 of this platform', () => {
  it('gives the signature of RFC 8032 §7.1, test 3', async () => {
    const seed = 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7';
    const key = await importPrivateKey(toBase64url(fromHex(`302e020100300506032b657004220420${seed}`)));
    const signature = await platform.crypto.subtle.sign('Ed25519', key, Uint8Array.of(0xaf, 0x82));
    expect(toHex(new Uint8Array(signature))).toBe(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
        '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    );
  });
});

describe('sign and verify', () => {
  it('accepts what was signed, by handle and by text, for its own purpose only', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, purpose, async (data, given) => {
        const signature = await sign(keys.privateKey, given, data);
        expect(signature).toHaveLength(86);
        for (const asked of purposes) {
          expect(await verify(keys.publicKey, asked, data, signature)).toBe(asked === given);
          expect(await verify(publicKey, asked, data, signature)).toBe(asked === given);
        }
        expect(await verify(others.publicKey, given, data, signature)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('signs the purpose, a zero and the bytes', async () => {
    const signature = await sign(keys.privateKey, 'snapshot', utf8('abc'));
    const { subtle } = platform.crypto;
    const signed = utf8('bianminping/snapshot/v1\0abc');
    expect(await subtle.verify('Ed25519', keys.publicKey, fromBase64url(signature), signed)).toBe(true);
  });

  it('refuses every changed byte of the message and of the signature', async () => {
    const data = utf8('嘎什根乡 2026');
    const signature = fromBase64url(await sign(keys.privateKey, 'receipt', data));
    for (const at of data.keys()) {
      const altered = data.map((byte, n) => (n === at ? byte ^ 1 : byte));
      expect(await verify(keys.publicKey, 'receipt', altered, toBase64url(signature))).toBe(false);
    }
    for (const at of signature.keys()) {
      const altered = signature.map((byte, n) => (n === at ? byte ^ 0x10 : byte));
      expect(await verify(keys.publicKey, 'receipt', data, toBase64url(altered))).toBe(false);
    }
  });

  it.each([
    '',
    'AA',
    'no base64url!',
    'A'.repeat(85),
    'A'.repeat(86),
    `${'A'.repeat(86)}==`,
    'A'.repeat(10_000),
  ])('says false to the malformed signature %.20j', async (signature) => {
    expect(await verify(publicKey, 'key', utf8('x'), signature)).toBe(false);
  });

  it('says false to a malformed key and to a key of another kind', async () => {
    const signature = await sign(keys.privateKey, 'key', utf8('x'));
    expect(await verify('', 'key', utf8('x'), signature)).toBe(false);
    expect(await verify('AA', 'key', utf8('x'), signature)).toBe(false);
    expect(await verify('中', 'key', utf8('x'), signature)).toBe(false);
    expect(await verify((await makeHallKey()).publicKey, 'key', utf8('x'), signature)).toBe(false);
    expect(await verify(keys.privateKey, 'key', utf8('x'), signature)).toBe(false);
  });

  it('does not sign with a key that is not a signing key', async () => {
    await expect(sign(keys.publicKey, 'key', utf8('x'))).rejects.toThrow(illegalKey);
  });
});

describe('keys as text', () => {
  it('come back as they went', async () => {
    const text = await exportPrivateKey(keys.privateKey);
    const again = await importPrivateKey(text);
    expect(again.extractable).toBe(false);
    expect(await verify(publicKey, 'key', utf8('x'), await sign(again, 'key', utf8('x')))).toBe(true);
    expect(await exportPrivateKey(await importPrivateKey(text, { extractable: true }))).toBe(text);
    expect(await exportPublicKey(await importPublicKey(publicKey))).toBe(publicKey);
    expect(fromBase64url(publicKey)).toHaveLength(32);
  });

  it('a key that must not leave does not leave', async () => {
    expect(others.privateKey.extractable).toBe(false);
    await expect(exportPrivateKey(others.privateKey)).rejects.toThrow(illegalKey);
    // The public half always may.
    expect(await exportPublicKey(others.publicKey)).toHaveLength(43);
  });

  it('refuses malformed keys by name', async () => {
    await expect(importPublicKey('A'.repeat(44))).rejects.toThrow(illegalKey);
    await expect(importPublicKey('AA==')).rejects.toThrow(illegalText);
    await expect(importPrivateKey('AAAA')).rejects.toThrow(illegalKey);
    await expect(importPrivateKey('?')).rejects.toThrow(illegalText);
  });
});

describe('a signed record', () => {
  it('verifies as signed, in whatever order its fields come', async () => {
    const record = { b: [1, { c: '文' }], a: true };
    const signature = await signRecord(record, 'receipt', keys.privateKey);
    expect(await verifyRecord(record, 'receipt', publicKey, signature)).toBe(true);
    expect(await verifyRecord({ a: true, b: [1, { c: '文' }] }, 'receipt', keys.publicKey, signature)).toBe(
      true,
    );
    expect(await verifyRecord(record, 'snapshot', publicKey, signature)).toBe(false);
  });

  it('is refused with a field added, removed, changed or unreadable', async () => {
    const signature = await signRecord({ a: 1, b: 2 }, 'receipt', keys.privateKey);
    for (const altered of [
      { a: 1, b: 2, c: 3 },
      { a: 1 },
      { a: 2, b: 2 },
      { a: undefined, b: 2 },
      { a: Number.NaN, b: 2 },
    ]) {
      expect(await verifyRecord(altered, 'receipt', publicKey, signature)).toBe(false);
    }
  });

  it('is not made of what has no canonical JSON', async () => {
    await expect(signRecord({ at: new Date(0) }, 'receipt', keys.privateKey)).rejects.toThrow(
      'canonical JSON',
    );
  });

  it('is merely refused when it or its signature is no such thing at all', async () => {
    for (const nonsense of [null, undefined, 1, 'x', {}, []]) {
      expect(await verifyRecord(nonsense as never, 'receipt', publicKey, 'A'.repeat(86))).toBe(false);
      expect(await verifyRecord({ a: 1 }, 'receipt', publicKey, nonsense as never)).toBe(false);
    }
  });
});

describe('two signatures of the same', () => {
  it('are the same: Ed25519 takes no randomness', async () => {
    const once = await sign(keys.privateKey, 'envelope', utf8('x'));
    const twice = await sign(keys.privateKey, 'envelope', utf8('x'));
    expect(equal(fromBase64url(once), fromBase64url(twice))).toBe(true);
  });
});
