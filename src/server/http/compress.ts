import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bodies that never change, compressed once and kept while there is room. */

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

export function encodingFor(accept: string | undefined): Encoding {
  const accepted = (accept ?? '').split(',').flatMap((each) => {
    const [name = '', quality = ''] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q\s*=\s*/);
    return Number(quality === '' ? 1 : quality) > 0 ? [name] : [];
  });
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}

/** A small body is pressed as far as it goes in a few milliseconds; a large one so that no screen waits long for it. */
const SMALL_BYTES = 64_000;
const LARGE_BYTES = 512_000;
const qualityFor = (bytes: number): number => (bytes <= SMALL_BYTES ? 11 : bytes <= LARGE_BYTES ? 10 : 9);

export async function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br') {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: qualityFor(body.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    };
    return brotli(body, { params });
  }
  return encoding === 'gzip' ? zip(body, { level: 9 }) : body;
}

export interface ByteCache {
  /** Made at most once at a time for each key, however many ask. */
  readonly get: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
}

export function byteCache(maxBytes: number): ByteCache {
  const kept = new Map<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  let held = 0;
  const keep = (key: string, bytes: Uint8Array): void => {
    kept.set(key, bytes);
    held += bytes.length;
    for (const [oldest, its] of kept) {
      if (held <= maxBytes) break;
      kept.delete(oldest);
      held -= its.length;
    }
  };
  return {
    get(key, make) {
      const there = kept.get(key);
      if (there !== undefined) {
        // Last used goes last.
        kept.delete(key);
        kept.set(key, there);
        return Promise.resolve(there);
      }
      const started = making.get(key);
      if (started !== undefined) return started;
      const made = make()
        .then((bytes) => {
          keep(key, bytes);
          return bytes;
        })
        .finally(() => making.delete(key));
      making.set(key, made);
      return made;
    },
  };
}
