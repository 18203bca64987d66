import { momentOf } from '../../contract/day.ts';
import { Entry } from '../../contract/entry.ts';
import type { Guide } from '../../contract/guide.ts';
import type { Hall } from '../../contract/hall.ts';
import type { Digest, ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { badInput, checked } from '../http/body.ts';
import {
  draftBody,
  type EntryRecord,
  entryRecord,
  entryRecordsIn,
  type NamedEntryRecord,
} from '../store/entry.ts';
import { type NewObject, putObjects, shownHall } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';
import { whyNotPrepared } from './attached.ts';
import { faultsInHall, faultsInPublic } from './fit-hall.ts';
import { publishEntry } from './publish-entry.ts';
import { brokenReference } from './reference.ts';
import { type By, type Sealing, sealSnapshot } from './seal-snapshot.ts';

/**
 * Publication: approved drafts become objects, objects a snapshot, in the one transaction that the caller holds. Everything that
 * can be wrong is found before the first row is written, so a refusal leaves nothing behind.
 */
export async function publishApproved(trx: Trx, sealing: Sealing): Promise<Result<number, Problem>> {
  const approved = await entryRecordsIn(trx, 'approved');
  return approved.length === 0
    ? fail({ code: 'nothing-to-publish' })
    : publishEntries(trx, approved, sealing);
}

export interface Manner {
  readonly reviewed?: 'desk' | 'schedule' | 'urgent';
  /** Who answers for each entry, where that is not who publishes. */
  readonly signers?: ReadonlyMap<string, By>;
}

export async function publishEntries(
  trx: Trx,
  records: readonly EntryRecord[],
  sealing: Sealing,
  { reviewed = 'desk', signers }: Manner = {},
): Promise<Result<number, Problem>> {
  const pairs: [EntryRecord, Entry][] = [];
  for (const record of await withCharts(trx, records)) {
    // Through the schema again: a draft may be older than the schema of today.
    const entry = checked(Entry, JSON.parse(await draftBody(trx, record.id, record.revision)));
    if (!entry.ok) return entry;
    pairs.push([record, entry.value]);
  }
  const entries = pairs.map(([, entry]) => entry);
  // It would come and go in the same minute.
  const now = momentOf(sealing.atMs);
  if (pairs.some(([{ end_at }]) => end_at !== null && end_at <= now)) return fail({ code: 'ends-before' });
  const broken = await brokenReference(trx, entries);
  if (broken !== null) return fail(broken);
  const unprepared = await whyNotPrepared(trx, entries);
  if (unprepared !== null) return fail(unprepared);
  const hall = await shownHall(trx);
  if (hall === null) return fail({ code: 'not-ready' });
  const unfit = whyUnfit(entries, hall, sealing.atMs);
  if (unfit !== null) return fail(unfit);
  const objects: NewObject[] = [];
  for (const [record, entry] of pairs) {
    const by = signers?.get(record.id) ?? sealing.by;
    objects.push(await publishEntry(trx, record, entry, { ...sealing, by, hall, reviewed }));
  }
  await putObjects(trx, objects);
  return ok(await sealSnapshot(trx, changesOf(objects), sealing));
}

/** Asked before the signature and again before the screens: the hall's settings may have changed in between. */
export function whyUnfit(entries: readonly Entry[], hall: Hall, nowMs: number): Problem | null {
  const faults = entries.flatMap((entry) => [...faultsInPublic(entry), ...faultsInHall(entry, hall, nowMs)]);
  return faults.length === 0 ? null : badInput(faults);
}

/** A guide that comes back brings along the chart that left with it, as it was reviewed. */
export async function withCharts<T extends EntryRecord>(
  db: Db | Trx,
  records: readonly T[],
): Promise<readonly (T | NamedEntryRecord)[]> {
  const charts = await Promise.all(
    records
      .filter(({ kind }) => kind === 'guide')
      .map(async ({ id, revision }) => {
        const { chart } = JSON.parse(await draftBody(db, id, revision)) as Pick<Guide, 'chart'>;
        return records.some((each) => each.id === chart) ? undefined : entryRecord(db, chart);
      }),
  );
  return [...records, ...charts.filter((each) => each?.state === 'withdrawn')].filter(
    (each) => each !== undefined,
  );
}

export const changesOf = (objects: readonly NewObject[]): ReadonlyMap<ObjectId, Digest> =>
  new Map(objects.map(({ id, digest }) => [id, digest]));
