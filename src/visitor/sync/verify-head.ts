import * as v from 'valibot';
import type { Digest, HallId } from '../../contract/id.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { SignedHead, SnapshotHead } from '../../contract/snapshot.ts';
import { utf8 } from '../../seal/bytes.ts';
import { verifyCertificate } from '../../seal/certificate.ts';
import { digest } from '../../seal/digest.ts';
import { verify } from '../../seal/sign.ts';
import type { Canary } from '../store/canary.ts';
import type { Standing } from '../store/content-db.ts';

/** Why an offered snapshot is not believed. Each is told to the desk; the screen goes on showing what it has. */
export type Refusal =
  | 'head-unreadable'
  | 'other-root'
  | 'other-hall'
  | 'signature-wrong'
  | 'key-uncertified'
  /** A number below one that this screen has shown. */
  | 'older'
  /** The same number with other bytes, or the next one that does not follow from ours. */
  | 'forked'
  | 'list-wrong'
  | 'object-wrong'
  | 'object-unknown';

export interface BelievedHead {
  readonly head: SnapshotHead;
  readonly signed: SignedHead;
  readonly headDigest: Digest;
}

/** What this machine believes already. */
export interface Belief {
  readonly standing: Standing | null;
  readonly canary: Canary;
}

const headOf = (text: string): SnapshotHead | null => {
  try {
    const parsed = v.safeParse(SnapshotHead, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

const isCertified = async (head: SnapshotHead, root: string): Promise<boolean> => {
  const all = head.keys.map((each) =>
    verifyCertificate(each, root, { hall: head.hall, purpose: each.purpose }),
  );
  return (await Promise.all(all)).every(Boolean);
};

/** Number and descent. */
const placeFault = (head: SnapshotHead, headDigest: Digest, { standing, canary }: Belief): Refusal | null => {
  if (head.number < Math.max(standing?.number ?? 0, canary.shown?.number ?? 0)) return 'older';
  if (standing === null) return null;
  if (head.number === standing.number) return headDigest === standing.headDigest ? null : 'forked';
  if (head.number === standing.number + 1 && head.previous !== standing.headDigest) return 'forked';
  return null;
};

const hallOf = (standing: Standing | null, canary: Canary): HallId | undefined =>
  (standing === null ? undefined : headOf(standing.signed.head)?.hall) ?? canary.shown?.hall;

/**
 * The root is pinned at the first pull. The clock plays no part (a screen may be years off): which keys hold is what the
 * newest head says.
 */
export const verifyHead = async (value: unknown, belief: Belief): Promise<Result<BelievedHead, Refusal>> => {
  const parsed = v.safeParse(SignedHead, value);
  const head = parsed.success ? headOf(parsed.output.head) : null;
  if (!parsed.success || head === null) return fail('head-unreadable');
  const signed = parsed.output;
  const root = belief.standing?.root ?? belief.canary.shown?.root ?? signed.root;
  if (signed.root !== root) return fail('other-root');
  if (head.hall !== (hallOf(belief.standing, belief.canary) ?? head.hall)) return fail('other-hall');
  if (!(await isCertified(head, root))) return fail('key-uncertified');
  const key = head.keys.find((each) => each.purpose === 'snapshot' && each.keyId === signed.keyId);
  if (key === undefined) return fail('key-uncertified');
  if (!(await verify(key.publicKey, 'snapshot', utf8(signed.head), signed.signature))) {
    return fail('signature-wrong');
  }
  const headDigest = await digest(signed.head);
  const fault = placeFault(head, headDigest, belief);
  return fault === null ? ok({ head, signed, headDigest }) : fail(fault);
};
