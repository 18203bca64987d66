import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Base64Url, Digest, HallId, KeyId, ObjectId } from './id.ts';
import { KeyCertificate } from './key.ts';

/**
 * A snapshot is what the hall shows: a numbered, signed list of objects. Only the head is signed; it binds the list by digest,
 * the list binds every object. A screen that stands at snapshot `from` fetches the change to `to`, applies it to its own list,
 * and believes the result only if the list's digest is the one in the signed head. Numbers only grow; a roll-back is a new number.
 */

export const SnapshotHead = v.strictObject({
  v: v.literal(1),
  hall: HallId,
  /** 1, 2, 3 … without gaps. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Digest of the previous head's bytes; null for number 1. */
  previous: v.nullable(Digest),
  signedAt: Moment,
  list: v.strictObject({ digest: Digest, count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** Every key that a screen needs, each certified by the root. */
  keys: v.pipe(v.array(KeyCertificate), v.maxLength(20)),
});
export type SnapshotHead = v.InferOutput<typeof SnapshotHead>;

/** As served: the exact bytes that were signed, so that nothing has to be re-serialised to check them. */
export const SignedHead = v.strictObject({
  head: v.pipe(v.string(), v.maxLength(40_000)),
  /** Ed25519 over `bianminping/snapshot/v1` ‖ 0 ‖ UTF-8 bytes of `head`. */
  signature: Base64Url,
  keyId: KeyId,
  /** The root's public key (raw Ed25519). Believed only when none is pinned yet. */
  root: Base64Url,
});
export type SignedHead = v.InferOutput<typeof SignedHead>;

const Put = v.tuple([ObjectId, Digest]);

/** The change from one snapshot to a later one; `from` 0 is the empty list. Immutable, so any cache may keep it. */
export const SnapshotChange = v.strictObject({
  from: v.pipe(v.number(), v.integer(), v.minValue(0)),
  to: v.pipe(v.number(), v.integer(), v.minValue(1)),
  put: v.array(Put),
  drop: v.array(ObjectId),
});
export type SnapshotChange = v.InferOutput<typeof SnapshotChange>;

/** Objects of a change are fetched in pages of so many, in the order of `put`: one canonical JSON object a line. */
export const OBJECTS_PER_PAGE = 200;

export type ObjectList = ReadonlyMap<ObjectId, Digest>;

/** The bytes whose digest the head carries: `id SP digest LF`, sorted by id in code-unit order. */
export const listText = (objects: ObjectList): string =>
  [...objects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, digest]) => `${id} ${digest}\n`)
    .join('');

export const applyChange = (objects: ObjectList, change: SnapshotChange): ObjectList => {
  const next = new Map(objects);
  for (const id of change.drop) next.delete(id);
  for (const [id, digest] of change.put) next.set(id, digest);
  return next;
};

/** The smallest change that turns one list into another, sorted by id. */
export const changeBetween = (
  from: { number: number; objects: ObjectList },
  to: { number: number; objects: ObjectList },
): SnapshotChange => ({
  from: from.number,
  to: to.number,
  put: [...to.objects]
    .filter(([id, digest]) => from.objects.get(id) !== digest)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
  drop: [...from.objects.keys()].filter((id) => !to.objects.has(id)).sort(),
});
