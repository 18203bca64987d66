/**
 * The root key, kept offline, says which keys a hall uses and for what. A key is taken only for the hall and the
 * purpose that its certificate names: a receipt key cannot sign a snapshot, nor one hall's key speak for another.
 */
import type { Moment } from '../contract/day.ts';
import type { HallId } from '../contract/id.ts';
import type { KeyCertificate } from '../contract/key.ts';
import { keyIdOf } from './key-id.ts';
import { signRecord, verifyRecord } from './signed-record.ts';
import type { KeyHandle } from './webcrypto.ts';

export type CertificateContent = Omit<KeyCertificate, 'v' | 'keyId' | 'signature'>;

/** What the asker needs the key for. Leave `at` out where the clock cannot be trusted (a screen may be years off). */
export interface ExpectedUse {
  readonly hall: HallId;
  readonly purpose: KeyCertificate['purpose'];
  readonly at?: Moment;
}

export async function issueCertificate(
  content: CertificateContent,
  rootKey: KeyHandle,
): Promise<KeyCertificate> {
  const body = { v: 1 as const, ...content, keyId: await keyIdOf(content.publicKey) };
  return { ...body, signature: await signRecord(body, 'key', rootKey) };
}

/** False for whatever is wrong with it. */
export async function verifyCertificate(
  certificate: KeyCertificate,
  rootPublicKey: KeyHandle | string,
  use: ExpectedUse,
): Promise<boolean> {
  const { signature, ...body } = certificate;
  const isForThis = body.v === 1 && body.hall === use.hall && body.purpose === use.purpose;
  if (!isForThis || !isInForce(certificate, use.at)) return false;
  // The signature first: only what the root has signed is looked at any further.
  if (!(await verifyRecord(body, 'key', rootPublicKey, signature))) return false;
  return keyIdOf(body.publicKey).then(
    (id) => id === body.keyId,
    () => false,
  );
}

function isInForce({ notBefore, notAfter }: KeyCertificate, at: Moment | undefined): boolean {
  if (at === undefined) return true;
  const now = Date.parse(at);
  // A time that cannot be read is NaN, and every comparison with it is false.
  return now >= Date.parse(notBefore) && (notAfter === undefined || now < Date.parse(notAfter));
}
