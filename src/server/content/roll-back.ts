import { momentOf } from '../../contract/day.ts';
import { referencesOf } from '../../contract/entry.ts';
import { type Digest, type EntryId, entryObjectId, type ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Rollback } from '../../contract/publication.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { ReviewMove } from '../../contract/review.ts';
import { appendAudit } from '../audit/audit.ts';
import { changeEntry, entryRecord, putAct } from '../store/entry.ts';
import { listAt } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { whyLost } from './attached.ts';
import { isEntryId, publishedEntry, type WayBack, wayBack } from './roll-back-plan.ts';
import { type Sealing, sealSnapshot } from './seal-snapshot.ts';

/**
 * Shows again what snapshot `to` showed, under a new number: screens never go back. Promise: what was withdrawn for a reason does
 * not come back with it unless it is named; a text that leads to it then leads to a page that says so.
 */
export async function rollBack(
  trx: Trx,
  { to, showAgain = [] }: Pick<Rollback, 'to' | 'showAgain'>,
  sealing: Sealing,
): Promise<Result<number, Problem>> {
  const way = await wayBack(trx, to);
  if (!way.ok) return way;
  const wanted = new Map(way.value.wanted);
  for (const { id } of way.value.withdrawn) if (!showAgain.includes(id)) wanted.delete(entryObjectId(id));
  if (wanted.size === 0) return fail({ code: 'nothing-to-publish' });
  const broken = await brokenAgain(trx, way.value, { wanted, showAgain });
  if (broken !== null) return fail(broken);
  const lost = await lostFile(trx, wanted);
  if (lost !== null) return fail(lost);
  const reason = `退回到第 ${to} 版：${sealing.reason}`;
  for (const [id, digest] of wanted) await follow(trx, id, digest, { ...sealing, reason });
  const { from } = way.value;
  await appendAudit(trx, {
    atMs: sealing.atMs,
    actor: sealing.by.id ?? 'system',
    act: 'content.rollback',
    object: `snapshot/${from + 1}`,
    detail: { from, to, shownAgain: showAgain.length },
  });
  return ok(await sealSnapshot(trx, wanted, { ...sealing, reason }));
}

interface Choice {
  readonly wanted: ReadonlyMap<ObjectId, Digest | null>;
  readonly showAgain: readonly EntryId[];
}

/** What is shown again has to be whole: a guide without its chart would lead nowhere. */
async function brokenAgain(
  trx: Trx,
  { from, withdrawn }: WayBack,
  { wanted, showAgain }: Choice,
): Promise<Problem | null> {
  const shown = new Map<ObjectId, Digest | null>([...(await listAt(trx, from)), ...wanted]);
  for (const { id } of withdrawn.filter((each) => showAgain.includes(each.id))) {
    const digest = shown.get(entryObjectId(id));
    if (digest === undefined || digest === null) continue;
    const { entry } = await publishedEntry(trx, digest);
    const lost = referencesOf(entry).find((to) => (shown.get(entryObjectId(to)) ?? null) === null);
    if (lost === undefined) continue;
    return {
      code: 'broken-reference',
      from: entry.title,
      to: (await entryRecord(trx, lost))?.title ?? lost,
    };
  }
  return null;
}

/** What comes back brings its pictures along. */
async function lostFile(trx: Trx, wanted: Choice['wanted']): Promise<Problem | null> {
  for (const [id, digest] of wanted) {
    if (digest === null || !isEntryId(id)) continue;
    const lost = await whyLost(trx, await publishedEntry(trx, digest));
    if (lost !== null) return lost;
  }
  return null;
}

/** The desk's own record of an entry follows what screens show; drafts that are being worked on are left alone. */
async function follow(
  trx: Trx,
  objectId: ObjectId,
  digest: Digest | null,
  { atMs, by, reason }: Sealing,
): Promise<void> {
  if (!isEntryId(objectId)) return;
  const record = await entryRecord(trx, objectId);
  if (record === undefined) return;
  const shown = digest === null ? null : (await publishedEntry(trx, digest)).revision;
  const move = moveFor(record.state, { shown, revision: record.revision });
  const state = move === null ? {} : { state: STATE_AFTER[move] };
  await changeEntry(trx, objectId, { published_revision: shown, ...state });
  const act = {
    entry_id: objectId,
    by_id: by.id,
    by_name: by.name,
    at: momentOf(atMs),
    note: reason,
    secrecy_checked: 0,
  };
  if (shown !== null) await putAct(trx, { ...act, move: 'publish', revision: shown });
  if (move === 'return') await putAct(trx, { ...act, move, revision: record.revision });
}

const STATE_AFTER = { publish: 'published', return: 'returned' } as const;
type Following = Extract<ReviewMove, keyof typeof STATE_AFTER>;

/** A published draft that is no longer the one on the screens was returned, not withdrawn: no one said that it must not be seen. */
function moveFor(state: string, its: { shown: number | null; revision: number }): Following | null {
  const isShown = its.shown === its.revision;
  if (state === 'published') return isShown ? null : 'return';
  if (state === 'withdrawn') return isShown ? 'publish' : its.shown === null ? null : 'return';
  // Returned by an earlier roll-back, and now on the screens again.
  return state === 'returned' && isShown ? 'publish' : null;
}
