import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportedFile } from './exported-file.ts';

/** Files as a zip that flows while it is made: the next file is taken when the reader has room for it. */
export function zipStream(files: AsyncGenerator<ExportedFile>): ReadableStream<Uint8Array> {
  let zip: Zip;
  return new ReadableStream<Uint8Array>({
    start(out) {
      zip = new Zip((error, part, isLast) => {
        if (error !== null) return out.error(error);
        if (part.length > 0) out.enqueue(part);
        if (isLast) out.close();
      });
    },
    async pull() {
      const { value, done } = await files.next();
      if (done) return zip.end();
      const { path, data } = value;
      // Pictures and PDFs are packed already.
      const file = typeof data === 'string' ? new ZipDeflate(path) : new ZipPassThrough(path);
      zip.add(file);
      file.push(typeof data === 'string' ? strToU8(data) : data, true);
    },
    async cancel() {
      zip.terminate();
      await files.return(undefined);
    },
  });
}
