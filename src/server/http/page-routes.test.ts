import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { MEDIA_TYPE } from '../../contract/routes.ts';
import { makeApp } from '../app.ts';
import { openTestContent, writeFolder } from '../content/test-content.ts';

const pages = writeFolder({
  'index.html': '<title>屏</title>',
  'staff/index.html': '<title>台</title>',
  'preview/index.html': '<title>预览</title>',
  'sw.js': 'self.x = 1;',
  'assets/app-AbCd1234.js': `${'export const x = 1;'.repeat(200)}`,
  'icon-192.png': new Uint8Array([1, 2, 3]),
});
const content = await openTestContent();
afterAll(() => content.close());
const app = makeApp(content.deps, { pages });
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe('pages', () => {
  test.each([
    '/',
    '/guide/pension-claim',
    '/chart/a',
    '/item/a',
    '/topic/old-age',
    '/guides',
    '/catalogue',
    '/search',
    '/progress',
  ])('%s is the visitor’s page', async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, '<title>屏</title>']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/staff', '/staff/', '/staff/entry/guide/a'])('%s is the desk', async (path) => {
    expect(await (await get(path)).text()).toBe('<title>台</title>');
  });

  test('hashed files may be kept for ever, the worker never', async () => {
    const asset = await get('/assets/app-AbCd1234.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/icon-192.png')).headers.get('content-type')).toBe('image/png');
  });

  test('an unchanged page is not sent again', async () => {
    const tag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('compressed when asked for', async () => {
    const plain = await (await get('/assets/app-AbCd1234.js')).text();
    const answer = await get('/assets/app-AbCd1234.js', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(plain);
    expect(
      (await get('/icon-192.png', { 'accept-encoding': 'br' })).headers.get('content-encoding'),
    ).toBeNull();
  });

  test('a mistyped address shows a person the page and tells a program plainly', async () => {
    const person = await get('/nothing', { accept: 'text/html,*/*' });
    expect([person.status, await person.text()]).toEqual([404, '<title>屏</title>']);
    for (const path of [
      '/nothing',
      '/api/nothing',
      '/assets/gone.js',
      '/../package.json',
      '/%2e%2e/package.json',
    ]) {
      const answer = await get(path, { accept: path.startsWith('/api') ? 'text/html' : '*/*' });
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 404, MEDIA_TYPE]);
    }
  });
});

describe('headers', () => {
  test.each(['/', '/staff', '/sw.js', '/api/content/head', '/nothing'])(
    '%s bears the whole list',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  test('only the preview may stand in a frame, only in one of ours, and only the desk may hold one', async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? '';
    const preview = await policyOf('/staff/preview-frame');
    expect(await (await get('/staff/preview-frame')).text()).toBe('<title>预览</title>');
    expect(preview).toContain("frame-ancestors 'self'");
    expect(preview).not.toContain('frame-src');
    expect(preview.replace("frame-ancestors 'self'", "frame-ancestors 'none'")).toBe(await policyOf('/'));
    expect(await policyOf('/staff')).toBe(`${await policyOf('/')}; frame-src 'self'`);
    expect(await policyOf('/staff/content/guide/a')).toContain("frame-ancestors 'none'");
  });

  test('a page may run only our own files, and no text becomes markup', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });
});

test('the log holds patterns, never addresses or queries', async () => {
  await get('/api/staff/entry/guide/secret-name?q=13800138000');
  await get('/search?q=王某');
  expect(content.logged.join('\n')).not.toMatch(/secret-name|13800138000|王某/);
  expect(content.logged.at(-2)).toContain('/api/staff/entry/:kind/:name');
});
