/**
 * What a visitor filed, sealed on the screen so that only the hall's private key reads it. The fields outside are
 * what the server needs without opening; they are bound to the inside (AAD), and the machine signs the whole.
 * Envelopes are immutable and live as long as their retention: `v` and `suite` say how to read old ones.
 */
import type { Envelope, EnvelopeHeader } from '../contract/envelope.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { importHallPublicKey } from './hall-key.ts';
import { openBytes, sealBytes } from './hpke.ts';
import { keyIdOf } from './key-id.ts';
import { pad, unpad } from './padding.ts';
import { SealError } from './seal-error.ts';
import { signRecord, verifyRecord } from './signed-record.ts';
import type { KeyHandle } from './webcrypto.ts';

const VERSION = 1;
const SUITE = 'X25519-HKDF-SHA256-AES256GCM';
const INFO = 'bianminping/submission/v1';

export interface Sealing {
  /** Version, suite and key id come from the sealing itself: they cannot disagree with it. */
  readonly header: Omit<EnvelopeHeader, 'v' | 'suite' | 'keyId'>;
  /** What goes inside (a SealedContent). Must have a canonical JSON: no undefined, no dates. */
  readonly answers: unknown;
  /** As the hall's certificate states it, base64url. */
  readonly hallPublicKey: string;
  readonly machineKey: KeyHandle;
}

export async function sealEnvelope(sealing: Sealing): Promise<Envelope> {
  const { answers, hallPublicKey, machineKey } = sealing;
  const keyId = await keyIdOf(hallPublicKey);
  const header: EnvelopeHeader = { ...sealing.header, v: VERSION, suite: SUITE, keyId };
  const recipient = await importHallPublicKey(hallPublicKey);
  const plaintext = pad(utf8(canonical(answers)));
  const sealed = await sealBytes(recipient, { info: INFO, aad: canonical(header) }, plaintext);
  const whole = { ...header, enc: toBase64url(sealed.enc), ct: toBase64url(sealed.ct) };
  return { ...whole, sig: await signRecord(whole, 'envelope', machineKey) };
}

/** What was sealed, still to be checked against the form. Throws a SealError for whatever was altered. */
export async function openEnvelope(envelope: Envelope, hallPrivateKey: KeyHandle): Promise<unknown> {
  const { enc, ct, sig: _, ...header } = envelope;
  if (header.v !== VERSION || header.suite !== SUITE) {
    throw new SealError('unknown-suite', 'an envelope of a version that this program does not know');
  }
  const sealed = { enc: fromBase64url(enc), ct: fromBase64url(ct) };
  const plaintext = await openBytes(hallPrivateKey, { info: INFO, aad: canonical(header) }, sealed);
  return parsed(fromUtf8(unpad(plaintext)));
}

/** Did this machine send exactly this? Needs no private key, so a door can ask it. */
export async function verifyEnvelope(
  envelope: Envelope,
  machinePublicKey: KeyHandle | string,
): Promise<boolean> {
  const { sig, ...whole } = envelope;
  return verifyRecord(whole, 'envelope', machinePublicKey, sig);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: its message quotes the text, and what a visitor wrote must not reach a log.
    throw new SealError('cannot-open', 'what was sealed is not JSON');
  }
}
