/**
 * The journal: the second, independent place of everything filed. Append-only; each record carries its length and digest, so
 * that a half-written tail is seen and cut off, and damage inside one record never hides the ones after it.
 *
 * File: `BMPJ` · version · generation (u32) · sealed flag, then records: mark (u32) · kind (u8) · length (u32) · SHA-256 of the
 * payload (32 bytes) · payload. Numbers are big-endian. Two files alternate; the newer generation counts once its flag is set.
 */

/** `envelope`: the exact bytes that are uploaded. The others are JSON. */
export const recordKinds = ['envelope', 'tombstone', 'void', 'sequence'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface JournalRecord {
  readonly kind: RecordKind;
  readonly payload: Uint8Array;
}

const MAGIC = 0x424d504a;
const VERSION = 1;
const MARK = 0x52454331;
export const HEADER_BYTES = 12;
const FRAME_BYTES = 41;
export const DIGEST_BYTES = 32;

export const encodeHeader = (generation: number, isComplete: boolean): Uint8Array => {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint16(4, VERSION);
  view.setUint32(6, generation);
  view.setUint16(10, isComplete ? 1 : 0);
  return bytes;
};

/** The generation of a complete file; null for one that is new, foreign or was being written when the machine stopped. */
export const generationOf = (file: Uint8Array): number | null => {
  if (file.length < HEADER_BYTES) return null;
  const view = new DataView(file.buffer, file.byteOffset);
  const isOurs = view.getUint32(0) === MAGIC && view.getUint16(4) === VERSION && view.getUint16(10) === 1;
  return isOurs ? view.getUint32(6) : null;
};

export const encodeRecord = ({ kind, payload }: JournalRecord, digest: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(FRAME_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MARK);
  view.setUint8(4, recordKinds.indexOf(kind));
  view.setUint32(5, payload.length);
  bytes.set(digest, 9);
  bytes.set(payload, FRAME_BYTES);
  return bytes;
};

export interface Frame extends JournalRecord {
  readonly digest: Uint8Array;
  /** Where it ends in the file. */
  readonly end: number;
}

/** The frame at a place, or null when no whole frame begins there. Its digest is still to be checked. */
export const frameAt = (file: Uint8Array, at: number): Frame | null => {
  if (at + FRAME_BYTES > file.length) return null;
  const view = new DataView(file.buffer, file.byteOffset);
  const kind = recordKinds[view.getUint8(at + 4)];
  const end = at + FRAME_BYTES + view.getUint32(at + 5);
  if (view.getUint32(at) !== MARK || kind === undefined || end > file.length) return null;
  return {
    kind,
    digest: file.slice(at + 9, at + 9 + DIGEST_BYTES),
    payload: file.slice(at + FRAME_BYTES, end),
    end,
  };
};

/** Where the next record may begin, after damage. */
export const nextMark = (file: Uint8Array, from: number): number => {
  const view = new DataView(file.buffer, file.byteOffset);
  for (let at = from; at + 4 <= file.length; at += 1) if (view.getUint32(at) === MARK) return at;
  return file.length;
};
