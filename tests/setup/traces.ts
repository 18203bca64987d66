import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright/test';

/** Where a visitor's words could have stayed. */

/** Everything that a page of this origin can reach, as one text; bytes are read as text too. */
export const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const seen: string[] = [
      document.documentElement.outerHTML,
      location.href,
      document.title,
      JSON.stringify(history.state),
    ];
    const text = (_: string, value: unknown): unknown =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value as ArrayBuffer)
        : value;
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
        seen.push(`${name} ${store}`, JSON.stringify(rows, text));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        seen.push(request.url);
        const type = (await cache.match(request))?.headers.get('content-type') ?? '';
        if (/html|json/.test(type)) seen.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        seen.push(name);
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else seen.push(await (await (handle as FileSystemFileHandle).getFile()).text());
      }
    };
    await walk(await navigator.storage.getDirectory());
    seen.push(await navigator.clipboard.readText().catch(() => ''));
    return seen.join('\n');
  });

/** What lies in the journal's files, as text; empty while there are none. */
export const journalText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    // A file that is written between its handle and its reading cannot be read: its next state can.
    const textOf = async (handle: FileSystemFileHandle, tries = 50): Promise<string> => {
      const file = await handle.getFile();
      return file.text().catch((error: unknown) => {
        if (tries === 0) throw error;
        return textOf(handle, tries - 1);
      });
    };
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('bianminping').catch(() => null);
    const seen: string[] = [];
    for await (const handle of folder?.values() ?? [])
      if (handle.kind === 'file') seen.push(await textOf(handle as FileSystemFileHandle));
    return seen.join('\n');
  });

/** Files under a folder that hold the words in clear, in either way that Chromium writes text. */
export const filesWith = (folder: string, words: string): string[] =>
  (['utf8', 'utf16le'] as const).flatMap((encoding) => {
    const pattern = Buffer.from(words, encoding).toString('hex').replace(/../g, '\\x$&');
    const { stdout } = spawnSync('grep', ['-rlaP', pattern, folder], {
      env: { LC_ALL: 'C' },
      encoding: 'utf8',
    });
    return stdout.split('\n').filter((line) => line !== '');
  });
