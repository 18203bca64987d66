import { existsSync, readlinkSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_ARGS, chromiumPath } from './chromium.ts';

/** The three faces of the visitor's app: the hall's screen, a screen laid on its side, a phone. */
export const VIEWPORTS = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

/**
 * A Chromium with a profile on disk, as a hall's screen has: storage, service worker and keys outlive it, so it can be
 * killed like a machine that loses power and started again on the same profile.
 */
export interface Screen {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly profile: string;
  /** The browser's own process. */
  readonly pid: number;
  /** SIGKILL to the browser and all its processes: nothing is flushed, no handler runs. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface ScreenOptions {
  /** A folder; without one a temporary folder that `close()` removes (`kill()` leaves it, to be started again). */
  profile?: string;
  viewport?: { width: number; height: number };
  args?: string[];
}

export async function launchPersistent(options: ScreenOptions = {}): Promise<Screen> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'screen-')));
  removeStaleLock(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: [...CHROMIUM_ARGS, ...(options.args ?? [])],
    viewport: options.viewport ?? VIEWPORTS.portrait,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const pid = browserPid(profile);
  return {
    context,
    page,
    profile,
    pid,
    kill: () => killBrowser(context, pid),
    async close() {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Chromium writes HOST-PID into the link that guards its profile. */
function browserPid(profile: string): number {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
  if (!pid) throw new Error(`no browser process found for ${profile}`);
  return pid;
}

async function killBrowser(context: BrowserContext, pid: number): Promise<void> {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  // Playwright starts Chromium as the leader of a process group of its own; renderers and helpers are in it.
  signal(-pid) || signal(pid);
  await closed;
  while (existsSync(`/proc/${pid}`)) await wait(10);
}

function signal(target: number): boolean {
  try {
    process.kill(target, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** A killed browser leaves its lock; its process number may be somebody else's by now. */
function removeStaleLock(profile: string): void {
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, name), { force: true });
}
