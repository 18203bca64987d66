import { SealError } from './seal-error.ts';
import { type Bytes, subtle } from './webcrypto.ts';

/** One-time codes by time (RFC 6238 over RFC 4226): HMAC-SHA-1, thirty seconds, six digits, as every authenticator app reckons. */

export const STEP_MS = 30_000;
export const CODE_DIGITS = 6;
/** 160 bits, as long as the hash (RFC 4226 §4). */
export const SECRET_BYTES = 20;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const stepAt = (nowMs: number): number => Math.floor(nowMs / STEP_MS);

export async function totpCode(secret: Uint8Array, step: number, digits = CODE_DIGITS): Promise<string> {
  if (!Number.isSafeInteger(step) || step < 0) throw new SealError('illegal-value', 'a step counts from 0');
  const counter = new Uint8Array(8);
  const view = new DataView(counter.buffer);
  view.setUint32(0, Math.floor(step / 2 ** 32));
  view.setUint32(4, step % 2 ** 32);
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const mac = new DataView(await subtle.sign('HMAC', key, counter));
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f;
  const number = mac.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step of a code that is right now or was or will be in half a minute, for clocks that differ; null when none is. A step that
 * was used, or lies before it, is never right again (RFC 6238 §5.2).
 */
export async function matchingStep(
  secret: Bytes,
  code: string,
  { nowMs, lastStep }: { readonly nowMs: number; readonly lastStep: number },
): Promise<number | null> {
  const now = stepAt(nowMs);
  for (const step of [now - 1, now, now + 1]) {
    if (step > lastStep && step >= 0 && (await totpCode(secret, step)) === code) return step;
  }
  return null;
}

/** As an app takes it typed by hand (RFC 4648 §6, without padding: the length is a whole number of groups). */
export function base32(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32.charAt((held << (5 - bits)) & 31) : text;
}
