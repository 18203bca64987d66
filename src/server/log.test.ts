import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../contract/routes.ts';
import { makeApp } from './app.ts';
import { openLog } from './log.ts';
import { openTestHall } from './test-hall.ts';

const DAY_MS = 86_400_000;
let dataDir: string;
let now: number;
const clock = () => now;
const folder = () => join(dataDir, 'log');
const linesOf = (on: string): { msg?: string; dropped?: number }[] =>
  readFileSync(join(folder(), `${on}.log`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bianminping-log-'));
  now = Date.parse('2026-11-24T02:00:00.000Z');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('each day of the hall has its file, for its owner only', () => {
  const log = openLog(dataDir, clock);
  now = Date.parse('2026-11-24T15:59:59.000Z');
  log.info({}, 'before midnight at the hall');
  now += 2_000;
  log.info({}, 'after midnight at the hall');
  log.close();
  expect(linesOf('2026-11-24').map((line) => line.msg)).toEqual(['before midnight at the hall']);
  expect(linesOf('2026-11-25').map((line) => line.msg)).toEqual(['after midnight at the hall']);
  expect(statSync(join(folder(), '2026-11-25.log')).mode & 0o077).toBe(0);
});

test('a start goes on in the file of the day', () => {
  for (const message of ['first', 'second']) {
    const log = openLog(dataDir, clock);
    log.info({}, message);
    log.close();
  }
  expect(linesOf('2026-11-24').map((line) => line.msg)).toEqual(['first', 'second']);
});

test('180 days are kept, and nothing that is not a log is removed', () => {
  mkdirSync(folder());
  for (const name of ['2026-05-27.log', '2026-05-28.log', '2026-11-23.log', 'notes.txt'])
    writeFileSync(join(folder(), name), '');
  const log = openLog(dataDir, clock);
  log.info({}, 'a new day');
  log.close();
  expect(readdirSync(folder()).sort()).toEqual([
    '2026-05-28.log',
    '2026-11-23.log',
    '2026-11-24.log',
    'notes.txt',
  ]);
});

test('on a full disk every request is answered as ever; the next day says how many lines are missing', async () => {
  mkdirSync(folder());
  // Linux's own full disk: every write fails with ENOSPC.
  symlinkSync('/dev/full', join(folder(), '2026-11-24.log'));
  const log = openLog(dataDir, clock);
  const hall = await openTestHall();
  const app = makeApp({ ...hall.deps, log });
  for (const [path, status] of [
    [routes.head, 200],
    ['/api/content/change/0/1', 200],
    ['/api/nothing', 404],
  ] as const) {
    expect((await app.request(path)).status).toBe(status);
  }
  now += DAY_MS;
  log.info({}, 'there is room again');
  log.close();
  expect(linesOf('2026-11-25')).toMatchObject([{ dropped: 3 }, { msg: 'there is room again' }]);
  await hall.close();
});

test('without a folder to write in, too', () => {
  writeFileSync(folder(), 'a file where the folder should be');
  const log = openLog(dataDir, clock);
  expect(() => log.warn({}, 'nowhere')).not.toThrow();
});
