/**
 * The root key, kept offline, says which keys a hall uses and for what. A key is taken only for the hall and the
 * purpose that its certificate names: a receipt key cannot sign a snapshot, nor one hall's key speak for another.
 */
import type { KeyId } from '../contract/id.ts';
import { keyIdOf } from './key-id.ts';
import { type Signed, signRecord, verifyRecord } from './signed-record.ts';
import type { KeyHandle } from './webcrypto.ts';

export type CertifiedPurpose = 'snapshot' | 'receipt' | 'hall';

/** Times are ISO 8601 instants. Without `notAfter` the key is good until it is replaced. */
export type KeyCertificate = Signed<{
  readonly v: 1;
  readonly hall: string;
  readonly purpose: CertifiedPurpose;
  readonly keyId: KeyId;
  readonly publicKey: string;
  readonly notBefore: string;
  readonly notAfter?: string;
}>;

export type CertificateContent = Omit<KeyCertificate, 'v' | 'keyId' | 'sig'>;

/** What the asker needs the key for. Leave `at` out where the clock cannot be trusted (a screen may be years off). */
export interface ExpectedUse {
  readonly hall: string;
  readonly purpose: CertifiedPurpose;
  readonly at?: string;
}

export async function issueCertificate(
  content: CertificateContent,
  rootKey: KeyHandle,
): Promise<KeyCertificate> {
  const keyId = await keyIdOf(content.publicKey);
  return signRecord({ v: 1 as const, ...content, keyId }, 'key', rootKey);
}

/** False for whatever is wrong. Never throws. */
export async function verifyCertificate(
  certificate: KeyCertificate,
  rootPublicKey: KeyHandle | string,
  use: ExpectedUse,
): Promise<boolean> {
  const isForThis =
    certificate.v === 1 && certificate.hall === use.hall && certificate.purpose === use.purpose;
  if (!isForThis || !isInForce(certificate, use.at)) return false;
  // The signature first: only what the root has signed is looked at any further.
  if (!(await verifyRecord(certificate, 'key', rootPublicKey))) return false;
  const { keyId, publicKey } = certificate;
  return keyIdOf(publicKey).then(
    (id) => id === keyId,
    () => false,
  );
}

function isInForce({ notBefore, notAfter }: KeyCertificate, at: string | undefined): boolean {
  if (at === undefined) return true;
  const now = Date.parse(at);
  // A time that cannot be read is NaN, and every comparison with it is false.
  return now >= Date.parse(notBefore) && (notAfter === undefined || now < Date.parse(notAfter));
}
