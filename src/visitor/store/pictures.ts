import type { Picture } from '../../contract/attachment.ts';
import type { Digest, EntryId } from '../../contract/id.ts';
import type { ContentDatabase } from './read-content.ts';

/**
 * Pictures by digest: those in texts and the pages of attachments. They come after the texts, each in a transaction of its own, so
 * that a kill loses at most the one that was coming. They go with what names them (see `turn`).
 */

/** A picture, and the entry that needs it. */
export interface Needed {
  readonly entry: EntryId;
  readonly picture: Picture;
}

/** A screen does not carry more than this ahead; what is over it comes when somebody looks at it. */
const MOST_BYTES = 2_000_000_000;

/** What is not here yet, newest entries first. */
export const missingPictures = (db: ContentDatabase): Promise<readonly Needed[]> =>
  db.run({
    stores: ['pictured', 'pictures'],
    mode: 'readonly',
    do: async (unit) => {
      const rows = await unit.objectStore('pictured').getAll();
      rows.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
      const needed = new Map<Digest, Needed>();
      let bytes = 0;
      for (const { id, pictures } of rows)
        for (const picture of pictures) {
          if (needed.has(picture.file)) continue;
          bytes += picture.bytes;
          if (bytes <= MOST_BYTES) needed.set(picture.file, { entry: id, picture });
        }
      if (needed.size === 0) return [];
      for (const held of await unit.objectStore('pictures').getAllKeys()) needed.delete(held);
      return [...needed.values()];
    },
  });

export const readPicture = (db: ContentDatabase, file: Digest): Promise<Blob | undefined> =>
  db.run({
    stores: ['pictures'],
    mode: 'readonly',
    do: (unit) => unit.objectStore('pictures').get(file),
  });

/** False: its entry was withdrawn or replaced while it came. Then nothing of it stays. */
export const putPicture = (db: ContentDatabase, { entry, picture }: Needed, bytes: Blob): Promise<boolean> =>
  db.run({
    stores: ['pictured', 'pictures'],
    mode: 'readwrite',
    do: async (unit) => {
      const row = await unit.objectStore('pictured').get(entry);
      if (row?.pictures.some(({ file }) => file === picture.file) !== true) return false;
      await unit.objectStore('pictures').put(bytes, picture.file);
      return true;
    },
  });

/** Damaged on the disk: it is fetched again. */
export const dropPicture = (db: ContentDatabase, file: Digest): Promise<void> =>
  db.run({
    stores: ['pictures'],
    mode: 'readwrite',
    do: (unit) => unit.objectStore('pictures').delete(file),
  });
