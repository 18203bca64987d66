import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { Entry } from '../../contract/entry.ts';
import { EntryPast, Revision } from '../../contract/history.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { type Fault, faultsOf } from '../../contract/schema.ts';
import { type ActRecord, actsOn, entryRecord } from '../store/entry.ts';
import { person } from '../store/entry-row.ts';
import { draftOf, draftsOf, snapshotsOf } from '../store/past.ts';
import { shownHall } from '../store/snapshot.ts';
import type { Db } from '../store/store.ts';
import { actOf } from './desk-view.ts';
import { faultsInHall } from './fit-hall.ts';

/** Every revision of an entry: who, when, what happened to it; and one of them as it was saved. */

type Text = Readonly<Record<string, unknown>>;

/** Elements that are not the same in both: of whatever was typed, which need not be an entry yet. */
export const elementsChanged = (before: Text, after: Text): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );

export async function entryPast(db: Db, id: EntryId): Promise<Result<EntryPast, Problem>> {
  const record = await entryRecord(db, id);
  if (record === undefined) return fail({ code: 'no-such-thing' });
  const [drafts, acts, snapshots] = [await draftsOf(db, id), await actsOn(db, id), await snapshotsOf(db, id)];
  const snapshotOf = ({ move, at }: ActRecord): number | null =>
    move === 'publish' || move === 'withdraw' ? (snapshots.get(at) ?? null) : null;
  const texts = drafts.map(({ body }) => JSON.parse(body) as Text);
  const rows = drafts.map((draft, at) => {
    const before = texts[at - 1];
    return {
      revision: draft.revision,
      by: person(draft.author_id, draft.author_name),
      at: draft.saved_at,
      changed: before === undefined ? null : elementsChanged(before, texts[at] ?? {}),
      acts: acts
        .filter((act) => act.revision === draft.revision)
        .reverse()
        .map((act) => ({ ...actOf(act), snapshot: snapshotOf(act) })),
    };
  });
  return ok(
    v.parse(EntryPast, {
      title: record.title,
      revision: record.revision,
      publishedRevision: record.published_revision,
      rows: rows.reverse(),
    }),
  );
}

export async function revisionOf(
  db: Db,
  id: EntryId,
  revision: number,
  nowMs: number,
): Promise<Result<Revision, Problem>> {
  const draft = await draftOf(db, id, revision);
  if (draft === undefined) return fail({ code: 'no-such-thing' });
  const text = JSON.parse(draft.body) as Text;
  const faults = (await whyUnfit(db, text, nowMs)).map(({ path, say }) => ({ path: path.join('.'), say }));
  const by = person(draft.author_id, draft.author_name);
  return ok(v.parse(Revision, { revision: draft.revision, by, at: draft.saved_at, text, faults }));
}

/** What of an old text does not fit today's schema or today's hall. */
async function whyUnfit(db: Db, text: Text, nowMs: number): Promise<readonly Fault[]> {
  const faults = faultsOf(Entry, text);
  if (faults.length > 0) return faults;
  const hall = await shownHall(db);
  return hall === null ? [] : faultsInHall(v.parse(Entry, text), hall, nowMs);
}
