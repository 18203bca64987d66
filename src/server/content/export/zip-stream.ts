import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ContentFile } from './content-file-text.ts';

/** Files as a zip that flows while it is made: the next file is taken when the reader has room for it. */
export function zipStream(files: AsyncGenerator<ContentFile>): ReadableStream<Uint8Array> {
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
      const file = new ZipDeflate(value.path);
      zip.add(file);
      file.push(strToU8(value.text), true);
    },
    async cancel() {
      zip.terminate();
      await files.return(undefined);
    },
  });
}
