import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { Moment } from '../contract/day-schema.ts';
import { Envelope } from '../contract/envelope.ts';
import { entryId, HallId, MachineId, MachinePrefix, SubmissionId } from '../contract/id.ts';
import { receiptNo } from '../contract/receipt-no.ts';
import { fromBase64url, toBase64url, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { digest } from './digest.ts';
import { openEnvelope, type Sealing, sealEnvelope, verifyEnvelope } from './envelope.ts';
import { exportHallPublicKey, importHallPublicKey, makeHallKey } from './hall-key.ts';
import { sealBytes } from './hpke.ts';
import { keyIdOf } from './key-id.ts';
import { pad } from './padding.ts';
import { exportPublicKey, makeSigningKey } from './sign.ts';
import type { KeyPair } from './webcrypto.ts';

let hall: KeyPair;
let hallPublicKey: string;
let machine: KeyPair;
let header: Sealing['header'];
let envelope: Envelope;

const seal = (answers: unknown) =>
  sealEnvelope({ header, answers, hallPublicKey, machineKey: machine.privateKey });

beforeAll(async () => {
  hall = await makeHallKey();
  hallPublicKey = await exportHallPublicKey(hall.publicKey);
  machine = await makeSigningKey({ extractable: false });
  header = {
    hall: v.parse(HallId, '540421203'),
    machine: v.parse(MachineId, 'm-4k2h9x'),
    submission: v.parse(SubmissionId, '0198c5a0-7b1d-7c3e-9a4f-2b6d8e0f1a35'),
    receiptNo: receiptNo(v.parse(MachinePrefix, 'A1'), 42),
    form: { id: entryId('form', 'on-request'), digest: await digest('form') },
    clock: null,
    filedAt: v.parse(Moment, '2026-03-02T01:15:00.000Z'),
    codeCheck: await digest('code'),
  };
  envelope = await seal({ name: '张三', wants: ['2014 年度报告'] });
});

/** The same envelope with one place of one text (or one number) changed, fields inside fields included. */
function* flips(record: object): Generator<[string, object]> {
  for (const [name, value] of Object.entries(record)) {
    if (value === null) {
      yield [name, { ...record, [name]: 0 }];
    } else if (typeof value === 'object') {
      for (const [inner, altered] of flips(value as object))
        yield [`${name}.${inner}`, { ...record, [name]: altered }];
    } else if (typeof value === 'number') {
      yield [name, { ...record, [name]: value + 1 }];
    } else {
      // Every place of short fields; of the long ciphertext every 97th and the last ones (where AES-GCM's tag is).
      const text = value as string;
      const step = text.length > 200 ? 97 : 1;
      for (let at = 0; at < text.length; at += at + 30 > text.length ? 1 : step) {
        const other = text[at] === 'A' ? 'B' : 'A';
        yield [`${name}[${at}]`, { ...record, [name]: text.slice(0, at) + other + text.slice(at + 1) }];
      }
    }
  }
}

describe('an envelope', () => {
  it('opens to what was sealed, whatever that is', async () => {
    const answers = fc.jsonValue();
    await fc.assert(
      fc.asyncProperty(answers, async (value) => {
        const sealed = await seal(value);
        expect(canonical(await openEnvelope(sealed, hall.privateKey))).toBe(canonical(value));
        expect(await verifyEnvelope(sealed, machine.publicKey)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has the fields of the contract, and survives being stored as JSON', async () => {
    expect(v.parse(Envelope, envelope)).toEqual(envelope);
    const { enc, ct, sig, ...outside } = envelope;
    expect(outside).toEqual({
      ...header,
      v: 1,
      suite: 'X25519-HKDF-SHA256-AES256GCM',
      keyId: await keyIdOf(hallPublicKey),
    });
    expect(enc).toHaveLength(43);
    expect(sig).toHaveLength(86);
    // 1 kB padded, and the 16 bytes of AES-GCM's tag.
    expect(fromBase64url(ct)).toHaveLength(1024 + 16);
    const stored = JSON.parse(JSON.stringify(envelope)) as Envelope;
    expect(await verifyEnvelope(stored, await exportPublicKey(machine.publicKey))).toBe(true);
    expect(await openEnvelope(stored, hall.privateKey)).toEqual({ name: '张三', wants: ['2014 年度报告'] });
  });

  it('shows nothing of what is in it', () => {
    expect(canonical(envelope)).not.toContain('张三');
    expect(canonical(envelope)).not.toContain(toBase64url(utf8('张三')).slice(0, 6));
  });

  it('has the same length for all answers of the same step', async () => {
    const lengths = new Set<number>();
    for (const size of [0, 10, 900, 1018]) lengths.add((await seal('x'.repeat(size))).ct.length);
    expect(lengths.size).toBe(1);
    // Two quotation marks and four bytes of length: 1,018 letters just fit.
    expect(fromBase64url((await seal('x'.repeat(1019))).ct)).toHaveLength(4 * 1024 + 16);
  });

  it('is never the same twice', async () => {
    const [one, two] = [await seal('x'), await seal('x')];
    expect(one.enc).not.toBe(two.enc);
    expect(one.ct).not.toBe(two.ct);
  });

  it('is refused when any place of any field is changed', async () => {
    const alterations = [...flips(envelope)];
    expect(new Set(alterations.map(([place]) => place.replace(/\[.*/, '')))).toEqual(
      new Set([
        ...['v', 'suite', 'keyId', 'hall', 'machine', 'submission', 'receiptNo', 'form.id', 'form.digest'],
        ...['clock', 'filedAt', 'codeCheck', 'enc', 'ct', 'sig'],
      ]),
    );
    for (const [place, altered] of alterations) {
      expect(await verifyEnvelope(altered as Envelope, machine.publicKey), place).toBe(false);
      // The signature is the door's matter; everything else is bound to the inside as well.
      if (place.startsWith('sig')) continue;
      await expect(openEnvelope(altered as Envelope, hall.privateKey), place).rejects.toThrow(
        expect.objectContaining({ name: 'SealError' }),
      );
    }
  });

  it('is refused when a field is added, missing, or of no JSON', async () => {
    const { receiptNo: _, ...without } = envelope;
    for (const altered of [
      { ...envelope, note: 'x' },
      without,
      { ...envelope, hall: undefined },
      { ...envelope, filedAt: 1n },
    ]) {
      expect(await verifyEnvelope(altered as never, machine.publicKey)).toBe(false);
      await expect(openEnvelope(altered as never, hall.privateKey)).rejects.toThrow(
        expect.objectContaining({ name: 'SealError' }),
      );
    }
  });

  it('opens with no other key', async () => {
    const other = await makeHallKey();
    await expect(openEnvelope(envelope, other.privateKey)).rejects.toThrow(
      expect.objectContaining({ fault: 'cannot-open' }),
    );
    await expect(openEnvelope(envelope, hall.publicKey)).rejects.toThrow(
      expect.objectContaining({ fault: 'cannot-open' }),
    );
    expect(await verifyEnvelope(envelope, (await makeSigningKey({ extractable: false })).publicKey)).toBe(
      false,
    );
  });

  it('of another version or suite is refused by name', async () => {
    const unknown = expect.objectContaining({ fault: 'unknown-suite' });
    await expect(openEnvelope({ ...envelope, v: 2 as 1 }, hall.privateKey)).rejects.toThrow(unknown);
    const suite = 'P256-HKDF-SHA256-AES128GCM' as Envelope['suite'];
    await expect(openEnvelope({ ...envelope, suite }, hall.privateKey)).rejects.toThrow(unknown);
  });

  it('with an ephemeral key of low order is refused (RFC 9180 §7.1.4)', async () => {
    for (const first of [0, 1]) {
      const enc = new Uint8Array(32);
      enc[0] = first;
      await expect(openEnvelope({ ...envelope, enc: toBase64url(enc) }, hall.privateKey)).rejects.toThrow(
        expect.objectContaining({ fault: 'cannot-open' }),
      );
    }
  });

  it('sealed by someone else to bytes that are not answers is refused', async () => {
    const { enc: _, ct: __, sig: ___, ...outside } = envelope;
    const key = await importHallPublicKey(hallPublicKey);
    for (const bytes of [new Uint8Array(0), new Uint8Array(1024), utf8('{}'), pad(utf8('{"secret'))]) {
      const forged = await sealBytes(
        key,
        { info: 'bianminping/submission/v1', aad: canonical(outside) },
        bytes,
      );
      const whole = { ...envelope, enc: toBase64url(forged.enc), ct: toBase64url(forged.ct) };
      const refusal: unknown = await openEnvelope(whole, hall.privateKey).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ name: 'SealError', message: expect.not.stringContaining('secret') });
      expect(refusal).not.toHaveProperty('cause', expect.objectContaining({ name: 'SyntaxError' }));
    }
  });

  it('is not made of answers that would lose something, nor to a text that is no key', async () => {
    await expect(seal({ when: new Date() })).rejects.toThrow(
      expect.objectContaining({ fault: 'illegal-value' }),
    );
    await expect(seal(undefined)).rejects.toThrow(expect.objectContaining({ fault: 'illegal-value' }));
    const machineKey = machine.privateKey;
    await expect(sealEnvelope({ header, answers: 1, hallPublicKey: 'AAAA', machineKey })).rejects.toThrow(
      expect.objectContaining({ fault: 'illegal-key' }),
    );
  });
});
