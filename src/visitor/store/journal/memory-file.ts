import type { SyncFile } from './journal-file.ts';

/** A file in memory for tests. `power` is how many more bytes may be written before the power fails; `room` is the disk's. */
export class MemoryFile implements SyncFile {
  bytes = new Uint8Array(0);
  power = Number.POSITIVE_INFINITY;
  room = Number.POSITIVE_INFINITY;

  getSize = (): number => this.bytes.length;

  read = (into: Uint8Array, { at }: { at: number }): number => {
    const part = this.bytes.subarray(at, at + into.length);
    into.set(part);
    return part.length;
  };

  write = (bytes: Uint8Array, { at }: { at: number }): number => {
    const allowed = Math.min(bytes.length, this.power, this.room - at);
    const grown = new Uint8Array(Math.max(this.bytes.length, at + allowed));
    grown.set(this.bytes);
    grown.set(bytes.subarray(0, allowed), at);
    this.bytes = grown;
    this.power -= allowed;
    if (this.power <= 0) throw new Error('power cut');
    return allowed;
  };

  truncate = (size: number): void => {
    if (this.power <= 0) throw new Error('power cut');
    this.bytes = this.bytes.slice(0, size);
  };

  flush = (): void => undefined;
}
