import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Page } from 'playwright';
import { routes } from '../../src/contract/routes.ts';
import { importContent } from '../setup/server.ts';
import { brotliBytes } from './bytes.ts';
import { FULL, itemFile, writeFiles } from './data.ts';
import { type Desk, logIn } from './desk.ts';
import { stayAwake } from './home.ts';
import { type Goal, median, print, type Sample } from './report.ts';
import type { Stage } from './stage.ts';

/**
 * 4. A connected screen pulls what changed: bytes on the line, and the time from publication to the new words on the screen.
 * Each size has three states of the same entries, A, B and C; the desk rolls back from one to the next, so that every step
 * is a publication of which the screen holds nothing. The catalogue is open; its newest item is among what changes.
 */
const SIZES = [1, 100, 1_000] as const;
const RUNS = 6;
const ALLOWANCE = 1_000;
const GOAL_MS = 1_000;

export async function pull(stage: Stage): Promise<void> {
  const desk = await logIn(stage.url, stage.credentials, 'shenhe');
  const whole = wholeFile(stage);
  const screen = await stage.open();
  try {
    const { page } = screen;
    await page.goto(`${stage.url}/catalogue?category=all`);
    await stayAwake(page);
    const line = await listenToLine(page);
    await shows(page, 0);
    for (const size of SIZES) await pullOf(size, { stage, desk, page, line, whole: await whole });
  } finally {
    await screen.close();
  }
}

interface Scene {
  readonly stage: Stage;
  readonly desk: Desk;
  readonly page: Page;
  readonly line: Line;
  readonly whole: number;
}

async function pullOf(size: number, scene: Scene): Promise<void> {
  const { stage, desk, page, line } = scene;
  const base = await desk.currentNumber();
  const changed = [...changedItems(size)];
  const states = [{ number: base, version: 0 }];
  for (const version of [1, 2]) {
    const number = await publishVersion(stage, changed, version, desk);
    await shows(page, version);
    states.push({ number, version });
  }
  const steps: Step[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { number, version } = states[run % states.length] ?? states[0]!;
    await line.settled();
    line.forget();
    const isShown = shows(page, version);
    const startedAt = performance.now();
    const published = await desk.rollBack(number);
    const publishedAt = performance.now();
    await isShown;
    const shownAt = performance.now();
    await line.settled();
    steps.push({
      ...line.read(),
      publishMs: publishedAt - startedAt,
      totalMs: shownAt - startedAt,
      changedBytes: await brotliBytes(changedText(stage, published)),
    });
  }
  if (states.at((RUNS - 1) % states.length)?.version !== 0) await desk.rollBack(base);
  await shows(page, 0);
  tell(size, steps, scene.whole);
}

interface Step {
  readonly wireBytes: number;
  readonly bodyBytes: number;
  readonly requests: number;
  readonly publishMs: number;
  readonly totalMs: number;
  readonly changedBytes: number;
}

function tell(size: number, steps: readonly Step[], whole: number): void {
  const of = (name: string, read: (step: Step) => number): Sample => ({ name, values: steps.map(read) });
  const limit = of(
    'brotli of what changed, in one stream, and 1 kB',
    (step) => step.changedBytes + ALLOWANCE,
  );
  const bound = Math.round(1.15 * median(steps.map((step) => step.changedBytes)) + ALLOWANCE);
  const goal: Goal = { of: 'value', is: '≤', bound };
  print({
    ...of(`pull.${size}.bodies`, (step) => step.bodyBytes),
    unit: 'B',
    limit,
    peers: [{ name: 'the whole content as one brotli file', values: [whole] }],
    goal,
  });
  print({
    ...of(`pull.${size}.wire`, (step) => step.wireBytes),
    unit: 'B',
    limit,
    goal,
    notes: [`with the heads of ${steps[0]?.requests} answers of HTTP/1.1`],
  });
  print({
    ...of(`publish-to-visible.${size}`, (step) => step.totalMs),
    unit: 'ms',
    limit: of('the publication itself, until it is acknowledged', (step) => step.publishMs),
    goal: { of: 'value', is: '≤', bound: GOAL_MS },
  });
}

const NEWEST_OF = 700;

/** The item that heads the catalogue, and others at even distances. */
function* changedItems(size: number): Iterable<number> {
  const newest = newestItem();
  yield newest;
  const step = Math.floor(FULL.items / size);
  for (let at = step - 1, left = size - 1; left > 0; at += step, left -= 1) yield at === newest ? at - 1 : at;
}

/** Newest first, then by name: as the catalogue has it. */
function newestItem(): number {
  const days = Array.from(
    { length: NEWEST_OF },
    (_, at) => /formedOn: "([^"]+)"/.exec(itemFile(at).text)?.[1] ?? '',
  );
  return days.reduce((best, day, at) => (day > (days[best] ?? '') ? at : best), 0);
}

/** Words of the version in the first row of the catalogue. */
const shows = (page: Page, version: number): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const first = [...document.querySelectorAll('main')].map((each) => each.textContent ?? '').join('');
    const found = /（第(\d)次修订）/.exec(first);
    return first.length > 200 && Number(found?.[1] ?? 0) === wanted;
  }, version);

async function publishVersion(
  stage: Stage,
  changed: readonly number[],
  version: number,
  desk: Desk,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-version-'));
  try {
    writeFiles(
      folder,
      changed.map((at) => itemFile(at, version)),
    );
    // The measurement before went back to the first version, at the desk.
    await importContent(stage.hall.dataDir, folder, ['--replace-desk']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return desk.currentNumber();
}

/** Canonical objects that a publication changed, as one text. */
function changedText(stage: Stage, number: number): string {
  const db = new SQLite(join(stage.hall.dataDir, 'hall.sqlite'), { readonly: true });
  const bodies = db
    .prepare(
      'select body from snapshot_change join object using (digest) where number = ? order by object_id',
    )
    .pluck()
    .all(number);
  db.close();
  return bodies.join('\n');
}

async function wholeFile(stage: Stage): Promise<number> {
  const db = new SQLite(join(stage.hall.dataDir, 'hall.sqlite'), { readonly: true });
  const bodies = db.prepare('select body from object').pluck().all();
  db.close();
  return brotliBytes(bodies.join('\n'), 9);
}

interface Line {
  readonly forget: () => void;
  readonly read: () => { readonly wireBytes: number; readonly bodyBytes: number; readonly requests: number };
  /** Until everything asked for has come. */
  readonly settled: () => Promise<void>;
}

/** Requests under /api/content only: the event stream and the rest belong to no pull. */
async function listenToLine(page: Page): Promise<Line> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  // What comes round again in this benchmark would be new in a hall.
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const open = new Set<string>();
  const waiting: (() => void)[] = [];
  let [wireBytes, bodyBytes, requests] = [0, 0, 0];
  const ended = (id: string, bytes: number): void => {
    if (!open.delete(id)) return;
    wireBytes += bytes;
    if (open.size === 0) for (const each of waiting.splice(0)) each();
  };
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!new URL(request.url).pathname.startsWith(routes.head.replace(/head$/, ''))) return;
    open.add(requestId);
    requests += 1;
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (open.has(requestId)) bodyBytes += encodedDataLength;
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    ended(requestId, encodedDataLength),
  );
  devtools.on('Network.loadingFailed', ({ requestId }) => ended(requestId, 0));
  return {
    forget: () => {
      [wireBytes, bodyBytes, requests] = [0, 0, 0];
    },
    read: () => ({ wireBytes, bodyBytes, requests }),
    settled: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
