import { spawnSync } from 'node:child_process';
import { expect, test } from 'playwright/test';
import { launchPersistent } from '../setup/browser.ts';
import { startHall } from '../setup/server.ts';
import { openHall, shellIsKept, title } from '../setup/visitor.ts';

/** A visitor walks away. Nothing typed stays: not on the glass, not in memory, not in storage, not on the disk. */

const CANARY = '金丝雀张无忌';
const ID_CANARY = '220821199001010014';

/** Everything a page of this origin can reach. */
const everythingStored = async (): Promise<string> => {
  const seen: string[] = [
    document.documentElement.outerHTML,
    location.href,
    document.title,
    JSON.stringify(history.state),
  ];
  for (const field of document.querySelectorAll('input, textarea'))
    seen.push((field as HTMLInputElement).value);
  seen.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie);
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve) => {
        const all = db.transaction(store).objectStore(store).getAll();
        all.onsuccess = () => resolve(all.result);
      });
      seen.push(JSON.stringify(rows));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) seen.push(request.url);
  }
  const root = await navigator.storage.getDirectory();
  for await (const [name, handle] of root.entries()) {
    seen.push(name);
    if (handle.kind === 'file') seen.push(await (await (handle as FileSystemFileHandle).getFile()).text());
  }
  seen.push(await navigator.clipboard.readText());
  return seen.join('\n');
};

test('after the question nobody answers, no trace of the visitor is anywhere', async () => {
  const hall = await startHall();
  const screen = await launchPersistent();
  const { page, context } = screen;
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: hall.url });
    await page.clock.install();
    await openHall(page, hall.url);
    await shellIsKept(page);
    await page.goto(`${hall.url}/guide/pension-claim`);
    await page.locator('label').filter({ hasText: '本人居民身份证' }).first().click();
    await page.goto(`${hall.url}/form/disclosure-request`);
    await page.getByRole('button', { name: '看过了，开始填' }).click();
    const next = page.getByRole('button', { name: '下一题' }).first();
    await page.locator('label').filter({ hasText: '我本人' }).click();
    await next.click();
    await page.getByRole('textbox').fill(CANARY);
    await page.evaluate((text) => navigator.clipboard.writeText(text), CANARY);
    await next.click();
    await page.locator('label').filter({ hasText: '居民身份证' }).click();
    await next.click();
    await page.getByRole('textbox').fill(ID_CANARY);
    // The test can find what it looks for: the canary is there before.
    expect(await page.evaluate(everythingStored)).toContain(ID_CANARY);

    // 90 seconds in a form without a touch: the question, with time to answer it.
    await page.clock.runFor(91_000);
    await expect(page.getByText('您还在吗？')).toBeVisible();
    await page.getByRole('button', { name: '还在，接着看' }).click();
    await expect(page.getByText('您还在吗？')).toBeHidden();
    await expect(page.getByRole('textbox')).toHaveValue(ID_CANARY);

    await page.clock.runFor(91_000);
    await expect(page.getByText('您还在吗？')).toBeVisible();
    await page.clock.runFor(21_000);
    await expect(page.locator('h1')).toHaveText('您来办什么事？');

    const left = await page.evaluate(everythingStored);
    expect(left).not.toContain(CANARY);
    expect(left).not.toContain(ID_CANARY);
    // The browser's own back button leads to nothing of the visitor's.
    await page.goBack().catch(() => null);
    expect(await page.evaluate(everythingStored)).not.toContain(CANARY);
    await page.goto(`${hall.url}/guide/pension-claim`);
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  } finally {
    await context.close();
  }
  // Not in any file of the profile either, in whatever encoding Chromium keeps text.
  for (const canary of [CANARY, ID_CANARY]) {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const pattern = Buffer.from(canary, encoding).toString('hex').replace(/../g, '\\x$&');
      const found = spawnSync('grep', ['-rlaP', pattern, screen.profile], {
        env: { LC_ALL: 'C' },
        encoding: 'utf8',
      });
      expect(found.stdout).toBe('');
    }
  }
  await hall.stop();
});

test('a touch that wakes the question triggers nothing else', async ({ page }) => {
  const hall = await startHall();
  try {
    await page.clock.install();
    await openHall(page, hall.url);
    await page.getByRole('button', { name: /养老/ }).first().click();
    const before = await title(page);
    await page.clock.runFor(46_000);
    await expect(page.getByText('您还在吗？')).toBeVisible();
    await page.mouse.click(540, 900);
    await expect(page.getByText('您还在吗？')).toBeHidden();
    expect(await title(page)).toBe(before);
  } finally {
    await hall.stop();
  }
});
