import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { addDays, dayAtHall } from '../contract/day.ts';
import type { Deps, Log } from './deps.ts';

/**
 * One JSON object a line, a file a day (of the hall) in the data folder; what needs a person also goes to the terminal. Files are
 * kept for 180 days: 网络安全法 asks for six months of network logs. Promise: a log that cannot be written (a full disk) never
 * breaks what it tells of; lines are dropped, and the next that can be written says how many.
 */

const KEPT_DAYS = 180;
/** Who floods the server shall not fill the disk with it. */
const MOST_BYTES_A_DAY = 50_000_000;
const NAME = /^(\d{4}-\d{2}-\d{2})\.log$/;

export function openLog(dataDir: string, clock: Deps['clock']): Log & { readonly close: () => void } {
  const file = dailyFile(join(dataDir, 'log'), clock);
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.multistream([
      { level: 'info', stream: file },
      { level: 'error', stream: { write: (line: string) => void tried(() => writeSync(2, line)) } },
    ]),
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    close: file.close,
  };
}

interface DailyFile {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

function dailyFile(folder: string, clock: Deps['clock']): DailyFile {
  let today: { readonly on: string; readonly fd: number | undefined; bytes: number } | null = null;
  let dropped = 0;
  const close = (): void => {
    const fd = today?.fd;
    if (fd !== undefined) tried(() => closeSync(fd));
    today = null;
  };
  const turn = (on: string): void => {
    close();
    tried(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
    today = { on, fd: tried(() => openSync(join(folder, `${on}.log`), 'a', 0o600)), bytes: 0 };
    removeOld(folder, clock());
  };
  const put = (line: string): boolean => {
    if (today?.fd === undefined || today.bytes > MOST_BYTES_A_DAY) return false;
    const { fd } = today;
    today.bytes += line.length;
    return tried(() => writeSync(fd, line)) !== undefined;
  };
  return {
    write(line) {
      const on = dayAtHall(clock());
      // A file that could not be opened is tried again: the folder may be back.
      if (today?.on !== on || today.fd === undefined) turn(on);
      if (dropped > 0 && put(`${JSON.stringify({ level: 40, time: new Date(clock()), dropped })}\n`))
        dropped = 0;
      if (!put(line)) dropped += 1;
    },
    close,
  };
}

function removeOld(folder: string, nowMs: number): void {
  const oldest = addDays(dayAtHall(nowMs), -KEPT_DAYS);
  for (const name of tried(() => readdirSync(folder)) ?? []) {
    const on = NAME.exec(name)?.[1];
    if (on !== undefined && on < oldest) tried(() => rmSync(join(folder, name)));
  }
}

/** undefined when the system would not. */
function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
