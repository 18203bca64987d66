import * as v from 'valibot';
import {
  Batch,
  type BatchRow,
  BatchRows,
  type BatchState,
  type Outcome,
  outcomeIds,
  type RowFilter,
  type Sending,
  sendingIds,
  type Verdict,
  verdictIds,
} from '../../../contract/batch.ts';
import {
  type BatchRecord,
  type BatchRowRecord,
  countRows,
  isSendable,
  pageOfRows,
} from '../../store/batch.ts';
import { type Loose, person } from '../../store/entry-row.ts';
import type { Db } from '../../store/store.ts';

/** Batches and their rows as the desk's contract has them. */

export async function batchView(db: Db, record: BatchRecord, isRunning: boolean): Promise<Batch> {
  const counts = await countRows(db, record.id);
  const sum = (is: (row: (typeof counts)[number]) => boolean): number =>
    counts.filter(is).reduce((total, { count }) => total + count, 0);
  const batch: Loose<Batch> = {
    id: record.id,
    kind: record.kind,
    fileName: record.file_name,
    sheet: record.sheet,
    headerRow: record.header_row,
    by: person(record.by_id, record.by_name),
    at: record.at,
    state: stateNow(record.state as BatchState, isRunning),
    whenHere: record.when_here,
    total: record.total,
    verdicts: Object.fromEntries(
      verdictIds.map((id) => [id, sum(({ verdict }) => verdict === id)]),
    ) as Record<Verdict, number>,
    // A wrong row waits for nothing.
    outcomes: Object.fromEntries(
      outcomeIds.map((id) => [id, sum(({ outcome, verdict }) => outcome === id && verdict !== 'wrong')]),
    ) as Record<Outcome, number>,
    sendings: Object.fromEntries(
      sendingIds.map((id) => [id, sum(({ sending }) => sending === id)]),
    ) as Record<Sending, number>,
    sendable: record.state === 'undone' ? 0 : sum(isSendable),
    unread: JSON.parse(record.unread),
  };
  return v.parse(Batch, batch);
}

/** What was under way when the server ended is under way no more: it can be gone on with, or taken back. */
const stateNow = (state: BatchState, isRunning: boolean): BatchState => {
  if (isRunning) return state;
  if (state === 'importing') return 'stopped';
  return state === 'undoing' || state === 'sending' ? 'done' : state;
};

const PAGE = 100;

export async function batchRows(db: Db, id: string, { show, q, page }: RowFilter): Promise<BatchRows> {
  const verdict = (verdictIds as readonly string[]).includes(show) ? show : null;
  const sending = show === 'unsent' ? 'refused' : null;
  const outcome = show !== '' && verdict === null && sending === null ? show : null;
  const search = { verdict, outcome, sending, q };
  const { rows, total } = await pageOfRows(db, id, search, { page, size: PAGE });
  const pages = Math.max(1, Math.ceil(total / PAGE));
  return v.parse(BatchRows, { rows: rows.map(rowView), total, page, pages });
}

const rowView = (row: BatchRowRecord): Loose<BatchRow> => ({
  n: row.n,
  title: row.title,
  verdict: row.verdict,
  outcome: row.outcome,
  faults: JSON.parse(row.faults),
  sending: row.sending,
  why: row.why,
  isSendable: isSendable(row),
  // What was taken back is there no more, unless it was there before.
  entry: row.outcome === 'taken-back' && row.verdict === 'new' ? null : row.entry_id,
});
