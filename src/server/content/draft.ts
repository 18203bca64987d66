import { dayAtHall, momentOf } from '../../contract/day.ts';
import type { SaveEntry } from '../../contract/desk.ts';
import { followed, withoutGone } from '../../contract/english-follow.ts';
import { Entry } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  isLegalReviewMove,
  type ReviewPlace,
  type ReviewState,
  reviewMoveRule,
} from '../../contract/review.ts';
import { canonical } from '../../seal/canonical.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { badInput, checked } from '../http/body.ts';
import { departmentColumns } from '../store/department-columns.ts';
import { englishColumn } from '../store/english-column.ts';
import {
  authorName,
  changeEntry,
  draftBody,
  type EntryRecord,
  entryRecord,
  putAct,
  putDraft,
  putEntry,
} from '../store/entry.ts';
import { endWriting } from '../store/past-writing.ts';
import { nextRevision } from '../store/revision.ts';
import { shownHall } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { departmentOfText, whyNotTheirs } from './department.ts';
import { faultsInHall } from './fit-hall.ts';
import { voidSchedule } from './void-schedule.ts';

/** A working copy lags behind the hands by no more. */
const LAST_LETTERS_MS = 30_000;

/** Where a draft comes from that nobody typed. */
export type Origin =
  | { readonly restoredFrom: number }
  /** `as` `mask`: by who checks secrecy, which leaves the text its author's. */
  | { readonly masked: number; readonly as: 'edit' | 'mask' };

const noteOf = (origin: Origin): string =>
  'masked' in origin ? `遮盖了 ${origin.masked} 处个人信息。` : `恢复自第 ${origin.restoredFrom} 稿。`;

const movedBy = (origin: Origin | undefined): 'edit' | 'mask' =>
  origin !== undefined && 'masked' in origin ? origin.as : 'edit';

const told = (origin: Origin | undefined) =>
  origin !== undefined && 'masked' in origin ? { masked: origin.masked } : origin;

const placeOf = (record: EntryRecord | undefined): ReviewPlace => ({
  state: (record?.state ?? 'draft') as ReviewState,
  publishedRevision: record?.published_revision ?? null,
});

/**
 * Saving a draft. Every save is a new revision, so nothing that was ever written is lost; it names the revision it
 * started from (0 for a new entry), so another's work is never overwritten unseen. An edit voids what was signed.
 */
export async function saveDraft(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  save: SaveEntry & { readonly origin?: Origin },
): Promise<Result<{ revision: number }, Problem>> {
  const entry = checkedEntry(id, save.entry);
  if (!entry.ok) return entry;
  const hall = await shownHall(store.db);
  const faults = hall === null ? [] : faultsInHall(entry.value, hall, clock());
  if (faults.length > 0) return fail(badInput(faults));
  return store.transaction(async (trx) => {
    const record = await entryRecord(trx, id);
    const revision = record?.revision ?? 0;
    const move = movedBy(save.origin);
    if (move === 'mask' && !isLegalReviewMove(placeOf(record), move))
      return fail({ code: 'move-not-legal', state: record?.state ?? 'draft', move });
    const departments = [record?.its_department ?? null, await departmentOfText(trx, entry.value)];
    const notTheirs = move === 'mask' ? null : await whyNotTheirs(trx, staff, 'content.edit', departments);
    if (notTheirs !== null) return fail(notTheirs);
    if (revision !== save.basedOn) {
      if (record === undefined) return fail({ code: 'no-such-thing' });
      const by = record.author_name ?? (await authorName(trx, record.author_id));
      return fail({ code: 'edited-meanwhile', by, revision });
    }
    const authorId = move === 'mask' ? (record?.author_id ?? null) : staff.id;
    const next = await nextRevision(trx, id, revision);
    const atMs = clock();
    const text = await follow(trx, record, entry.value, atMs);
    const draft = { entry: text, revision: next, authorId, atMs };
    await voidSchedule(trx, record, { by: staff, atMs: draft.atMs, next });
    await writeDraft(trx, { ...draft, isNew: record === undefined }, reviewMoveRule(move).to);
    // What was typed meanwhile is not in it: the working copy goes on, and is shown beside it.
    if (save.origin === undefined)
      await endWriting(trx, {
        staff: staff.id,
        entry: id,
        saved: JSON.stringify(save.entry),
        since: momentOf(draft.atMs - LAST_LETTERS_MS),
      });
    await putAct(trx, {
      entry_id: id,
      revision: draft.revision,
      move,
      by_id: staff.id,
      by_name: staff.name,
      at: momentOf(draft.atMs),
      note: save.origin === undefined ? null : noteOf(save.origin),
      secrecy_checked: 0,
    });
    await appendAudit(trx, {
      atMs: draft.atMs,
      actor: staff.id,
      act: save.origin !== undefined && 'restoredFrom' in save.origin ? 'content.restore' : `content.${move}`,
      object: id,
      detail: { revision: draft.revision, ...told(save.origin) },
    });
    return ok({ revision: draft.revision });
  });
}

/** What was written over another text: its English goes along. */
async function follow(trx: Trx, record: EntryRecord | undefined, entry: Entry, atMs: number): Promise<Entry> {
  const before = entry.en === undefined ? null : await textOf(trx, record);
  return before === null ? entry : withoutGone(followed(before, entry, dayAtHall(atMs)));
}

export interface Draft {
  readonly entry: Entry;
  /** From `nextRevision`. */
  readonly revision: number;
  /** The entry is not here yet. */
  readonly isNew: boolean;
  /** null: imported. */
  readonly authorId: string | null;
  readonly atMs: number;
}

/** Adds a revision of an entry that may be new. */
export async function writeDraft(trx: Trx, draft: Draft, state: string): Promise<void> {
  const { entry, revision, isNew, authorId, atMs } = draft;
  const at = momentOf(atMs);
  const now = {
    ...departmentColumns(entry),
    ...englishColumn(entry),
    title: entry.title,
    revision,
    state,
    author_id: authorId,
    edited_at: at,
    publish_at: null,
  };
  if (isNew) await putEntry(trx, { id: entry.id, kind: entry.kind, ...now });
  else await changeEntry(trx, entry.id, now);
  await putDraft(trx, {
    entry_id: entry.id,
    revision,
    body: canonical(entry),
    author_id: authorId,
    saved_at: at,
  });
}

function checkedEntry(id: EntryId, value: unknown): Result<Entry, Problem> {
  const entry = checked(Entry, value);
  if (!entry.ok) return entry;
  if (entry.value.id !== id || entry.value.kind !== kindOf(id)) {
    return fail({ code: 'bad-input', faults: [{ path: 'id', say: `编号要和地址一致：${id}。` }] });
  }
  return entry;
}

/** The entry as it stands. Only its kind and department are asked for: a text of an older shape will do. */
export const textOf = async (trx: Trx, record: EntryRecord | undefined): Promise<Entry | null> =>
  record === undefined ? null : (JSON.parse(await draftBody(trx, record.id, record.revision)) as Entry);
