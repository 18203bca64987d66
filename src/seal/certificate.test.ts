import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { Moment } from '../contract/day-schema.ts';
import { HallId } from '../contract/id.ts';
import { KeyCertificate } from '../contract/key.ts';
import { type CertificateContent, issueCertificate, verifyCertificate } from './certificate.ts';
import { keyIdOf } from './key-id.ts';
import { exportPublicKey, makeSigningKey } from './sign.ts';
import { signRecord } from './signed-record.ts';
import type { KeyPair } from './webcrypto.ts';

const hall = v.parse(HallId, '540421203');
const moment = (text: string) => v.parse(Moment, text);
const use = { hall, purpose: 'snapshot' } as const;

let root: KeyPair;
let rootPublicKey: string;
let content: CertificateContent;
let certificate: KeyCertificate;
beforeAll(async () => {
  root = await makeSigningKey({ extractable: false });
  rootPublicKey = await exportPublicKey(root.publicKey);
  const { publicKey } = await makeSigningKey({ extractable: false });
  content = {
    hall,
    purpose: 'snapshot',
    publicKey: await exportPublicKey(publicKey),
    notBefore: moment('2026-01-01T00:00:00.000Z'),
    notAfter: moment('2027-02-01T00:00:00.000Z'),
  };
  certificate = await issueCertificate(content, root.privateKey);
});

describe('a key certificate', () => {
  it('names the key by its digest, is one in form, and is accepted for its use', async () => {
    expect(v.parse(KeyCertificate, certificate)).toEqual(certificate);
    expect(certificate.keyId).toBe(await keyIdOf(content.publicKey));
    expect(certificate.keyId).toHaveLength(16);
    expect(await verifyCertificate(certificate, rootPublicKey, use)).toBe(true);
    expect(await verifyCertificate(certificate, root.publicKey, use)).toBe(true);
  });

  it('is refused for another purpose, another hall, another root', async () => {
    expect(await verifyCertificate(certificate, rootPublicKey, { hall, purpose: 'receipt' })).toBe(false);
    expect(
      await verifyCertificate(certificate, rootPublicKey, { ...use, hall: v.parse(HallId, '540421204') }),
    ).toBe(false);
    expect(await verifyCertificate(certificate, content.publicKey, use)).toBe(false);
  });

  it('is refused when any field was changed', async () => {
    const other = await exportPublicKey((await makeSigningKey({ extractable: false })).publicKey);
    const { notAfter: _, ...endless } = certificate;
    const alterations: unknown[] = [
      { ...certificate, v: 2 },
      { ...certificate, keyId: 'AAAAAAAAAAAAAAAA' },
      { ...certificate, publicKey: other },
      { ...certificate, notBefore: '2020-01-01T00:00:00.000Z' },
      {
        ...certificate,
        signature: (certificate.signature.startsWith('A') ? 'B' : 'A') + certificate.signature.slice(1),
      },
      endless,
    ];
    for (const altered of alterations) {
      expect(await verifyCertificate(altered as KeyCertificate, rootPublicKey, use)).toBe(false);
    }
  });

  it('keeps to its time when the asker has a clock', async () => {
    const at = (instant: string) =>
      verifyCertificate(certificate, rootPublicKey, { ...use, at: instant as Moment });
    expect(await at('2025-12-31T23:59:59Z')).toBe(false);
    expect(await at('2026-01-01T00:00:00Z')).toBe(true);
    expect(await at('2026-01-01T07:59:59+08:00')).toBe(false);
    expect(await at('2027-01-31T23:59:59Z')).toBe(true);
    expect(await at('2027-02-01T00:00:00Z')).toBe(false);
    expect(await at('not a time')).toBe(false);
  });

  it('without an end is good for ever after', async () => {
    const { notAfter: _, ...open } = content;
    const endless = await issueCertificate(open, root.privateKey);
    expect(
      await verifyCertificate(endless, rootPublicKey, { ...use, at: moment('2099-01-01T00:00:00.000Z') }),
    ).toBe(true);
    expect(
      await verifyCertificate(endless, rootPublicKey, { ...use, at: moment('2025-01-01T00:00:00.000Z') }),
    ).toBe(false);
  });

  it('is refused when the root signed a wrong key id or no key at all', async () => {
    const { signature: _, ...fields } = certificate;
    for (const wrong of [
      { ...fields, keyId: 'AAAAAAAAAAAAAAAA' },
      { ...fields, publicKey: 'no key!' },
    ]) {
      const signature = await signRecord(wrong, 'key', root.privateKey);
      const signed = { ...wrong, signature } as KeyCertificate;
      expect(await verifyCertificate(signed, rootPublicKey, use)).toBe(false);
    }
  });

  it('is not issued for a text that is no key', async () => {
    await expect(issueCertificate({ ...content, publicKey: '!' }, root.privateKey)).rejects.toThrow(
      'base64url',
    );
  });
});
