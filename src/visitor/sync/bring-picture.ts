import type { Picture } from '../../contract/attachment.ts';
import { routes } from '../../contract/routes.ts';
import { digest } from '../../seal/digest.ts';
import { picturesCame } from '../store/facts.ts';
import { dropPicture, type Needed, putPicture, readPicture } from '../store/pictures.ts';
import type { ContentDatabase } from '../store/read-content.ts';
import type { Answer, Http } from './http.ts';

/** One picture: from the store, else from the hall. Promise: bytes that do not fit their digest are never kept and never shown. */

export interface PictureParts {
  readonly db: ContentDatabase;
  readonly http: Pick<Http, 'picture'>;
}

export type NoPicture = 'offline' | 'gone' | 'wrong';

const isRight = async (bytes: Uint8Array, { file, bytes: length }: Picture): Promise<boolean> =>
  bytes.length === length && (await digest(bytes)) === file;

const whyNot = (answer: Answer): NoPicture =>
  answer.kind === 'problem' && answer.status === 404 ? 'gone' : 'offline';

/** As a picture and nothing else, whatever the answer called it. */
const blobOf = (bytes: Uint8Array<ArrayBuffer>): Blob => new Blob([bytes], { type: 'image/webp' });

export const fetchPicture = async (
  http: Pick<Http, 'picture'>,
  path: string,
  picture: Picture,
): Promise<Blob | NoPicture> => {
  const answer = await http.picture(path, picture.bytes);
  if (!(answer instanceof Uint8Array)) return whyNot(answer);
  return (await isRight(answer, picture)) ? blobOf(answer) : 'wrong';
};

/** What was damaged on the disk is thrown away; so is what cannot be read any more. */
const heldPicture = async (db: ContentDatabase, picture: Picture): Promise<Blob | null> => {
  const held = await readPicture(db, picture.file).catch(() => undefined);
  if (held === undefined) return null;
  const bytes = await held.arrayBuffer().catch(() => null);
  if (bytes !== null && (await isRight(new Uint8Array(bytes), picture))) return held;
  await dropPicture(db, picture.file).catch(() => undefined);
  return null;
};

/** Fetches and keeps. A `full` store is for the caller to know; the picture is shown all the same. */
export const bringPicture = async (
  { db, http }: PictureParts,
  needed: Needed,
): Promise<{ readonly blob: Blob; readonly kept: 'kept' | 'gone' | 'full' } | NoPicture> => {
  const { picture } = needed;
  const blob = await fetchPicture(http, routes.file(picture.file), picture);
  if (typeof blob === 'string') return blob;
  const kept = await putPicture(db, needed, blob).then(
    (isKept) => (isKept ? ('kept' as const) : ('gone' as const)),
    () => 'full' as const,
  );
  if (kept === 'kept') picturesCame.value += 1;
  return { blob, kept };
};

/** For whoever looks at it now. */
export const pictureNow = async (parts: PictureParts, needed: Needed): Promise<Blob | NoPicture> => {
  const held = await heldPicture(parts.db, needed.picture);
  if (held !== null) return held;
  const brought = await bringPicture(parts, needed);
  return typeof brought === 'string' ? brought : brought.blob;
};
