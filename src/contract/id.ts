import * as v from 'valibot';
import type { EntryKind } from './entry-name.ts';
import { slug } from './schema.ts';

/** Names of things. All are branded, so that one cannot stand where another is meant. */

/** `guide/pension-claim`: also the path of its file in a content folder and of its address on a screen. */
export const EntryId = v.pipe(
  v.string(),
  v.regex(
    /^(?:guide|chart|item|card|form|page)\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
    '要写成“种类/英文短名”，例如 guide/pension-claim。',
  ),
  v.maxLength(70),
  v.brand('EntryId'),
);
export type EntryId = v.InferOutput<typeof EntryId>;

export const entryId = (kind: EntryKind, name: string): EntryId =>
  v.parse(EntryId, `${kind}/${v.parse(slug, name)}`);

/** Everything that travels in a snapshot: an entry, the hall's settings, or one year of the working-day calendar. */
export const ObjectId = v.pipe(
  v.string(),
  v.regex(/^(?:(?:guide|chart|item|card|form|page)\/[a-z0-9-]+|hall\/settings|calendar\/\d{4})$/),
  v.maxLength(70),
  v.brand('ObjectId'),
);
export type ObjectId = v.InferOutput<typeof ObjectId>;
export const hallObjectId = v.parse(ObjectId, 'hall/settings');
export const calendarObjectId = (year: number): ObjectId => v.parse(ObjectId, `calendar/${year}`);
export const entryObjectId = (id: EntryId): ObjectId => v.parse(ObjectId, id);

/** SHA-256 as unpadded base64url: 43 characters. */
export const Digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/), v.brand('Digest'));
export type Digest = v.InferOutput<typeof Digest>;

/** Made on the screen; time-sortable UUID, lower case. It is the key that makes an upload safe to repeat. */
export const SubmissionId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  v.brand('SubmissionId'),
);
export type SubmissionId = v.InferOutput<typeof SubmissionId>;

/** Given by the server at enrolment. */
export const MachineId = v.pipe(v.string(), v.regex(/^m-[0-9a-z]{6,40}$/), v.brand('MachineId'));
export type MachineId = v.InferOutput<typeof MachineId>;

/** The machine's part of every receipt number: a letter (no I, O) and one to three characters. Never given twice. */
export const MachinePrefix = v.pipe(
  v.string(),
  v.regex(/^[A-HJ-NP-Z][0-9A-HJ-NP-Z]{1,3}$/),
  v.brand('MachinePrefix'),
);
export type MachinePrefix = v.InferOutput<typeof MachinePrefix>;

/** Administrative division code of the hall's township, 9 digits (GB/T 2260, GB/T 10114). */
export const HallId = v.pipe(v.string(), v.regex(/^\d{9}$/, '行政区划代码是 9 位数字。'), v.brand('HallId'));
export type HallId = v.InferOutput<typeof HallId>;

export const StaffId = v.pipe(v.string(), v.regex(/^s-[0-9a-z]{6,40}$/), v.brand('StaffId'));
export type StaffId = v.InferOutput<typeof StaffId>;

/** First characters of the digest of a public key. */
export const KeyId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16}$/), v.brand('KeyId'));
export type KeyId = v.InferOutput<typeof KeyId>;

/** Unpadded base64url of any length up to 64 kB. */
export const Base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(16_000_000));
