import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  exportHallPrivateKey,
  exportHallPublicKey,
  importHallPrivateKey,
  importHallPublicKey,
  makeHallKey,
} from './hall-key.ts';
import { keyIdOf } from './key-id.ts';
import { noteKeyId, openNote, sealNote } from './note.ts';
import { makeSigningKey } from './sign.ts';
import type { KeyPair } from './webcrypto.ts';

const refusal = expect.objectContaining({ name: 'SealError' });
let hall: KeyPair;
let publicKey: string;
beforeAll(async () => {
  hall = await makeHallKey();
  publicKey = await exportHallPublicKey(hall.publicKey);
});

describe('a sealed note', () => {
  it('opens in its context, and in no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (text, context) => {
        const note = await sealNote(text, context, publicKey);
        expect(await openNote(note, context, hall.privateKey)).toBe(text);
        await expect(openNote(note, `${context}.`, hall.privateKey)).rejects.toThrow(refusal);
      }),
      { numRuns: 40 },
    );
  });

  it('says which key opens it', async () => {
    expect(noteKeyId(await sealNote('您的申请已受理', 's/1', publicKey))).toBe(await keyIdOf(publicKey));
  });

  it('is refused when any place is changed, or the key is another', async () => {
    const note = await sealNote('x', 's/1', publicKey);
    for (let at = 0; at < note.length; at += at < 70 || at > note.length - 30 ? 1 : 61) {
      const altered = note.slice(0, at) + (note[at] === 'A' ? 'B' : 'A') + note.slice(at + 1);
      await expect(openNote(altered, 's/1', hall.privateKey), `at ${at}`).rejects.toThrow(refusal);
    }
    await expect(openNote(note, 's/1', (await makeHallKey()).privateKey)).rejects.toThrow(refusal);
  });

  it.each(['', 'v1', 'v2.AAAAAAAAAAAAAAAA.x.y', 'v1.short.x.y', 'v1....', '{}'])(
    'is not %j',
    async (note) => {
      await expect(openNote(note, '', hall.privateKey)).rejects.toThrow(
        expect.objectContaining({ fault: 'unknown-suite' }),
      );
      expect(() => noteKeyId(note)).toThrow(refusal);
    },
  );
});

describe('the hall key as text', () => {
  it('comes back as it went and opens what was sealed before', async () => {
    const note = await sealNote('x', '', publicKey);
    const text = await exportHallPrivateKey(hall.privateKey);
    expect(text).toHaveLength(43);
    const again = await importHallPrivateKey(text);
    expect(await exportHallPrivateKey(again)).toBe(text);
    expect(await openNote(note, '', again)).toBe('x');
    expect(await exportHallPublicKey(await importHallPublicKey(publicKey))).toBe(publicKey);
  });

  it('is refused by name when it is none', async () => {
    const illegalKey = expect.objectContaining({ fault: 'illegal-key' });
    await expect(importHallPrivateKey('AAAA')).rejects.toThrow(illegalKey);
    await expect(importHallPublicKey('AAAA')).rejects.toThrow(illegalKey);
    await expect(importHallPublicKey('A===')).rejects.toThrow(
      expect.objectContaining({ fault: 'illegal-text' }),
    );
    await expect(exportHallPrivateKey(hall.publicKey)).rejects.toThrow(illegalKey);
    const { privateKey } = await makeSigningKey({ extractable: false });
    await expect(exportHallPrivateKey(privateKey)).rejects.toThrow(illegalKey);
  });
});
