import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Audit } from './book.ts';
import { type bugs, buildWith, bugs as planted } from './planted.ts';
import { Stage } from './stage.ts';

/** Each way to lose a filing, and an app that has the fault: the product comes through, the faulty one is caught. */

/** What a faulty app has lost does not come later. */
const LOST_FOR_GOOD_MS = 4_000;

type BugName = keyof typeof bugs;

/** Under each fault of the surroundings, at least one filing was tried; gives what the book says in the end. */
const trials: Record<BugName, (stage: Stage, withinMs?: number) => Promise<Audit>> = {
  'acknowledged before it is kept': async (stage, withinMs) => {
    const { page, proxy, book } = stage;
    proxy.cut();
    await stage.fill();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: proxy.url, quotaSize: 1_000 });
    await stage.handIn();
    await expect.poll(async () => book.size > 0 || (await page.getByText('没有交出').count()) > 0).toBe(true);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: proxy.url });
    await stage.goHome();
    await stage.drain(withinMs);
    return stage.audit();
  },

  'any answer with status 200 is believed': async (stage, withinMs) => {
    stage.proxy.answerInstead(/\/api\/submission\//, '{}');
    await stage.file();
    await expect.poll(() => stage.uploads.length).toBeGreaterThan(0);
    await stage.goHome();
    await stage.drain(withinMs);
    return stage.audit();
  },

  'no journal': async (stage, withinMs) => {
    stage.proxy.cut();
    await stage.file();
    await stage.kill();
    const databases = join(stage.profile, 'Default/IndexedDB');
    expect(existsSync(databases)).toBe(true);
    rmSync(databases, { recursive: true });
    stage.proxy.restore();
    await stage.start();
    await stage.drain(withinMs);
    return stage.audit();
  },
};

for (const [name, trial] of Object.entries(trials) as [BugName, (typeof trials)[BugName]][]) {
  test(`${name}: not by this app`, async () => {
    const stage = await Stage.open();
    try {
      expect(await trial(stage)).toMatchObject({ lost: [], doubled: [], mixedUp: [], waiting: 0 });
    } finally {
      await stage.close();
    }
  });

  test(`${name}: would be caught`, async () => {
    const dist = await buildWith(planted[name], name.replaceAll(' ', '-'));
    const stage = await Stage.open({ dist });
    try {
      expect((await trial(stage, LOST_FOR_GOOD_MS)).lost).toHaveLength(1);
    } finally {
      await stage.close();
      rmSync(dist, { recursive: true, force: true });
    }
  });
}
