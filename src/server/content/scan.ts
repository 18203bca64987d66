import { dayAtHall } from '../../contract/day.ts';
import type { MaskEntry } from '../../contract/desk.ts';
import { type Entry, mentionsOf } from '../../contract/entry.ts';
import { type Finding, findingsIn, maskedAt } from '../../contract/finding.ts';
import { type EntryId, entryObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, type Result } from '../../contract/result.ts';
import { isLegalReviewMove, mayMakeMove, type ReviewState } from '../../contract/review.ts';
import type { Deps, Staff } from '../deps.ts';
import { draftBody, entryRecord } from '../store/entry.ts';
import { currentNumber, listAt } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';
import { saveDraft } from './draft.ts';
import { attachmentFindings } from './scan-file.ts';

/** The scan before each signature (domain.md §8), with what only the database knows: what is published. */
export async function scan(db: Db | Trx, entry: Entry, nowMs: number): Promise<readonly Finding[]> {
  const shown = await listAt(db, await currentNumber(db));
  const titles = new Map<EntryId, string>();
  for (const id of mentionsOf(entry)) titles.set(id, (await entryRecord(db, id))?.title ?? id);
  const today = dayAtHall(nowMs);
  const found = findingsIn(entry, {
    today,
    isShown: (id) => shown.has(entryObjectId(id)),
    titleOf: (id) => titles.get(id) ?? id,
  });
  return [...found, ...(await attachmentFindings(db, entry, today))];
}

/**
 * Masks the personal numbers at these places, as a new revision. On the way of review it is the checker's own act: what was signed is
 * void, 复审 looks again, and they may still clear it. Elsewhere it is an edit like any other, by whoever may edit.
 */
export async function maskEntry(
  deps: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  { revision, paths }: MaskEntry,
): Promise<Result<{ revision: number }, Problem>> {
  const { db } = deps.store;
  const record = await entryRecord(db, id);
  if (record === undefined) return fail({ code: 'no-such-thing' });
  const place = { state: record.state as ReviewState, publishedRevision: record.published_revision };
  const isCheck = mayMakeMove(staff.roles, 'mask') && isLegalReviewMove(place, 'mask');
  if (!isCheck && !mayMakeMove(staff.roles, 'edit'))
    return fail({ code: 'move-not-legal', state: record.state, move: 'mask' });
  const entry = JSON.parse(await draftBody(db, id, record.revision)) as Entry;
  const masked = maskedAt(entry, paths, dayAtHall(deps.clock()));
  // The save names the revision that the person saw: a colleague's later one is refused there.
  const origin = { masked: paths.length, as: isCheck ? 'mask' : 'edit' } as const;
  return saveDraft(deps, staff, id, { basedOn: revision, entry: masked, origin });
}
