/** Everything unguessable comes from here, and from the platform's generator only. */
import { toBase64url, toHex } from './bytes.ts';
import { SealError } from './seal-error.ts';
import { type Bytes, platform } from './webcrypto.ts';

/** What getRandomValues gives at once. */
const MOST_AT_ONCE = 65_536;
/** Neither 0 o 1 i l: it is read from paper and typed by people. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

export function randomBytes(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += MOST_AT_ONCE) {
    platform.crypto.getRandomValues(bytes.subarray(at, at + MOST_AT_ONCE));
  }
  return bytes;
}

/** 256 bits, base64url: sessions, enrolment, links. */
export function randomToken(): string {
  return toBase64url(randomBytes(32));
}

/** UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random ones; later ids sort later. */
export function randomId(nowMs = Date.now()): string {
  const bytes = randomBytes(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(nowMs / 2 ** 32));
  view.setUint32(2, nowMs % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Each letter equally likely: bytes beyond the last whole multiple of the alphabet are thrown away, not folded in. */
export function randomCode(alphabet: string, length: number): string {
  const size = alphabet.length;
  if (size < 2 || size > 256 || new Set(alphabet).size !== size) {
    throw new SealError('illegal-value', 'an alphabet has 2 to 256 different letters');
  }
  const fair = 256 - (256 % size);
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length - code.length)) {
      if (byte < fair) code += alphabet.charAt(byte % size);
    }
  }
  return code;
}

/** A first password, shown once: four groups of four, 79 bits, for instance `k7mw-x2hp-tq9d-vr4c`. */
export function randomPassword(): string {
  return Array.from({ length: 4 }, () => randomCode(READABLE, 4)).join('-');
}
