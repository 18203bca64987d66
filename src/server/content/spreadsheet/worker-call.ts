import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SpreadsheetFault } from '../../../contract/batch.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { BookSheet } from './book.ts';
import type { Job, NamedRow, Said, Told } from './spreadsheet-worker.ts';

/** Calls of the spreadsheet worker. Whatever a file does to it, it is ended in time and the server goes on. */

const LONGEST_MS = 30_000;
const HEAP_MB = 768;
/** More at once would take all cores from the screens. */
const MOST_AT_ONCE = 2;

export type ReadHead = Extract<Said, { is: 'head' }>['head'];
export interface ReadList {
  readonly head: ReadHead;
  readonly rows: readonly NamedRow[];
}
export type ReadFault = SpreadsheetFault | readonly string[];

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function readInWorker(job: Extract<Job, { job: 'read' }>): Promise<Result<ReadList, ReadFault>> {
  return inTurn(() => {
    let head: ReadHead | null = null;
    const rows: NamedRow[] = [];
    return run(job, (said, done) => {
      if (said.is === 'fault') done(fail(said.fault));
      if (said.is === 'head') head = said.head;
      if (said.is === 'rows') rows.push(...said.rows);
      if (said.is === 'end') done(head === null ? fail('broken') : ok({ head, rows }));
    });
  });
}

/** Sheets whose rows are made while they are asked for: an export never lies in memory as cells of this thread. */
export interface GrowingSheet extends Omit<BookSheet, 'rows'> {
  readonly parts: AsyncIterable<BookSheet['rows']> | Iterable<BookSheet['rows']>;
}

export async function writeInWorker(sheets: readonly GrowingSheet[]): Promise<Uint8Array> {
  const written = await inTurn(() => {
    const tell = async (worker: Worker): Promise<void> => {
      const say = (told: Told): void => worker.postMessage(told);
      for (const { parts, ...sheet } of sheets) {
        say({ is: 'sheet', sheet });
        for await (const rows of parts) {
          say({ is: 'rows', rows });
          await setImmediate();
        }
      }
      say({ is: 'end' });
    };
    return run<Result<Uint8Array, ReadFault>>(
      { job: 'write' },
      (said, done) => {
        if (said.is === 'bytes') done(ok(said.bytes));
      },
      tell,
    );
  });
  if (!written.ok) throw new Error(`spreadsheet was not written: ${String(written.problem)}`);
  return written.value;
}

function run<R extends Result<unknown, ReadFault>>(
  job: Job,
  hear: (said: Said, done: (result: R) => void) => void,
  tell?: (worker: Worker) => Promise<void>,
): Promise<R> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(...workerFile(job));
    let isDone = false;
    const done = (result: R): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => done(fail<ReadFault>('too-slow') as R), LONGEST_MS);
    worker.on('message', (said: Said) => hear(said, done));
    // Out of memory, or a reader that fell over: the file is at fault, not the server.
    worker.on('error', () => done(fail<ReadFault>('broken') as R));
    worker.on('exit', () => done(fail<ReadFault>('broken') as R));
    tell?.(worker).catch((error) => {
      done(fail<ReadFault>('broken') as R);
      reject(error);
    });
  });
}

/** Beside the built server it is JavaScript; in tests and development it is this folder's own source, which a thread reads through tsx. */
function workerFile(job: Job): ConstructorParameters<typeof Worker> {
  const options = { workerData: job, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } };
  if (!import.meta.url.endsWith('.ts')) return [new URL('./spreadsheet-worker.js', import.meta.url), options];
  const source = JSON.stringify(new URL('./spreadsheet-worker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return [code, { ...options, eval: true }];
}
