/**
 * The length of a sealed text would tell a form left nearly empty from a long complaint, so lengths come in steps:
 * 1, 4, 16, 64, 256 kB, then multiples of 256 kB. Four bytes of length (big-endian), the text, zeros. Exactly one
 * padded form exists of a text; any other is refused.
 */
import { SealError } from './seal-error.ts';
import type { Bytes } from './webcrypto.ts';

const KB = 1024;
const SMALL_STEPS = [1 * KB, 4 * KB, 16 * KB, 64 * KB];
const LARGE_STEP = 256 * KB;
const PREFIX = 4;

export function paddedLength(length: number): number {
  const needed = length + PREFIX;
  return SMALL_STEPS.find((step) => needed <= step) ?? Math.ceil(needed / LARGE_STEP) * LARGE_STEP;
}

export function pad(text: Uint8Array): Bytes {
  const padded = new Uint8Array(paddedLength(text.length));
  new DataView(padded.buffer).setUint32(0, text.length);
  padded.set(text, PREFIX);
  return padded;
}

export function unpad(padded: Uint8Array): Uint8Array {
  if (padded.length < PREFIX) throw new SealError('cannot-open', 'padding is missing');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const isWellPadded =
    padded.length === paddedLength(length) && padded.subarray(PREFIX + length).every((byte) => byte === 0);
  if (!isWellPadded) throw new SealError('cannot-open', 'padding is not ours');
  return padded.subarray(PREFIX, PREFIX + length);
}
