import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { PublishedObject } from '../../../contract/published.ts';
import { currentNumber, listAt, objectBodies } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { carriedPaths } from './carried-path.ts';
import { contentFileOf } from './content-file-text.ts';

export interface ExportedFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** How many content files an export of everything holds now; attachments and pictures come with them. */
export async function countExported(db: Db): Promise<{ number: number; count: number }> {
  const number = await currentNumber(db);
  return { number, count: (await listAt(db, number)).size };
}

/** By digest, of an attachment or a picture. */
export type BytesOf = (name: string) => Promise<Uint8Array | null>;

const PART = 20;

/** The same files as the folder's, a few at a time: only those lie in memory, and others have their turn between. */
export async function* exportedFiles(db: Db, bytesOf: BytesOf): AsyncGenerator<ExportedFile> {
  const digests = [...(await listAt(db, await currentNumber(db))).values()];
  const carried = new Set<string>();
  for (let at = 0; at < digests.length; at += PART) {
    for (const body of await objectBodies(db, digests.slice(at, at + PART))) {
      const object = v.parse(PublishedObject, JSON.parse(body));
      const { path, text } = contentFileOf(object);
      yield { path, data: text };
      yield* bytesFor(bytesOf, object, carried);
      await setImmediate();
    }
  }
}

/** Each once, whoever names it first. */
async function* bytesFor(
  bytesOf: BytesOf,
  object: PublishedObject,
  carried: Set<string>,
): AsyncGenerator<ExportedFile> {
  for (const [path, name] of carriedPaths([object])) {
    if (carried.has(path)) continue;
    carried.add(path);
    const data = await bytesOf(name);
    if (data === null) throw new Error(`the bytes of ${name} are not in the database`);
    yield { path, data };
  }
}
