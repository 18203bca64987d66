/** The same tests as in Node, run in the browser that visitors stand before; below, what only a browser can show. */
import './bytes.test.ts';
import './canonical.test.ts';
import './certificate.test.ts';
import './envelope.test.ts';
import './hash.test.ts';
import './note.test.ts';
import './padding.test.ts';
import './random.test.ts';
import './sign.test.ts';
import './vectors.test.ts';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { exportPrivateKey, makeSigningKey, sign, verify } from './sign.ts';
import type { KeyPair } from './webcrypto.ts';

describe('a machine key in IndexedDB', () => {
  it('comes back able to sign and still unable to leave', async () => {
    const made = await makeSigningKey({ extractable: false });
    const name = `seal-${crypto.randomUUID()}`;
    const open = () => openDB(name, 1, { upgrade: (database) => void database.createObjectStore('keys') });
    const first = await open();
    await first.put('keys', made, 'machine');
    first.close();

    const second = await open();
    const stored = (await second.get('keys', 'machine')) as KeyPair;
    second.close();
    const signature = await sign(stored.privateKey, 'envelope', utf8('x'));
    expect(await verify(made.publicKey, 'envelope', utf8('x'), signature)).toBe(true);
    await expect(exportPrivateKey(stored.privateKey)).rejects.toThrow(
      expect.objectContaining({ fault: 'illegal-key' }),
    );
    await deleteDB(name);
  });
});
