import { type Context, Hono } from 'hono';
import { MAX_FILE_BYTES } from '../../contract/attachment.ts';
import { fileFaults } from '../../contract/file.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { readBytes } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse } from '../http/respond.ts';
import { fileDetail, fileRecord, pageOfPicture } from '../store/file.ts';
import { receiveFile } from './receive-file.ts';

/** Files at the desk. */
export function fileRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();

  app.post(routes.staff.files, needs(deps, 'content.edit'), async (c) => {
    const read = await readBytes(c, MAX_FILE_BYTES);
    if (read === 'too-large') return refuse(c, { code: 'file-refused', why: fileFaults['too-large'] });
    if (read === 'broken-off') return refuse(c, { code: 'upload-broken-off' });
    return answer(c, await receiveFile(deps, c.var.staff, read));
  });

  app.get(`${routes.staff.files}/:digest`, needs(deps, 'content.read'), async (c) =>
    answer(c, await fileDetail(db, c.req.param('digest'))),
  );

  app.get(`${routes.staff.files}/:digest/bytes`, needs(deps, 'content.read'), async (c) => {
    const digest = c.req.param('digest');
    const type = await typeOfBytes(deps, digest);
    const bytes = type === null ? null : await deps.files.bytesOf(digest);
    return type === null || bytes === null ? refuse(c, { code: 'no-such-thing' }) : serve(c, bytes, type);
  });

  return app;
}

async function typeOfBytes({ store: { db } }: Deps, digest: string): Promise<string | null> {
  if ((await pageOfPicture(db, digest)) !== undefined) return 'image/webp';
  return (await fileRecord(db, digest))?.type ?? null;
}

/** Strangers wrote these bytes: a browser shows our own pictures of them and saves the rest, and runs nothing of either. */
function serve(c: Context, bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const isPicture = type === 'image/webp';
  return c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': isPicture ? 'inline' : 'attachment',
    'content-security-policy': "sandbox; default-src 'none'",
    // For the desk of one person: they may read it again, no cache between may.
    'cache-control': 'private, max-age=3600, immutable',
  });
}
