import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);

/** How few bytes brotli makes of it; 11 is the best that it can. */
export async function brotliBytes(body: string | Uint8Array, quality = 11): Promise<number> {
  const bytes = Buffer.from(body as Uint8Array);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: 24,
  };
  return (await brotli(bytes, { params })).length;
}
