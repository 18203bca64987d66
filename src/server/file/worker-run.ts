import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileFault } from '../../contract/file.ts';
import type { Job, Told } from './prepare/prepare-file.ts';

/**
 * Runs a preparation in a process of its own, with bounds on time and memory. Whatever the file does there, one `ready` or `refused`
 * comes out at the end.
 */

export interface Bounds {
  readonly ms: number;
  /** Bytes that are resident. */
  readonly memory: number;
}
const BOUNDS: Bounds = { ms: 10 * 60_000, memory: 1_500_000_000 };
const LOOK_MS = 500;
const PAGE_OF_MEMORY = 4_096;

type Why = 'by-us' | 'too-long' | 'bomb';

export interface Running {
  readonly stop: () => void;
  /** After everything told was taken. Null: it was stopped. */
  readonly ended: Promise<null | 'told'>;
}

export function runWorker(
  job: Omit<Job, 'folder'>,
  take: (told: Told) => Promise<void>,
  bounds = BOUNDS,
): Running {
  const its: { stopped?: Why; child?: ChildProcess } = {};
  const stop = (why: Why): void => {
    its.stopped ??= why;
    if (its.child !== undefined) killAll(its.child);
  };
  const work = async (): Promise<null | 'told'> => {
    const folder = await mkdtemp(join(tmpdir(), 'bianminping-file-'));
    try {
      if (isByUs(its)) return null;
      its.child = start();
      const end = await talk(its.child, { ...job, folder }, { take, stop, bounds });
      if (isByUs(its)) return null;
      if (end !== 'told') await take({ tell: 'refused', fault: faultOf(its.stopped) });
      return 'told';
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  return { stop: () => stop('by-us'), ended: work() };
}

const isByUs = ({ stopped }: { stopped?: Why }): boolean => stopped === 'by-us';
const faultOf = (why: Why | undefined): FileFault => (why === undefined || why === 'by-us' ? 'broken' : why);

function start(): ChildProcess {
  const own = fileURLToPath(import.meta.url);
  const isSource = own.endsWith('.ts');
  const worker = fileURLToPath(new URL(`prepare-worker.${isSource ? 'ts' : 'js'}`, import.meta.url));
  return fork(worker, {
    // A group of its own, so that what it starts goes with it.
    detached: true,
    serialization: 'advanced',
    execArgv: [...(isSource ? ['--import', 'tsx'] : []), '--max-old-space-size=512'],
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

interface Talk {
  readonly take: (told: Told) => Promise<void>;
  readonly stop: (why: 'too-long' | 'bomb') => void;
  readonly bounds: Bounds;
}

/** Until it is gone and all that it told is taken: `told` when its last word was among it. */
function talk(child: ChildProcess, job: Job, { take, stop, bounds }: Talk): Promise<'told' | 'gone'> {
  return new Promise((resolve, reject) => {
    let taken: Promise<void> = Promise.resolve();
    let isTold = false;
    const late = setTimeout(() => stop('too-long'), bounds.ms);
    const look = setInterval(() => {
      if (memoryOf(child) > bounds.memory) stop('bomb');
    }, LOOK_MS);
    child.on('message', (told: Told) => {
      isTold ||= told.tell === 'ready' || told.tell === 'refused';
      taken = taken.then(() => take(told));
      // Said at the end; here only so that it counts as heard.
      taken.catch(() => killAll(child));
    });
    const end = (): void => {
      clearTimeout(late);
      clearInterval(look);
      killAll(child);
      taken.then(() => resolve(isTold ? 'told' : 'gone'), reject);
    };
    child.once('error', end);
    child.once('close', end);
    child.send(job, () => undefined);
  });
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}

/** Resident memory where the system tells of it; what the worker starts has bounds of its own. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_OF_MEMORY;
  } catch {
    return 0;
  }
}
