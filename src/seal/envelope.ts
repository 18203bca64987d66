/**
 * What a visitor filed, sealed on the screen so that only the hall's private key reads it. The fields outside are
 * what the server needs without opening; they are bound to the inside (AAD), and the machine signs the whole.
 * Envelopes are immutable and live as long as their retention: `v` and `suite` say how to read old ones.
 */
import type { Digest, KeyId } from '../contract/id.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { importHallPublicKey } from './hall-key.ts';
import { HPKE_SUITE, openBytes, sealBytes } from './hpke.ts';
import { keyIdOf } from './key-id.ts';
import { pad, unpad } from './padding.ts';
import { SealError } from './seal-error.ts';
import { signRecord, verifyRecord } from './signed-record.ts';
import type { KeyHandle } from './webcrypto.ts';

const INFO = 'bianminping/submission/v1';

/** What the caller says. No personal data: all of it is readable by whoever carries the envelope. */
export interface EnvelopeHeader {
  readonly hall: string;
  readonly machine: string;
  readonly submission: string;
  readonly receiptNo: string;
  readonly form: { readonly id: string; readonly version: number; readonly digest: Digest };
  readonly filedAt: string;
  readonly codeCheck: string;
}

/** What sealing adds. `keyId` names the hall key, `enc` and `ct` are HPKE's, `sig` the machine's over all others. */
export interface EnvelopeSeal {
  readonly v: 1;
  readonly suite: typeof HPKE_SUITE;
  readonly keyId: KeyId;
  readonly enc: string;
  readonly ct: string;
  readonly sig: string;
}

/** Generic so that branded ids of the header are still branded in the envelope. */
export type Envelope<H extends EnvelopeHeader = EnvelopeHeader> = H & EnvelopeSeal;

export interface Sealing<H extends EnvelopeHeader> {
  readonly header: H;
  /** Must have a canonical JSON: no undefined, no dates. */
  readonly answers: unknown;
  /** As the hall's certificate states it, base64url. */
  readonly hallPublicKey: string;
  readonly machineKey: KeyHandle;
}

export async function sealEnvelope<H extends EnvelopeHeader>(sealing: Sealing<H>): Promise<Envelope<H>> {
  const { header, answers, hallPublicKey, machineKey } = sealing;
  const outside = {
    ...header,
    v: 1 as const,
    suite: HPKE_SUITE,
    keyId: await keyIdOf(hallPublicKey),
  } as const;
  const binding = { info: INFO, aad: canonical(outside) };
  const plaintext = pad(utf8(canonical(answers)));
  const { enc, ct } = await sealBytes(await importHallPublicKey(hallPublicKey), binding, plaintext);
  return signRecord({ ...outside, enc: toBase64url(enc), ct: toBase64url(ct) }, 'envelope', machineKey);
}

/** The answers, still to be checked against the form. Throws a SealError for whatever was altered. */
export async function openEnvelope(envelope: Envelope, hallPrivateKey: KeyHandle): Promise<unknown> {
  const { enc, ct, sig: _, ...outside } = envelope;
  if (outside.v !== 1 || outside.suite !== HPKE_SUITE) {
    throw new SealError('unknown-suite', 'an envelope of a version that this program does not know');
  }
  const sealed = { enc: fromBase64url(enc), ct: fromBase64url(ct) };
  const plaintext = await openBytes(hallPrivateKey, { info: INFO, aad: canonical(outside) }, sealed);
  return parsed(fromUtf8(unpad(plaintext)));
}

/** Did this machine send exactly this? Needs no private key, so a door can ask it. Never throws. */
export function verifyEnvelope(envelope: Envelope, machinePublicKey: KeyHandle | string): Promise<boolean> {
  return verifyRecord(envelope, 'envelope', machinePublicKey);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: its message quotes the text, and what a visitor wrote must not reach a log.
    throw new SealError('cannot-open', 'what was sealed is not JSON');
  }
}
