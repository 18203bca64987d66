import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { root } from '../../src/server/setup/root.mjs';
import { launchPersistent, type Screen } from '../setup/browser.ts';
import { type Credentials, freePort, type Hall, importContent, startHall } from '../setup/server.ts';
import { contentFiles, FULL, writeFiles } from './data.ts';
import { type PlainHome, plainFiles, plainHome, waitForHome } from './home.ts';

/**
 * A hall with the full data, and a screen's profile that holds all of it. Made once a run: the data goes through the real
 * import, the profile through a real first pull. The build is as `npm run build` makes it, but for the plain page that its
 * service worker keeps beside the app, for comparison.
 */
export interface Stage {
  readonly url: string;
  readonly hall: Hall;
  readonly dist: string;
  readonly credentials: readonly Credentials[];
  readonly home: PlainHome;
  /** How long the parts took, in seconds: import, first pull. */
  readonly seconds: { readonly import: number; readonly pull: number };
  /** The screen, on the profile that holds everything. One at a time. */
  open(): Promise<Screen>;
  close(): Promise<void>;
}

const PULL_LIMIT_MS = 600_000;
const pwd = (name: string): string => join(root, name);

export async function makeStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const dist = pwd(`.dist-bench-${process.pid}`);
  const dataDir = join(folder, 'data');
  const profile = join(folder, 'profile');
  const clear = (): void => {
    for (const each of [folder, dist]) rmSync(each, { recursive: true, force: true });
  };
  try {
    const importing = await seconds(() => fill(dataDir, join(folder, 'content')));
    const port = await freePort();
    const first = await startHall({ dataDir, port });
    const { home, pulling } = await firstVisit(first, profile);
    await first.stop();
    await buildWith(home, dist, join(folder, 'public'));
    const hall = await startHall({ dataDir, port, dist });
    const stage: Stage = {
      url: hall.url,
      hall,
      dist,
      credentials: first.credentials,
      home,
      seconds: { import: importing, pull: pulling },
      open: () => launchPersistent({ profile }),
      async close() {
        await hall.stop();
        clear();
      },
    };
    await settleShell(stage);
    return stage;
  } catch (error) {
    clear();
    throw error;
  }
}

async function fill(dataDir: string, folder: string): Promise<void> {
  writeFiles(folder, contentFiles(FULL));
  await importContent(dataDir, pwd('dist/server/demo-hall'));
  await importContent(dataDir, folder);
}

/** Before there is a service worker: that of the comparing build is to be the first that this profile sees. */
async function firstVisit(hall: Hall, profile: string): Promise<{ home: PlainHome; pulling: number }> {
  mkdirSync(profile);
  const screen = await launchPersistent({ profile });
  try {
    const { page } = screen;
    await page.addInitScript(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    });
    const pulling = await seconds(async () => {
      await page.goto(hall.url);
      await waitForHome(page, PULL_LIMIT_MS);
    });
    return { home: await plainHome(page), pulling };
  } finally {
    await screen.close();
  }
}

async function buildWith(home: PlainHome, dist: string, publicDir: string): Promise<void> {
  cpSync(pwd('public'), publicDir, { recursive: true });
  for (const [name, text] of plainFiles(home)) writeFileSync(join(publicDir, name), text);
  process.env.NODE_ENV = 'production';
  await build({
    root,
    mode: 'visitor',
    logLevel: 'error',
    configFile: pwd('vite.config.ts'),
    publicDir,
    build: { outDir: join(dist, 'client') },
  });
  cpSync(pwd('dist/server'), join(dist, 'server'), { recursive: true });
}

async function settleShell(stage: Stage): Promise<void> {
  const screen = await stage.open();
  try {
    await screen.page.goto(stage.url);
    await waitForHome(screen.page, PULL_LIMIT_MS);
    await waitForShell(screen.page);
  } finally {
    await screen.close();
  }
}

const waitForShell = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
