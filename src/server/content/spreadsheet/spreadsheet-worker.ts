import { parentPort, workerData } from 'node:worker_threads';
import type { ListKind, SpreadsheetFault } from '../../../contract/batch.ts';
import type { Hall } from '../../../contract/hall.ts';
import { type BookSheet, bytesOfBook } from './book.ts';
import { openFile } from './open-file.ts';
import { type Fallback, type List, type ListRow, readList } from './read-list.ts';
import { shortName, speller } from './short-name.ts';

/** A thread of its own for what takes long or may be hostile: reading a spreadsheet, and writing one. It is told one job and ends. */

export type Job =
  | {
      readonly job: 'read';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly kind: ListKind;
      readonly hall: Hall;
      readonly fallback: Fallback;
    }
  | { readonly job: 'write' };

/** A row with the short name that would suit it. */
export interface NamedRow extends ListRow {
  readonly name: string;
}

/** Rows come in parts, so that nobody has to take in thousands at once. */
export type Said =
  | { readonly is: 'fault'; readonly fault: SpreadsheetFault | readonly string[] }
  | { readonly is: 'head'; readonly head: Omit<List, 'rows'> & { readonly count: number } }
  | { readonly is: 'rows'; readonly rows: readonly NamedRow[] }
  | { readonly is: 'end' }
  | { readonly is: 'bytes'; readonly bytes: Uint8Array };

/** What the writer is told: sheets, then rows of the last of them, then the end. */
export type Told =
  | { readonly is: 'sheet'; readonly sheet: Omit<BookSheet, 'rows'> }
  | { readonly is: 'rows'; readonly rows: BookSheet['rows'] }
  | { readonly is: 'end' };

const PART = 200;
const say = (it: Said): void => parentPort?.postMessage(it);

const job = workerData as Job;
if (job.job === 'read') await read(job);
else write();

async function read({ bytes, fileName, kind, hall, fallback }: Extract<Job, { job: 'read' }>): Promise<void> {
  const sheets = await openFile(bytes, fileName);
  if (!sheets.ok) return say({ is: 'fault', fault: sheets.problem });
  const list = readList(sheets.value, kind, hall, fallback);
  if (!list.ok) return say({ is: 'fault', fault: list.problem });
  const { rows, ...head } = list.value;
  say({ is: 'head', head: { ...head, count: rows.length } });
  const spell = await speller();
  const named = rows.map((row): NamedRow => {
    const title = String(row.fields.title ?? row.fields.officialName ?? '');
    const year = typeof row.fields.formedOn === 'string' ? row.fields.formedOn.slice(0, 4) : null;
    return { ...row, name: shortName(title, year, spell) };
  });
  for (let at = 0; at < named.length; at += PART) say({ is: 'rows', rows: named.slice(at, at + PART) });
  say({ is: 'end' });
}

function write(): void {
  const sheets: { -readonly [K in keyof BookSheet]: BookSheet[K] }[] = [];
  parentPort?.on('message', async (told: Told) => {
    if (told.is === 'sheet') sheets.push({ ...told.sheet, rows: [] });
    const last = sheets.at(-1);
    if (told.is === 'rows' && last !== undefined) last.rows = [...last.rows, ...told.rows];
    if (told.is !== 'end') return;
    say({ is: 'bytes', bytes: await bytesOfBook(sheets) });
    parentPort?.close();
  });
}
