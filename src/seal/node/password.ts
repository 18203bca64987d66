/**
 * Staff passwords: Argon2id, 19 MiB, two passes, one lane (OWASP's first choice; the parameters are in the hash).
 * The log-in of a name that does not exist costs the same as a wrong password, so names cannot be probed by the clock.
 */
import { hash, verify } from '@node-rs/argon2';
import { randomToken } from '../random.ts';

const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** Made while the program starts, not at the first stranger's try: that one would take twice as long. */
const nobody = hashPassword(randomToken());

/** NFC first: the same password typed on two keyboards must be the same bytes (SP 800-63B). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Throws only if what is stored is not a hash at all. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFC'));
}

/** For an unknown name: the same work, always false. */
export async function verifyAgainstNobody(password: string): Promise<false> {
  await verifyPassword(await nobody, password);
  return false;
}
