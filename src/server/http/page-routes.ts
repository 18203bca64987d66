import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { PREVIEW_PATH } from '../../contract/preview.ts';
import { digest } from '../../seal/digest.ts';
import { byteCache, compress, encodingFor } from './compress.ts';
import { DESK_POLICY, PAGE_POLICY, PREVIEW_POLICY, REPORTING } from './header.ts';
import { refuse } from './respond.ts';

/**
 * The built pages. Only files that were there at the start are served, by exact name, so no path can lead elsewhere. Hashed
 * files may be kept for ever; pages and the service worker are asked for anew each time.
 */

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
  '.map': 'application/json; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.bin']);

/** What a page may do beyond the others. */
const POLICIES: Readonly<Record<string, string>> = {
  '/staff/index.html': DESK_POLICY,
  '/preview/index.html': PREVIEW_POLICY,
};

/** Addresses that the visitor's page answers by itself. */
const VISITOR_PATHS = [
  '/',
  '/guides',
  '/catalogue',
  '/search',
  '/progress',
  ...['guide', 'chart', 'item', 'page', 'form', 'card', 'topic', 'audience'].map((kind) => `/${kind}/*`),
];

export function pageRoutes(folder: string): Hono {
  const app = new Hono();
  if (!existsSync(join(folder, 'index.html'))) return app;
  const files = new Map(
    filesIn(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
  const cache = byteCache(64_000_000);
  const tags = new Map<string, Promise<string>>();

  const serve = async (c: Context, path: string, status: 200 | 404 = 200): Promise<Response> => {
    const file = files.get(path);
    if (file === undefined) return refuse(c, { code: 'no-such-address' });
    const read = async (): Promise<Uint8Array> => readFileSync(file);
    const tag = tags.get(path) ?? read().then(async (bytes) => `"${(await digest(bytes)).slice(0, 22)}"`);
    tags.set(path, tag);
    const extension = extname(path);
    const encoding = COMPRESSED.has(extension) ? encodingFor(c.req.header('accept-encoding')) : 'identity';
    c.header('content-type', TYPES[extension] ?? 'application/octet-stream');
    c.header(
      'cache-control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    // On scripts too: a worker lives under the policy that came with its own file.
    c.header('content-security-policy', POLICIES[path] ?? PAGE_POLICY);
    c.header('reporting-endpoints', REPORTING);
    c.header('vary', 'accept-encoding');
    c.header('etag', await tag);
    if (status === 200 && c.req.header('if-none-match') === (await tag)) return c.body(null, 304);
    const bytes = await cache.get(`${encoding} ${path}`, async () => compress(await read(), encoding));
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    return c.body(bytes as Uint8Array<ArrayBuffer>, status);
  };

  for (const path of VISITOR_PATHS) app.get(path, (c) => serve(c, '/index.html'));
  app.get(PREVIEW_PATH, (c) => serve(c, '/preview/index.html'));
  for (const path of ['/staff', '/staff/*']) app.get(path, (c) => serve(c, '/staff/index.html'));
  app.get('*', (c, next) => {
    if (files.has(c.req.path)) return serve(c, c.req.path);
    // A person who mistyped gets the page, which says so; a program gets the plain answer.
    const isPerson =
      c.req.header('accept')?.includes('text/html') === true && !c.req.path.startsWith('/api/');
    return isPerson ? serve(c, '/index.html', 404) : next();
  });
  return app;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}
