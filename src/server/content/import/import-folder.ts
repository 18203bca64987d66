import type { Hall } from '../../../contract/hall.ts';
import type { HallId } from '../../../contract/id.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { FileTools, Keys } from '../../deps.ts';
import {
  currentNumber,
  listAt,
  type NewObject,
  putObjects,
  shownEntriesHolding,
  shownHall,
} from '../../store/snapshot.ts';
import type { Store, Trx } from '../../store/store.ts';
import { hallObject } from '../hall-object.ts';
import { makeObject } from '../object.ts';
import { changesOf } from '../publish.ts';
import { sealSnapshot } from '../seal-snapshot.ts';
import { crossFaults } from './check-folder.ts';
import type { ReadFile } from './content-file.ts';
import { type FileFault, inOrder } from './file-fault.ts';
import { deskFaults, importEntries } from './import-entry.ts';
import { readFolder } from './read-folder.ts';
import { carriedFaults, type OnFile, takeCarried } from './take-carried.ts';

/**
 * `content:import`: a folder of readable files becomes published content. Promise: all faults of all files are told at once, and then
 * nothing at all is taken in; what is unchanged is left alone; what is taken in is on the screens as one new snapshot. What people
 * changed or withdrew at the desk, where two of them answer for it, is overwritten only when that is asked for.
 */
export interface Importing {
  readonly store: Store;
  readonly clock: () => number;
  /** The hall's keys; at the first import they are made now that the hall's code is known. */
  readonly keysOf: (hall: HallId) => Promise<Keys>;
  readonly tools: FileTools;
  readonly onFile?: OnFile;
}

export interface Wish {
  /** What people changed at the desk is overwritten too. */
  readonly replaceDesk?: boolean;
}

export interface Imported {
  /** The new snapshot; null when nothing was different. */
  readonly number: number | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What an import signs with: people did not review it, the person at the machine answers for it. */
const SYSTEM = { id: null, name: '系统' } as const;

export async function importFolder(
  importing: Importing,
  folder: string,
  { replaceDesk = false }: Wish = {},
): Promise<Result<Imported, readonly FileFault[]>> {
  const { store, clock } = importing;
  const { files, carried, faults } = await readFolder(folder, importing.tools);
  const shownBefore = await shownHall(store.db);
  const list = await listAt(store.db, await currentNumber(store.db));
  const all = [
    ...faults,
    ...(await crossFaults(files, {
      hall: shownBefore,
      shown: new Set(list.keys()),
      nowMs: clock(),
      bearing: (word) => shownEntriesHolding(store.db, `"${word}"`),
    })),
    ...(replaceDesk ? [] : await deskFaults(store.db, files)),
    ...(await carriedFaults(store.db, files, carried)),
  ];
  if (all.length > 0) return fail(inOrder(all));
  const hall = hallIn(files) ?? shownBefore;
  if (hall === null) throw new Error('a folder without a hall passed the checks');
  const entries = files.flatMap(({ content }) => (content?.type === 'entry' ? [content.entry] : []));
  const taking = { carried, atMs: clock(), onFile: importing.onFile, tools: importing.tools };
  const unfit = await takeCarried(store, entries, taking);
  if (unfit.length > 0) return fail(inOrder(unfit));
  const keys = await importing.keysOf(hall.code);
  return store.transaction(async (trx) => ok(await takeIn(trx, files, { keys, hall, atMs: clock() })));
}

interface TakingIn {
  readonly keys: Keys;
  readonly hall: Hall;
  readonly atMs: number;
}

async function takeIn(trx: Trx, files: readonly ReadFile[], its: TakingIn): Promise<Imported> {
  const before = await listAt(trx, await currentNumber(trx));
  const settings = await Promise.all(files.flatMap(settingObject));
  const newSettings = settings.filter(({ id, digest }) => before.get(id) !== digest);
  const entries = await importEntries(trx, files, { ...its, by: SYSTEM, reviewed: 'import' });
  const objects: NewObject[] = [...newSettings, ...entries];
  const added = objects.filter(({ id }) => !before.has(id)).length;
  const counts = { added, changed: objects.length - added, unchanged: files.length - objects.length };
  if (objects.length === 0) return { number: null, ...counts };
  await putObjects(trx, objects);
  const sealing = { ...its, by: SYSTEM, reason: '从文件导入' };
  const number = await sealSnapshot(trx, changesOf(objects), sealing);
  const object = `snapshot/${number}`;
  await appendAudit(trx, { atMs: its.atMs, actor: 'system', act: 'content.import', object, detail: counts });
  return { number, ...counts };
}

function hallIn(files: readonly ReadFile[]): Hall | null {
  for (const { content } of files) if (content?.type === 'hall') return content.hall;
  return null;
}

function settingObject({ content }: ReadFile): Promise<NewObject>[] {
  if (content?.type === 'hall') return [hallObject(content.hall)];
  if (content?.type === 'calendar')
    return [makeObject({ v: 1, type: 'calendar', calendar: content.calendar })];
  return [];
}
