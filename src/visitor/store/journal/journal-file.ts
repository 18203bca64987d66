import { fromBase64url } from '../../../seal/bytes.ts';
import { digest } from '../../../seal/digest.ts';
import {
  encodeHeader,
  encodeRecord,
  type Frame,
  frameAt,
  generationOf,
  HEADER_BYTES,
  type JournalRecord,
  nextMark,
} from './format.ts';
import type { Contents } from './protocol.ts';

/**
 * The journal over two files. `append` returns only after the bytes are flushed. A rewrite fills the other file and makes it
 * count by one small last write, so that at every moment one whole journal exists.
 */

/** The little of FileSystemSyncAccessHandle that is used; tests give one with faults. */
export interface SyncFile {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array, options: { at: number }) => number;
  readonly write: (bytes: Uint8Array, options: { at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
}

interface Place {
  readonly file: SyncFile;
  readonly generation: number;
}

export interface JournalFile {
  readonly append: (records: readonly JournalRecord[]) => Promise<void>;
  /** Writes so many bytes and takes them back; fails when there is no room for them. */
  readonly probe: (bytes: number) => Promise<void>;
  readonly read: () => Promise<Contents>;
  readonly rewrite: (records: readonly JournalRecord[], ifBytes: number) => Promise<void>;
}

const contentOf = (file: SyncFile): Uint8Array => {
  const bytes = new Uint8Array(file.getSize());
  const read = file.read(bytes, { at: 0 });
  return bytes.subarray(0, read);
};

const writeAll = (file: SyncFile, bytes: Uint8Array, at: number): void => {
  if (file.write(bytes, { at }) !== bytes.length) throw new Error('the journal could not be written whole');
};

const digestOf = async (payload: Uint8Array): Promise<Uint8Array> => fromBase64url(await digest(payload));

const isWhole = async (frame: Frame): Promise<boolean> => {
  const made = await digestOf(frame.payload);
  return made.every((byte, at) => byte === frame.digest[at]);
};

interface Found {
  readonly records: readonly JournalRecord[];
  readonly damaged: number;
  /** The end of the last whole record. */
  readonly end: number;
}

/** Damage is stepped over: a wrong length or a torn piece hides nothing that comes after it. */
const wholeRecords = async (bytes: Uint8Array): Promise<Found> => {
  const records: JournalRecord[] = [];
  let damaged = 0;
  let end = HEADER_BYTES;
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    const frame = frameAt(bytes, at);
    if (frame !== null && (await isWhole(frame))) {
      if (at !== end) damaged += 1;
      records.push({ kind: frame.kind, payload: frame.payload });
      end = frame.end;
      at = end;
    } else at = nextMark(bytes, at + 1);
  }
  return { records, damaged: end < bytes.length ? damaged + 1 : damaged, end };
};

const encoded = async (records: readonly JournalRecord[]): Promise<Uint8Array> => {
  const frames = await Promise.all(
    records.map(async (record) => encodeRecord(record, await digestOf(record.payload))),
  );
  const whole = new Uint8Array(frames.reduce((length, frame) => length + frame.length, 0));
  let at = 0;
  for (const frame of frames) {
    whole.set(frame, at);
    at += frame.length;
  }
  return whole;
};

const headOf = (file: SyncFile): number | null => {
  const header = new Uint8Array(HEADER_BYTES);
  return generationOf(header.subarray(0, file.read(header, { at: 0 })));
};

/** Begins a file anew; it counts only after `complete`. */
const begin = (file: SyncFile, generation: number): void => {
  file.truncate(0);
  writeAll(file, encodeHeader(generation, false), 0);
};
const complete = (file: SyncFile, generation: number): void => {
  file.flush();
  writeAll(file, encodeHeader(generation, true), 0);
  file.flush();
};

const place = (files: readonly [SyncFile, SyncFile]): Place => {
  const [a, b] = files;
  const [ofA, ofB] = [headOf(a) ?? 0, headOf(b) ?? 0];
  if (ofA > 0 || ofB > 0) return ofA > ofB ? { file: a, generation: ofA } : { file: b, generation: ofB };
  // Neither counts: new, or a damaged header. What lies behind one is never thrown away: each record has its own digest.
  const file = b.getSize() > a.getSize() ? b : a;
  if (file.getSize() <= HEADER_BYTES) begin(file, 1);
  complete(file, 1);
  return { file, generation: 1 };
};

export const journalFile = (files: readonly [SyncFile, SyncFile]): JournalFile => {
  const { file, generation } = place(files);
  const other = files[0] === file ? files[1] : files[0];
  return {
    append: async (records) => {
      const bytes = await encoded(records);
      const before = file.getSize();
      try {
        writeAll(file, bytes, before);
        file.flush();
      } catch (cause) {
        // A full disk: take back the half, so that the next record does not stand behind it.
        file.truncate(before);
        throw cause;
      }
    },
    probe: async (bytes) => {
      // In the other file: whatever happens, the journal is not touched.
      const before = other.getSize();
      try {
        writeAll(other, new Uint8Array(bytes), before);
        other.flush();
      } finally {
        other.truncate(before);
      }
    },
    read: async () => {
      const bytes = contentOf(file);
      const { records, damaged, end } = await wholeRecords(bytes);
      if (end < bytes.length) {
        file.truncate(end);
        file.flush();
      }
      return { records, damaged, bytes: end };
    },
    rewrite: async (records, ifBytes) => {
      const bytes = await encoded(records);
      // Between reading and this another page may have kept a filing here: it must not vanish.
      if (file.getSize() !== ifBytes) return;
      begin(other, generation + 1);
      writeAll(other, bytes, HEADER_BYTES);
      complete(other, generation + 1);
      file.truncate(0);
      file.flush();
    },
  };
};
