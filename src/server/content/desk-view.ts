import * as v from 'valibot';
import { EntryDetail } from '../../contract/desk.ts';
import type { Entry } from '../../contract/entry.ts';
import { type EntryId, entryObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { Publication, SnapshotRow } from '../../contract/publication.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  type ActRecord,
  actsOn,
  approvalOf,
  draftBody,
  entryRecord,
  entryRecordsIn,
} from '../store/entry.ts';
import { type Loose, looseRow, owedFor, person } from '../store/entry-row.ts';
import { mayOneSign } from '../store/setting.ts';
import { type CommentRecord, commentsOn, withheldOf } from '../store/sheet.ts';
import { currentNumber, type SnapshotRecord, shownObject } from '../store/snapshot.ts';
import type { Db } from '../store/store.ts';
import { withCharts } from './publish.ts';
import { scan } from './scan.ts';

/** The store's rows as the desk's contract has them. Imports have no person: null. */

export async function entryDetail(db: Db, id: EntryId, nowMs: number): Promise<Result<EntryDetail, Problem>> {
  const record = await entryRecord(db, id);
  if (record === undefined) return fail({ code: 'no-such-thing' });
  const shown = await shownObject(db, entryObjectId(id));
  const acts = await actsOn(db, id);
  const entry = JSON.parse(await draftBody(db, id, record.revision)) as Entry;
  const comments = await commentsOn(db, id);
  const detail: Loose<EntryDetail> = {
    ...looseRow(record),
    entry,
    published: shown?.type === 'entry' ? shown.entry : null,
    findings: await scan(db, entry, nowMs),
    withheld: await withheldOf(db, id),
    comments: comments.map(commentAs),
    urgent: urgentOf(owedFor(record), acts),
    mayOneSign: await mayOneSign(db),
    history: acts.map((act) => ({ ...actOf(act), revision: act.revision })),
  };
  return ok(v.parse(EntryDetail, detail));
}

const commentAs = (said: CommentRecord) => ({
  n: said.n,
  by: { id: said.by_id, name: said.by_name },
  at: said.at,
  revision: said.revision,
  text: said.text,
  answers: said.answers,
  done:
    said.done_at === null
      ? null
      : { by: person(said.done_by_id, said.done_by_name) ?? SYSTEM, at: said.done_at },
});

/** One signature, or another act on a draft. */
export const actOf = (act: ActRecord) => ({
  move: act.move,
  by: person(act.by_id, act.by_name) ?? SYSTEM,
  at: act.at,
  note: act.note,
  isException: act.is_exception === 1,
  aspects: JSON.parse(act.aspects) as string[],
  findings: (JSON.parse(act.findings) as string[]).length,
});

/** Of what went out urgently: why, and which of the signatures have followed. */
function urgentOf(
  revision: number | null,
  acts: readonly ActRecord[],
): Loose<EntryDetail['urgent'] & object> | null {
  const own = acts.filter((act) => act.revision === revision);
  const urgent = own.find((act) => act.move === 'urgent');
  if (urgent === undefined) return null;
  return {
    by: person(urgent.by_id, urgent.by_name) ?? SYSTEM,
    at: urgent.at,
    reason: urgent.note,
    isReviewed: own.some((act) => act.move === 'review-after'),
    isCleared: own.some((act) => act.move === 'clear-after'),
  };
}

/** Stands where the contract wants a person and there is none: an import. */
const SYSTEM = { id: 's-system', name: '系统' } as const;

/** What the next snapshot would change, and who answers for it. */
export async function publicationPage(db: Db): Promise<Publication> {
  const approved = await withCharts(db, await entryRecordsIn(db, 'approved'));
  const changes = await Promise.all(
    approved.map(async (record) => {
      const approval = await approvalOf(db, record.id, record.revision);
      return {
        id: record.id,
        title: record.title,
        change: record.published_revision === null ? 'new' : 'changed',
        revision: record.revision,
        approvedBy: approval === undefined ? null : person(approval.by_id, approval.by_name),
      };
    }),
  );
  return v.parse(Publication, { number: (await currentNumber(db)) + 1, changes });
}

export function snapshotRow(record: SnapshotRecord): SnapshotRow {
  return v.parse(SnapshotRow, {
    number: record.number,
    signedAt: record.signed_at,
    by: person(record.by_id, record.by_name),
    reason: record.reason,
    changed: record.changed,
    count: record.count,
  });
}
