import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HallId } from '../contract/id.ts';
import { keyPurposes } from '../contract/key.ts';
import { verifyCertificate } from '../seal/certificate.ts';
import { KeyMissing, openKeys } from './keys.ts';

const hall = '220821203' as HallId;
const place = (mayMake: boolean, folder = mkdtempSync(join(tmpdir(), 'bianminping-keys-'))) => ({
  folder: join(folder, 'keys'),
  hall,
  clock: () => Date.parse('2026-11-24T02:00:00.000Z'),
  mayMake,
});

test('keys are made once, certified by the root, and read by their owner only', async () => {
  const its = place(true);
  const keys = await openKeys(its);
  expect(keys.certificates.map((each) => each.purpose).sort()).toEqual([...keyPurposes].sort());
  for (const certificate of keys.certificates) {
    const use = { hall, purpose: certificate.purpose };
    expect(await verifyCertificate(certificate, keys.root, use)).toBe(true);
  }
  for (const name of readdirSync(its.folder))
    expect(statSync(join(its.folder, name)).mode & 0o777).toBe(0o600);
  const again = await openKeys({ ...its, mayMake: false });
  expect(again.certificates).toEqual(keys.certificates);
  expect([again.root, again.hallKey.publicKey, again.pepper]).toEqual([
    keys.root,
    keys.hallKey.publicKey,
    keys.pepper,
  ]);
});

test.each(['root.key', 'snapshot.key', 'receipt.key', 'hall.key', 'pepper', 'certificates.json'])(
  'a missing %s is never replaced in silence',
  async (name) => {
    const its = place(true);
    await openKeys(its);
    rmSync(join(its.folder, name));
    await expect(openKeys({ ...its, mayMake: false })).rejects.toThrow(KeyMissing);
    expect(readdirSync(its.folder)).not.toContain(name);
  },
);

test('two processes that start together end with the same keys', async () => {
  const its = place(true);
  const [one, other] = await Promise.all([openKeys(its), openKeys(its)]);
  expect(one?.root).toBe(other?.root);
  expect(readFileSync(join(its.folder, 'root.key'), 'utf8')).toContain(one?.root);
});
