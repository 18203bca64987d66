import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { PublishedObject } from '../../../contract/published.ts';
import { currentNumber, listAt, objectBodies } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { type ContentFile, contentFileOf } from './content-file-text.ts';

/** How many files an export of everything holds now. */
export async function countExported(db: Db): Promise<{ number: number; count: number }> {
  const number = await currentNumber(db);
  return { number, count: (await listAt(db, number)).size };
}

const PART = 20;

/** The same files as the folder's, a few at a time: only those lie in memory, and others have their turn between. */
export async function* exportedFiles(db: Db): AsyncGenerator<ContentFile> {
  const digests = [...(await listAt(db, await currentNumber(db))).values()];
  for (let at = 0; at < digests.length; at += PART) {
    for (const body of await objectBodies(db, digests.slice(at, at + PART))) {
      yield contentFileOf(v.parse(PublishedObject, JSON.parse(body)));
      await setImmediate();
    }
  }
}
