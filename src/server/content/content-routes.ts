import { type Context, Hono } from 'hono';
import type { Digest } from '../../contract/id.ts';
import { LINES_MEDIA_TYPE, MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { OBJECTS_PER_PAGE, type SignedHead, type SnapshotChange } from '../../contract/snapshot.ts';
import type { Deps } from '../deps.ts';
import { addressOf } from '../http/address.ts';
import { byteCache, compress, encodingFor } from '../http/compress.ts';
import { limit } from '../http/limit.ts';
import { refuse } from '../http/respond.ts';
import { currentNumber, objectBodies, objectBody, snapshotRecord } from '../store/snapshot.ts';
import { changeReader } from './change.ts';
import { fileRoute } from './file-route.ts';
import type { Shown } from './shown-files.ts';

/**
 * What screens fetch. Promise: the text of an entry is served only while screens show that very text; what was withdrawn or
 * replaced is gone for everybody, here at once and from caches between within minutes. A screen in the middle of a pull of an
 * older snapshot gets what of it still is, finds the rest gone, and pulls again from the new head: what it fetched it keeps.
 * Lists of ids and digests say nothing and never change. Compressed bytes stay in memory: many screens ask at once.
 */
const CACHE_BYTES = 64_000_000;
/** Changes that one address may make us compute; screens all ask for the same few, which are there already. */
const COMPUTED_PER_MINUTE = 60;
const FOREVER = 'public, max-age=31536000, immutable';
const MINUTES = 'public, max-age=600';

interface Made {
  readonly type: string;
  readonly make: () => Promise<string>;
}

export function contentRoutes(deps: Deps): Hono {
  const { store, keys } = deps;
  const app = new Hono();
  const cache = byteCache(CACHE_BYTES);
  const computed = limit({ most: COMPUTED_PER_MINUTE, perMs: 60_000, clock: deps.clock });
  const { change: changeOf, objectsOf } = changeReader(store.db);
  const shownNow = async (): Promise<Shown> => {
    const number = await currentNumber(store.db);
    return { number, objects: await objectsOf(number) };
  };

  app.get(routes.head, async (c) => {
    const record = await snapshotRecord(store.db, await currentNumber(store.db));
    if (record === undefined) return refuse(c, { code: 'not-ready' });
    const { head, signature } = record;
    const signed: SignedHead = {
      head,
      signature,
      keyId: record.key_id as SignedHead['keyId'],
      root: keys.root,
    };
    c.header('cache-control', 'no-store');
    return packed(c, `head ${record.number}`, { type: MEDIA_TYPE, make: async () => JSON.stringify(signed) });
  });

  app.get('/api/content/change/:from/:to', async (c) => {
    const change = await changeOf(c.req.param('from'), c.req.param('to'), () =>
      computed.take(addressOf(c, deps)),
    );
    if ('code' in change) return refuse(c, change);
    c.header('cache-control', FOREVER);
    return packed(c, c.req.path, { type: MEDIA_TYPE, make: async () => JSON.stringify(change) });
  });

  app.get('/api/content/change/:from/:to/:page', async (c) => {
    const change = await changeOf(c.req.param('from'), c.req.param('to'), () =>
      computed.take(addressOf(c, deps)),
    );
    if ('code' in change) return refuse(c, change);
    const digests = digestsOfPage(change, c.req.param('page'));
    if (digests === null) return refuse(c, { code: 'no-such-thing' });
    const { number, objects } = await shownNow();
    const still = digests.filter((each) => objects.has(each as Digest));
    const make = async (): Promise<string> =>
      (await objectBodies(store.db, still)).map((body) => `${body}\n`).join('');
    // A page that has lost lines is another with every snapshot.
    const name = still.length === digests.length ? c.req.path : `${c.req.path} in ${number}`;
    return text(c, name, { type: LINES_MEDIA_TYPE, make });
  });

  app.get('/api/content/object/:digest', async (c) => {
    const digest = c.req.param('digest');
    const { objects } = await shownNow();
    const body = objects.has(digest as Digest) ? await objectBody(store.db, digest) : null;
    if (body === null) return refuse(c, { code: 'no-such-thing' });
    return text(c, c.req.path, { type: MEDIA_TYPE, make: async () => body });
  });

  fileRoute(app, store.db, shownNow);

  const text = (c: Context, name: string, its: Made): Promise<Response> => {
    c.header('cache-control', MINUTES);
    c.header('content-security-policy', "sandbox; default-src 'none'");
    return packed(c, name, its);
  };

  /** As the client can unpack it; made once under each name. */
  const packed = async (c: Context, name: string, its: Made): Promise<Response> => {
    const encoding = encodingFor(c.req.header('accept-encoding'));
    const bytes = await cache.get(`${encoding} ${name}`, async () =>
      compress(Buffer.from(await its.make()), encoding),
    );
    c.header('content-type', its.type);
    c.header('vary', 'accept-encoding');
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    return c.body(bytes as Uint8Array<ArrayBuffer>);
  };

  return app;
}

function digestsOfPage(change: SnapshotChange, page: string): string[] | null {
  const pages = Math.ceil(change.put.length / OBJECTS_PER_PAGE);
  if (!/^(?:0|[1-9]\d{0,8})$/.test(page) || Number(page) >= pages) return null;
  const from = Number(page) * OBJECTS_PER_PAGE;
  return change.put.slice(from, from + OBJECTS_PER_PAGE).map(([, digest]) => digest);
}
