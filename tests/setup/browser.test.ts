import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchPersistent } from './browser.ts';

let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>ok</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Runs in the page: writes a value with strict durability, or reads it. */
const put = (value: string) =>
  new Promise<void>((resolve, reject) => {
    const open = indexedDB.open('kept', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('s');
    open.onsuccess = () => {
      const tx = open.result.transaction('s', 'readwrite', { durability: 'strict' });
      tx.objectStore('s').put(value, 'k');
      tx.oncomplete = () => resolve();
    };
    open.onerror = () => reject(open.error);
  });
const get = () =>
  new Promise<string>((resolve) => {
    const open = indexedDB.open('kept', 1);
    open.onsuccess = () => {
      const request = open.result.transaction('s').objectStore('s').get('k');
      request.onsuccess = () => resolve(request.result as string);
    };
  });

test('a screen that is killed starts again on what it had stored', { timeout: 60_000 }, async () => {
  const first = await launchPersistent();
  await first.page.goto(url);
  await first.page.evaluate(put, '嘎什根');
  await first.kill();
  expect(existsSync(`/proc/${first.pid}`)).toBe(false);

  const second = await launchPersistent({ profile: first.profile });
  expect(second.pid).not.toBe(first.pid);
  await second.page.goto(url);
  expect(await second.page.evaluate(get)).toBe('嘎什根');
  expect(await second.page.evaluate(() => [innerWidth, innerHeight, navigator.language])).toEqual([
    1080,
    1920,
    'zh-CN',
  ]);
  await second.close();
  await rm(first.profile, { recursive: true, force: true });
});

test('closing a screen with a temporary profile leaves nothing', { timeout: 60_000 }, async () => {
  const screen = await launchPersistent({ viewport: { width: 390, height: 844 } });
  expect(existsSync(screen.profile)).toBe(true);
  await screen.close();
  expect(existsSync(screen.profile)).toBe(false);
});
