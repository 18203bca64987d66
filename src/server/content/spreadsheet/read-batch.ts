import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { mayActOn } from '../../../contract/account.ts';
import {
  BatchId,
  type CellFault,
  type ListKind,
  type NewBatch,
  spreadsheetFaults,
} from '../../../contract/batch.ts';
import { momentOf } from '../../../contract/day.ts';
import { departmentOf, type Entry } from '../../../contract/entry.ts';
import { kindOf } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { randomCode } from '../../../seal/random.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Deps, Staff } from '../../deps.ts';
import {
  changeBatch,
  countAllRows,
  dropBatch,
  putBatch,
  putBatchRows,
  unreadBatches,
} from '../../store/batch.ts';
import { shownHall } from '../../store/snapshot.ts';
import type { Fields } from './column.ts';
import { entriesOfRow, placeholderOf, type RowContext } from './entry-of-row.ts';
import { keyOf, sameEntries } from './same-entry.ts';
import type { NamedRow } from './spreadsheet-worker.ts';
import { type ReadFault, type ReadList, readInWorker } from './worker-call.ts';

/**
 * A file becomes a batch: every row is read, looked for and judged, and nothing is written but the report. The file itself is read in
 * a thread; judging goes in parts, so that screens and colleagues never wait for it.
 */

const PART = 40;
/** A reading that took longer than this broke off with its server. */
const STALE_MS = 10 * 60_000;

interface Reading extends RowContext {
  readonly deps: Pick<Deps, 'store' | 'clock'>;
  readonly staff: Staff;
  readonly kind: ListKind;
  readonly fallback: Fields;
}

export async function readBatch(
  deps: Pick<Deps, 'store' | 'clock' | 'mostRows'>,
  staff: Staff,
  asked: NewBatch,
  bytes: Uint8Array,
): Promise<Result<BatchId, Problem>> {
  const hall = await shownHall(deps.store.db);
  if (hall === null) return fail({ code: 'not-ready' });
  const department = staff.department ?? asked.department;
  const fallback = { department, category: asked.category };
  const read = await readInWorker({
    job: 'read',
    bytes,
    fileName: asked.name,
    kind: asked.kind,
    hall,
    fallback,
  });
  if (!read.ok) return fail({ code: 'bad-spreadsheet', say: faultInWords(read.problem) });
  const most = deps.mostRows;
  if (most !== undefined && (await countAllRows(deps.store.db)) + read.value.rows.length > most)
    return fail({ code: 'bad-spreadsheet', say: spreadsheetFaults['practice-rows'] });
  const reading = {
    deps,
    staff,
    hall,
    kind: asked.kind,
    nowMs: deps.clock(),
    fallback: fallbackFields(asked.kind, fallback),
  };
  return ok(await keepBatch(reading, asked.name, read.value));
}

const fallbackFields = (
  kind: ListKind,
  { department, category }: { department: string; category: string },
) => ({
  ...(department === '' ? {} : { [kind === 'item' ? 'department' : 'handler.department']: department }),
  ...(category === '' || kind === 'guide' ? {} : { category }),
});

const faultInWords = (fault: ReadFault): string =>
  typeof fault === 'string'
    ? spreadsheetFaults[fault]
    : `没有找到表头，或者缺少这几列：${fault.join('、')}。表头要有列名，列的先后不限；可以下载模板照着改。`;

async function keepBatch(reading: Reading, fileName: string, { head, rows }: ReadList): Promise<BatchId> {
  const { deps, staff, kind } = reading;
  const { db } = deps.store;
  const id = v.parse(BatchId, `b-${randomCode('0123456789abcdefghijklmnopqrstuvwxyz', 12)}`);
  for (const stale of await unreadBatches(db, momentOf(reading.nowMs - STALE_MS))) await dropBatch(db, stale);
  await putBatch(db, {
    id,
    kind,
    file_name: fileName,
    sheet: head.sheet,
    header_row: head.headerRow,
    headings: JSON.stringify(head.headings),
    unread: JSON.stringify(head.unread),
    by_id: staff.id,
    by_name: staff.name,
    at: momentOf(reading.nowMs),
    state: 'reading',
    when_here: null,
    total: rows.length,
  });
  const seen = new Map<string, number>();
  for (let at = 0; at < rows.length; at += PART) {
    const part = rows.slice(at, at + PART);
    const judged = await judgeRows(reading, part, seen);
    await deps.store.transaction((trx) =>
      putBatchRows(
        trx,
        judged.map((row) => ({ batch_id: id, ...row })),
      ),
    );
    await setImmediate();
  }
  await deps.store.transaction(async (trx) => {
    await changeBatch(trx, id, { state: 'checked' });
    const detail = { kind, rows: rows.length };
    await appendAudit(trx, { atMs: deps.clock(), actor: staff.id, act: 'batch.read', object: id, detail });
  });
  return id;
}

async function judgeRows(reading: Reading, rows: readonly NamedRow[], seen: Map<string, number>) {
  const { deps, kind, fallback } = reading;
  const fields = rows.map((row) => ({ ...fallback, ...row.fields }));
  const same = await sameEntries(deps.store.db, kind, fields);
  return rows.map((row, at) => {
    const own = fields[at] ?? {};
    const here = same[at] ?? null;
    const base = here === null ? null : (JSON.parse(here.body) as Entry);
    const faults = [
      ...row.faults,
      ...faultsOfRow(reading, own, base, row.faults),
      ...twiceIn(kind, { fields: own, here: here?.id ?? null, n: row.n }, seen),
    ];
    return {
      n: row.n,
      title: String(own.title ?? own.officialName ?? ''),
      verdict: faults.length > 0 ? 'wrong' : here === null ? 'new' : 'here',
      outcome: 'waiting',
      cells: JSON.stringify(row.cells),
      fields: JSON.stringify({ ...own, '': row.name }),
      faults: JSON.stringify(faults),
      entry_id: here?.id ?? null,
      made: '[]',
      sending: null,
    };
  });
}

function faultsOfRow(
  reading: Reading,
  fields: Fields,
  base: Entry | null,
  known: readonly CellFault[],
): CellFault[] {
  const { kind, staff, hall } = reading;
  const id: EntryId = base?.id ?? placeholderOf(kind);
  if (kindOf(id) !== kind) return [];
  const { entries, faults } = entriesOfRow(kind, fields, { id, base }, reading);
  // A cell that could not be read is missing afterwards: it is told once.
  const told = new Set(known.map(({ column }) => column));
  const found = faults.filter(({ column }) => !told.has(column));
  const entry = entries?.[0];
  const others = [entry, base].flatMap((each) =>
    each === undefined || each === null ? [] : [departmentOf(each)],
  );
  const its = others.find((each) => !mayActOn(staff, 'content.edit', each));
  if (its === undefined || its === null) return found;
  const name = hall.departments.find((each) => each.id === its)?.name ?? its;
  return [
    ...found,
    { column: '本乡科室', stands: name, say: '您只能导入自己科室的内容。请删掉这一行，交给那个科室。' },
  ];
}

/** Two rows that are the same, or that speak of one entry: the second would silently undo the first. */
function twiceIn(
  kind: ListKind,
  { fields, here, n }: { readonly fields: Fields; readonly here: string | null; readonly n: number },
  seen: Map<string, number>,
): CellFault[] {
  const key = keyOf(kind, fields);
  const [same, one] = [seen.get(key), here === null ? undefined : seen.get(here)];
  for (const each of [key, here]) if (each !== null && !seen.has(each)) seen.set(each, n);
  if (same !== undefined) {
    const alike = kind === 'item' ? '名称、文号、成文日期都一样' : '事项名称一样';
    return [twice(kind, fields, `和第 ${same} 行重复（${alike}）。请删掉一行。`)];
  }
  if (one === undefined) return [];
  const alike = kind === 'item' ? '索引号相同，或者名称、文号、成文日期相同' : '名称相同';
  return [twice(kind, fields, `和第 ${one} 行说的是同一条（${alike}）。请删掉一行，或者改正写错的那一行。`)];
}

const twice = (kind: ListKind, fields: Fields, say: string): CellFault => ({
  column: kind === 'item' ? '信息名称' : '事项名称',
  stands: String(fields.title ?? fields.officialName ?? ''),
  say,
});
