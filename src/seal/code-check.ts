import { toBase64url, utf8 } from './bytes.ts';
import { subtle } from './webcrypto.ts';

/** OWASP's figure for PBKDF2-SHA-256; some tenths of a second on a kiosk, once per filing or look-up. */
const ITERATIONS = 600_000;

/**
 * What stands for a query code wherever the code itself must not be: in the envelope and, once more under a
 * pepper, in the database. Salted by the submission: the same code never gives the same check twice.
 * The caller brings the code to its written form first (case, spaces, look-alikes).
 */
export async function codeCheck(
  code: string,
  submissionId: string,
  iterations = ITERATIONS,
): Promise<string> {
  const key = await subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(submissionId), iterations };
  return toBase64url(new Uint8Array(await subtle.deriveBits(algorithm, key, 256)));
}
