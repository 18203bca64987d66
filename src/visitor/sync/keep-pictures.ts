import { missingPictures, type Needed } from '../store/pictures.ts';
import { bringPicture, type PictureParts } from './bring-picture.ts';
import type { RunEnd } from './loop.ts';

/**
 * Brings ahead what a hall's screen will need without network: all pictures of all that is shown, newest entries first. A run starts
 * from what is stored and may be broken off anywhere: the next one asks only for the rest.
 */

export interface KeepParts extends PictureParts {
  /** What the browser would still grant. */
  readonly freeBytes: () => Promise<number>;
  /** Staff are told once how many pictures found no room, or came as something else. */
  readonly tell: (kind: 'pictures-no-room' | 'picture-wrong', detail: string) => void;
}

/** Fetched side by side: enough to fill a line, and the texts' own pull still gets through. */
const AT_ONCE = 3;

/** What is filed must always find room, and so must the next snapshots' texts. */
export const ROOM_KEPT_BYTES = 250_000_000;

type End = 'done' | 'failed' | 'full';

const brought = async (parts: KeepParts, needed: Needed): Promise<End> => {
  const end = await bringPicture(parts, needed);
  if (end === 'gone') return 'done';
  if (end === 'wrong') parts.tell('picture-wrong', needed.entry);
  if (typeof end === 'string') return 'failed';
  return end.kept === 'full' ? 'full' : 'done';
};

/** One pass over all that is missing. */
export const keepPicturesOnce = async (parts: KeepParts): Promise<RunEnd> => {
  const missing = await missingPictures(parts.db);
  let hasFailed = false;
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const batch = missing.slice(at, at + AT_ONCE);
    const bytes = batch.reduce((sum, { picture }) => sum + picture.bytes, 0);
    const isRoomy = (await parts.freeBytes()) - bytes >= ROOM_KEPT_BYTES;
    const ends = isRoomy ? await Promise.all(batch.map((needed) => brought(parts, needed))) : ['full'];
    if (ends.includes('full')) {
      parts.tell('pictures-no-room', String(missing.length - at));
      return 'done';
    }
    // The line is cut, or something stands in it: the loop tries again, later and later.
    if (ends.every((end) => end === 'failed')) return 'failed';
    hasFailed ||= ends.includes('failed');
  }
  return hasFailed ? 'failed' : 'done';
};
