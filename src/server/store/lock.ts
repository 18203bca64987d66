import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** One server to a data folder. The lock names a process; one that is dead, or is another that got the same number, holds nothing. */

/** A server that was told to stop is waited for: `npm run dev` starts the next while the last one closes. */
const PATIENCE_MS = 4_000;
const STEP_MS = 100;

/** Returns how to let go, or null while another server runs. */
export async function takeLock(file: string): Promise<(() => void) | null> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let waited = 0; ; waited += STEP_MS) {
    if (write(file)) return () => letGo(file);
    if (!isHeld(file)) rmSync(file, { force: true });
    else if (waited >= PATIENCE_MS) return null;
    else await pause(STEP_MS);
  }
}

function write(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${birthOf(process.pid)}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function letGo(file: string): void {
  if (readOr(file).startsWith(`${process.pid} `)) rmSync(file, { force: true });
}

function isHeld(file: string): boolean {
  const [pid = '', birth = ''] = readOr(file).trim().split(' ');
  if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return birth === birthOf(Number(pid));
}

/** When the process began, in the kernel's ticks: after a restart of the machine another process has the old number. */
function birthOf(pid: number): string {
  const stat = readOr(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
