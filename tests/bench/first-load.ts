import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchPersistent } from '../setup/browser.ts';
import { brotliBytes } from './bytes.ts';
import { BEGUN_HOME, waitForHome, watchHome } from './home.ts';
import { print } from './report.ts';
import type { Stage } from './stage.ts';

/**
 * 1. What must come over the line before home is painted, when nothing is cached: JavaScript and CSS, as small as brotli makes
 * them. Taken from a real load, not from a list: a file counts when the page asked for it before the frame that shows home.
 */
export async function firstLoad(stage: Stage): Promise<void> {
  const plain = (await brotliBytes(stage.home.html)) + (await brotliBytes(stage.home.css));
  const limit = { name: 'the same page as plain HTML and CSS', values: [plain / 1000] };
  const held = await heldHome(stage);
  print({
    name: 'first-load.home',
    values: [await kilobytes(stage, held)],
    unit: 'kB',
    limit,
    goal: { of: 'value', is: '≤', bound: 40 },
    notes: await listOf(stage, held),
  });
  const scripts = held.filter((path) => path.endsWith('.js'));
  print({
    name: 'first-load.home-js',
    values: [await kilobytes(stage, scripts)],
    unit: 'kB',
    limit,
    goal: { of: 'value', is: '≤', bound: 25 },
  });
  const fresh = await firstVisit(stage);
  const later = fresh.filter((path) => !held.includes(path));
  print({
    name: 'first-load.with-first-pull',
    values: [await kilobytes(stage, fresh)],
    unit: 'kB',
    limit,
    notes: [
      'on a machine that never was here, home waits for content, hence for:',
      ...(await listOf(stage, later)),
    ],
  });
}

/** Content is there already, so home needs nothing but itself. */
async function heldHome(stage: Stage): Promise<string[]> {
  const screen = await stage.open();
  try {
    const asked = await askedFiles(screen.page);
    await watchHome(screen.page, BEGUN_HOME);
    await screen.page.goto(stage.url, { waitUntil: 'commit' });
    return asked(
      await screen.page.evaluate(async () => (await globalThis.homePainted).frameMs + performance.timeOrigin),
    );
  } finally {
    await screen.close();
  }
}

async function firstVisit(stage: Stage): Promise<string[]> {
  const screen = await launchPersistent();
  try {
    const asked = await askedFiles(screen.page);
    await screen.page.goto(stage.url);
    await waitForHome(screen.page, 600_000);
    return asked(Date.now());
  } finally {
    await screen.close();
  }
}

/** Scripts and styles that the page asked for until a moment; no service worker and no cache stands between. */
async function askedFiles(page: Page): Promise<(untilMs: number) => string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setBypassServiceWorker', { bypass: true });
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked: { path: string; atMs: number }[] = [];
  devtools.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    const path = new URL(request.url).pathname;
    if (/\.(js|css)$/.test(path)) asked.push({ path, atMs: wallTime * 1000 });
  });
  return (untilMs) => [...new Set(asked.filter(({ atMs }) => atMs <= untilMs).map(({ path }) => path))];
}

const fileOf = (stage: Stage, path: string): Buffer => {
  const file = join(stage.dist, 'client', path);
  return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
};

async function kilobytes(stage: Stage, paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => brotliBytes(fileOf(stage, path))));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

const listOf = (stage: Stage, paths: readonly string[]): Promise<string[]> =>
  Promise.all(
    paths.map(async (path) => `${path} ${((await brotliBytes(fileOf(stage, path))) / 1000).toFixed(2)} kB`),
  );
