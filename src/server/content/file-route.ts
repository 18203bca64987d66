import type { Hono } from 'hono';
import { refuse } from '../http/respond.ts';
import { bytesOf } from '../store/file.ts';
import type { Db } from '../store/store.ts';
import { type Shown, type ShownFile, shownFilesReader } from './shown-files.ts';

/**
 * Pictures and attachments, under the promise of all content: served only while an entry on the screens names them. They are not
 * compressed again; pictures and PDF are so already.
 */
export function fileRoute(app: Hono, db: Db, shownNow: () => Promise<Shown>): void {
  const filesShown = shownFilesReader(db);
  app.get('/api/content/file/:digest', async (c) => {
    const digest = c.req.param('digest');
    const file = (await filesShown(await shownNow())).get(digest);
    const bytes = file === undefined ? null : await bytesOf(db, digest);
    if (file === undefined || bytes === null) return refuse(c, { code: 'no-such-thing' });
    for (const [name, value] of Object.entries(headersOf(file))) c.header(name, value);
    return c.body(bytes);
  });
}

/** A file as it was given is saved, never opened as a page of this site. */
const headersOf = ({ type, name }: ShownFile): Readonly<Record<string, string>> => ({
  'content-type': type,
  'cache-control': 'public, max-age=600, immutable',
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': name === null ? 'inline' : `attachment; filename*=UTF-8''${inHeader(name)}`,
});

/** RFC 8187: of ASCII, beside letters and digits, only what stands for itself. */
const inHeader = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
