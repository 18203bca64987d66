/**
 * Fixed inputs and results. The first is the standard's own for our suite; the others were made once by this code and must
 * be read for as long as envelopes are kept, by every later version and on every platform.
 */

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Envelope } from '../contract/envelope.ts';
import { KeyCertificate } from '../contract/key.ts';
import { fromBase64url, fromHex, toHex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { verifyCertificate } from './certificate.ts';
import { codeCheck } from './code-check.ts';
import { digest } from './digest.ts';
import { openEnvelope, verifyEnvelope } from './envelope.ts';
import { exportHallPublicKey, importHallPrivateKey, importHallPublicKey } from './hall-key.ts';
import { hpke, openBytes } from './hpke.ts';
import { openNote } from './note.ts';
import { importPrivateKey, sign } from './sign.ts';
import vectors from './vectors.json' with { type: 'json' };

const { rfc9180, ours } = vectors;

describe('RFC 9180, base mode, X25519 / HKDF-SHA256 / AES-256-GCM', () => {
  it('opens its ciphertext', async () => {
    const key = await hpke.kem.deserializePrivateKey(fromHex(rfc9180.skRm));
    const sealed = { enc: fromHex(rfc9180.enc), ct: fromHex(rfc9180.ct) };
    const binding = { info: 'Ode on a Grecian Urn', aad: 'Count-0' };
    expect(toHex(utf8(binding.info))).toBe(rfc9180.info);
    expect(toHex(utf8(binding.aad))).toBe(rfc9180.aad);
    expect(toHex(await openBytes(key, binding, sealed))).toBe(rfc9180.pt);
  });

  it('seals to its ciphertext when given its ephemeral key', async () => {
    const sender = await hpke.createSenderContext({
      recipientPublicKey: await hpke.kem.deserializePublicKey(fromHex(rfc9180.pkRm)),
      info: fromHex(rfc9180.info),
      ekm: {
        privateKey: await hpke.kem.deserializePrivateKey(fromHex(rfc9180.skEm)),
        publicKey: await hpke.kem.deserializePublicKey(fromHex(rfc9180.enc)),
      },
    });
    expect(toHex(new Uint8Array(sender.enc))).toBe(rfc9180.enc);
    expect(toHex(new Uint8Array(await sender.seal(fromHex(rfc9180.pt), fromHex(rfc9180.aad))))).toBe(
      rfc9180.ct,
    );
  });
});

describe('our own', () => {
  // The contract must go on taking it too.
  const envelope = v.parse(Envelope, ours.envelope);

  it('envelope opens, verifies and digests as it did', async () => {
    const key = await importHallPrivateKey(ours.hallPrivateKey);
    expect(await openEnvelope(envelope, key)).toEqual(ours.content);
    expect(await verifyEnvelope(envelope, ours.machinePublicKey)).toBe(true);
    expect(await digest(canonical(envelope))).toBe(ours.envelopeDigest);
    expect(await codeCheck(ours.code, envelope.submission)).toBe(envelope.codeCheck);
  });

  it('note opens', async () => {
    expect(await openNote(ours.note, ours.noteContext, await importHallPrivateKey(ours.hallPrivateKey))).toBe(
      ours.noteText,
    );
  });

  it('certificate verifies', async () => {
    const certificate = v.parse(KeyCertificate, ours.certificate);
    expect(
      await verifyCertificate(certificate, ours.rootPublicKey, { hall: envelope.hall, purpose: 'hall' }),
    ).toBe(true);
    expect(certificate.publicKey).toBe(
      await exportHallPublicKey(await importHallPublicKey(certificate.publicKey)),
    );
  });

  it('signature is made again byte by byte', async () => {
    const key = await importPrivateKey(ours.machinePrivateKey);
    const { sig, ...rest } = ours.envelope;
    expect(await sign(key, 'envelope', utf8(canonical(rest)))).toBe(sig);
    expect(fromBase64url(sig)).toHaveLength(64);
  });
});
