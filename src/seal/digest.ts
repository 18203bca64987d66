import type { Digest } from '../contract/id.ts';
import { toBase64url, utf8 } from './bytes.ts';
import { subtle } from './webcrypto.ts';

/** SHA-256; a text is digested as UTF-8. Strict base64url has one text per value: comparing digests as texts is enough. */
export async function digest(data: Uint8Array | string): Promise<Digest> {
  const bytes = typeof data === 'string' ? utf8(data) : data;
  return toBase64url(new Uint8Array(await subtle.digest('SHA-256', bytes))) as Digest;
}
