import type { Restore } from '../../contract/history.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, type Result } from '../../contract/result.ts';
import type { Deps, Staff } from '../deps.ts';
import { draftBody, hasDraft } from '../store/entry.ts';
import { saveDraft } from './draft.ts';

/**
 * An old revision becomes the newest one, as a draft that goes the whole way of review again. Working copies stay, one's own too:
 * each is shown beside it before its writer goes on.
 */
export async function restoreRevision(
  deps: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  { from, basedOn }: Restore,
): Promise<Result<{ revision: number }, Problem>> {
  const { db } = deps.store;
  if (!(await hasDraft(db, id, from))) return fail({ code: 'no-such-thing' });
  const entry: unknown = JSON.parse(await draftBody(db, id, from));
  return saveDraft(deps, staff, id, { basedOn, entry, origin: { restoredFrom: from } });
}
