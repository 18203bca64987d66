/**
 * HPKE, RFC 9180, base mode: KEM 0x0020 DHKEM(X25519, HKDF-SHA256), KDF 0x0001 HKDF-SHA256, AEAD 0x0002 AES-256-GCM.
 * One context per message, so the nonce never repeats. Only named classes of the library reach the page.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { utf8 } from './bytes.ts';
import { SealError } from './seal-error.ts';
import type { Bytes, KeyHandle } from './webcrypto.ts';

export const hpke = /* @__PURE__ */ new CipherSuite({
  kem: /* @__PURE__ */ new DhkemX25519HkdfSha256(),
  kdf: /* @__PURE__ */ new HkdfSha256(),
  aead: /* @__PURE__ */ new Aes256Gcm(),
});

/** What the message is for (`info`) and what it belongs to (`aad`): both must be the same when it is opened. */
export interface Binding {
  readonly info: string;
  readonly aad: string;
}

export interface SealedBytes {
  readonly enc: Bytes;
  readonly ct: Bytes;
}

export async function sealBytes(
  publicKey: KeyHandle,
  binding: Binding,
  plaintext: Uint8Array,
): Promise<SealedBytes> {
  const context = await hpke.createSenderContext({ recipientPublicKey: publicKey, info: utf8(binding.info) });
  const ct = await context.seal(plaintext, utf8(binding.aad));
  return { enc: new Uint8Array(context.enc), ct: new Uint8Array(ct) };
}

/** One answer to every reason for which it does not open: the reason would help only who altered it. */
export async function openBytes(
  privateKey: KeyHandle,
  binding: Binding,
  sealed: SealedBytes,
): Promise<Bytes> {
  try {
    const params = { recipientKey: privateKey, enc: sealed.enc, info: utf8(binding.info) };
    return new Uint8Array(await hpke.open(params, sealed.ct, utf8(binding.aad)));
  } catch (cause) {
    throw new SealError('cannot-open', 'wrong key, or altered on the way', { cause });
  }
}
