import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { PublishedObject } from '../../../contract/published.ts';
import { currentNumber, listAt, objectBodies } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { contentFileOf } from './content-file-text.ts';

/** Everything that screens show now, as a folder of readable files. All files are made, and read again, before the first is written. */
export async function exportFolder(db: Db, folder: string): Promise<{ number: number; count: number }> {
  const number = await currentNumber(db);
  const bodies = await objectBodies(db, [...(await listAt(db, number)).values()]);
  const files = bodies.map((body) => contentFileOf(v.parse(PublishedObject, JSON.parse(body))));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { number, count: files.length };
}
