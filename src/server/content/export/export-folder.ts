import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { PublishedObject } from '../../../contract/published.ts';
import { bytesOf } from '../../store/file.ts';
import { unknownFiles } from '../../store/shown-file.ts';
import { currentNumber, listAt, objectBodies } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { carriedPaths } from './carried-path.ts';
import { contentFileOf } from './content-file-text.ts';

export interface Exported {
  readonly number: number;
  readonly count: number;
  /** Attachments and pictures. */
  readonly carried: number;
}

/**
 * Everything that screens show now, as a folder of readable files and of the bytes that they name. All readable files are made, and
 * read again, before the first is written.
 */
export async function exportFolder(db: Db, folder: string): Promise<Exported> {
  const number = await currentNumber(db);
  const bodies = await objectBodies(db, [...(await listAt(db, number)).values()]);
  const objects = bodies.map((body) => v.parse(PublishedObject, JSON.parse(body)));
  const files = objects.map(contentFileOf);
  const carried = carriedPaths(objects);
  const [lost] = await unknownFiles(db, [...new Set(carried.values())]);
  if (lost !== undefined) throw new Error(`the bytes of ${lost} are not in the database`);
  const write = (path: string, data: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  };
  for (const { path, text } of files) write(path, text);
  for (const [path, name] of carried) {
    const bytes = await bytesOf(db, name);
    if (bytes === null) throw new Error(`the bytes of ${name} are not in the database`);
    write(path, bytes);
  }
  return { number, count: files.length, carried: carried.size };
}
