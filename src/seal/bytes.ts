/**
 * Bytes and their texts. Every text form here is strict: one sequence of bytes has exactly one text, so comparing
 * texts (digests, keys, signatures) is comparing bytes, and nothing can be altered without being seen.
 */
import { SealError } from './seal-error.ts';
import { type Bytes, platform } from './webcrypto.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ILLEGAL = 255;

export function utf8(text: string): Bytes {
  return new platform.TextEncoder().encode(text);
}

/** Refuses malformed UTF-8 and keeps a byte order mark: what comes out encodes to the same bytes again. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new platform.TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new SealError('illegal-text', 'not UTF-8', { cause });
  }
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Takes the same time wherever the first difference is. The lengths are not secret. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] as number);
  return difference === 0;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lower case only. */
export function fromHex(text: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new SealError('illegal-text', 'not lower-case hex');
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  );
}

/** RFC 4648 §5 without padding. Goes through bytes, not string concatenation: envelopes have up to megabytes. */
export function toBase64url(bytes: Uint8Array): string {
  const letters = utf8(ALPHABET);
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text[at++] = letters[(held >> bits) & 63] as number;
    }
  }
  if (bits > 0) text[at] = letters[(held << (6 - bits)) & 63] as number;
  return fromUtf8(text);
}

/** Refuses padding, other alphabets, spaces, impossible lengths, and spare bits that are not zero. */
export function fromBase64url(text: string): Bytes {
  const values = new Uint8Array(256).fill(ILLEGAL);
  for (const [value, letter] of utf8(ALPHABET).entries()) values[letter] = value;
  const letters = utf8(text);
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    const value = values[letter] as number;
    if (value === ILLEGAL) throw new SealError('illegal-text', 'a character outside base64url');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  if (bits >= 6 || (held & ((1 << bits) - 1)) !== 0) {
    throw new SealError('illegal-text', 'base64url that stops in the middle');
  }
  return bytes;
}
