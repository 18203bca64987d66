import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Batch } from '../../src/contract/batch.ts';
import { routes } from '../../src/contract/routes.ts';
import { bytesOfBook } from '../../src/server/content/spreadsheet/book.ts';
import { openFile } from '../../src/server/content/spreadsheet/open-file.ts';
import { startHall } from '../setup/server.ts';
import { type Desk, logIn } from './desk.ts';
import { print } from './report.ts';

/**
 * 15. An old catalogue of 5,000 rows in one spreadsheet: from the file to its report, and from the report to drafts. Limit of the
 * first: the same file unfolded and read by the same library, and nothing judged. Of the second: the same texts as rows of one table,
 * in transactions of as many, as durable.
 */
const RUNS = 5;
const ROWS = 5_000;
/** As `batch-job.ts` writes them. */
const PART = 20;
const AGAIN_MS = 50;

interface Times {
  readonly read: number[];
  readonly write: number[];
}

export async function bring(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bring-'));
  const hall = await startHall({ dataDir: join(folder, 'data') });
  const bare = bareTable(join(folder, 'bare.sqlite'));
  try {
    const desk = await logIn(hall.url, hall.credentials, 'bianji');
    const [ours, limit]: [Times, Times] = [
      { read: [], write: [] },
      { read: [], write: [] },
    ];
    // The first warms both up.
    for (let run = 0; run <= RUNS; run += 1) {
      const rows = rowsOf(run);
      const bytes = await bytesOfBook([{ name: '目录', widths: [], frozen: 0, rows: [HEAD, ...rows] }]);
      const [one, other] = [await brought(desk, bytes), await barely(bare, bytes, rows)];
      if (run === 0) continue;
      for (const what of ['read', 'write'] as const) {
        ours[what].push(one[what]);
        limit[what].push(other[what]);
      }
    }
    const notes = [`${ROWS} rows a run; undone after each`];
    const reading = { name: 'the same file read and not judged', values: limit.read };
    print({ name: 'bring.report', values: ours.read, unit: 'ms', limit: reading, notes });
    const writing = { name: `bare better-sqlite3, ${PART} a transaction`, values: limit.write };
    print({ name: 'bring.drafts', values: ours.write, unit: 'ms', limit: writing, notes });
  } finally {
    bare.close();
    await hall.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEAD = ['信息名称', '成文日期', '本乡科室', '信息分类', '正文'];
const WORDS = '为做好春耕备耕工作，各村要抓紧检修农机具，落实种子、化肥和农药，按时完成面积核实和补贴申报。';

const rowsOf = (run: number): readonly (readonly string[])[] =>
  Array.from({ length: ROWS }, (_, at) => [
    `第 ${run} 批老档案第 ${at + 1} 号通知`,
    `2013-${String((at % 12) + 1).padStart(2, '0')}-11`,
    '党政办公室',
    '工作信息',
    WORDS.repeat(4),
  ]);

interface Brought {
  readonly read: number;
  readonly write: number;
}

async function brought(desk: Desk, bytes: Uint8Array): Promise<Brought> {
  const query = new URLSearchParams({ kind: 'item', name: '老目录.xlsx' });
  const [batch, read] = await timed(() => desk.ask<Batch>(`${routes.staff.batches}?${query}`, bytes));
  if (batch.verdicts.new !== ROWS) throw new Error(`a report of ${JSON.stringify(batch.verdicts)}`);
  const [, write] = await timed(() =>
    carriedOut(desk, batch, routes.staff.batchStart(batch.id), { whenHere: 'skip' }),
  );
  await carriedOut(desk, batch, routes.staff.batchUndo(batch.id), {});
  return { read, write };
}

async function carriedOut(desk: Desk, { id }: Batch, path: string, body: object): Promise<void> {
  let batch = await desk.ask<Batch>(path, body);
  while (batch.state === 'importing' || batch.state === 'undoing') {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    batch = await desk.ask<Batch>(routes.staff.batch(id));
  }
}

function bareTable(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table draft (id text primary key, body text not null)');
  return db;
}

async function barely(
  db: Database.Database,
  bytes: Uint8Array,
  rows: readonly (readonly string[])[],
): Promise<Brought> {
  const [, read] = await timed(() => openFile(bytes, '老目录.xlsx'));
  const insert = db.prepare('insert into draft values (?, ?)');
  const part = db.transaction((some: readonly (readonly string[])[]) => {
    for (const row of some) insert.run(row[0], JSON.stringify(row));
  });
  const [, write] = await timed(async () => {
    for (let at = 0; at < rows.length; at += PART) part(rows.slice(at, at + PART));
  });
  db.exec('delete from draft');
  return { read, write };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now();
  const done = await work();
  return [done, performance.now() - startedAt];
}
