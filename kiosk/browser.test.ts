import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepRunning, nextPause } from './browser.mjs';

test('a browser that keeps failing is started ever more slowly, one that was well at once', () => {
  const pauses: number[] = [];
  for (let i = 0; i < 8; i += 1) pauses.push(nextPause(500, pauses.at(-1) ?? 0));
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(nextPause(3_600_000, 30_000)).toBe(1000);
});

test('it comes back after it died, and goes with all it started when asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-'));
  const logFile = join(folder, 'log');
  const ending = new AbortController();
  let starts = 0;
  const ended: number[] = [];
  await keepRunning({
    // The first life ends by itself; the second would last, with a child of its own in the same group.
    command: ['sh', '-c', `[ -e ${folder}/lived ] && { sleep 600 & echo $!; wait; }; touch ${folder}/lived`],
    logFile,
    signal: ending.signal,
    beforeStart() {
      starts += 1;
      if (starts === 2) void whenWritten(logFile).then(() => ending.abort());
    },
    onEnd: ({ pauseMs }) => ended.push(pauseMs),
  });
  expect(starts).toBe(2);
  expect(ended).toEqual([1000]);
  const child = Number(readFileSync(logFile, 'utf8'));
  await expect.poll(() => isAlive(child)).toBe(false);
  rmSync(folder, { recursive: true });
});

async function whenWritten(file: string): Promise<void> {
  await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 5000 }).toMatch(/\d+\n/);
}

/** A process that has ended and waits to be collected is as good as gone. */
function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
