import type { FileType } from '../../contract/attachment.ts';
import type { Digest } from '../../contract/id.ts';
import { type PublishedEntry, picturesOf } from '../../contract/published.ts';
import { entriesWithFiles } from '../store/shown-file.ts';
import type { Db } from '../store/store.ts';

/**
 * Which files may be fetched: those that an entry on the screens names. Looked up anew with each snapshot, and then only in the
 * objects that came with it.
 */

export interface ShownFile {
  readonly type: FileType;
  /** As visitors save it; null for a picture, which nobody saves. */
  readonly name: string | null;
}

/** A snapshot's number and its objects. */
export interface Shown {
  readonly number: number;
  readonly objects: ReadonlySet<Digest>;
}

export type ShownFiles = ReadonlyMap<string, ShownFile>;

export function shownFilesReader(db: Db): (shown: Shown) => Promise<ShownFiles> {
  let known = new Map<Digest, ReadonlyMap<string, ShownFile>>();
  let seen: ReadonlySet<Digest> = new Set();
  let last: { readonly number: number; readonly files: Promise<ShownFiles> } | null = null;

  const read = async (objects: ReadonlySet<Digest>): Promise<ShownFiles> => {
    const fresh = [...objects].filter((each) => !seen.has(each));
    const found = await entriesWithFiles(db, fresh);
    const kept = [...known].filter(([object]) => objects.has(object));
    known = new Map([...kept, ...found.map(([object, entry]) => [object, filesOf(entry)] as const)]);
    seen = objects;
    return new Map([...known.values()].flatMap((files) => [...files]));
  };

  return ({ number, objects }) => {
    if (last?.number !== number) {
      // One after the other: each starts from what the one before has found.
      const before = last?.files.catch(() => undefined) ?? Promise.resolve(undefined);
      last = { number, files: before.then(() => read(objects)) };
      const mine = last;
      mine.files.catch(() => {
        if (last === mine) last = null;
      });
    }
    return last.files;
  };
}

function filesOf(published: PublishedEntry): ReadonlyMap<string, ShownFile> {
  const files = new Map<string, ShownFile>();
  for (const { file } of picturesOf(published)) files.set(file, { type: 'image/webp', name: null });
  for (const { file, type, name } of published.attachments ?? []) files.set(file, { type, name });
  return files;
}
