import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEDIA_TYPE } from '../../src/contract/routes.ts';
import { type HallProxy, startProxy } from './proxy.ts';

let hall: Server;
let proxy: HallProxy;
const seen: string[] = [];

beforeEach(async () => {
  seen.length = 0;
  hall = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.host}`);
    if (request.url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      return;
    }
    if (request.method === 'PUT') {
      request.pipe(response);
      return;
    }
    response.setHeader('x-hall', 'yes');
    response.end('x'.repeat(1000));
  });
  await new Promise<void>((resolve) => hall.listen(0, '127.0.0.1', resolve));
  proxy = await startProxy(`http://127.0.0.1:${(hall.address() as AddressInfo).port}`);
});

afterEach(async () => {
  await proxy.close();
  hall.closeAllConnections();
  await new Promise((resolve) => hall.close(resolve));
});

const text = async (path: string, init?: RequestInit) => (await fetch(proxy.url + path, init)).text();

test('passes requests, bodies, headers and the host it was called by', async () => {
  const answer = await fetch(`${proxy.url}/a?b=1`);
  expect(answer.headers.get('x-hall')).toBe('yes');
  expect(await answer.text()).toHaveLength(1000);
  expect(await text('/b', { method: 'PUT', body: '便民' })).toBe('便民');
  expect(seen).toEqual([`GET /a?b=1 127.0.0.1:${proxy.port}`, `PUT /b 127.0.0.1:${proxy.port}`]);
  expect(proxy.requests).toEqual([
    { method: 'GET', path: '/a?b=1', status: 200, bytes: 1000 },
    { method: 'PUT', path: '/b', status: 200, bytes: 6 },
  ]);
});

test('passes an event stream as it comes', async () => {
  const answer = await fetch(`${proxy.url}/events`);
  const reader = answer.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n');
  await reader.cancel();
});

test('cut ends what is under way and refuses what is new, until restored', async () => {
  const stream = await fetch(`${proxy.url}/events`);
  proxy.cut();
  await expect(stream.text()).rejects.toThrow();
  await expect(fetch(proxy.url)).rejects.toThrow();
  expect(seen).toHaveLength(1);
  proxy.restore();
  expect(await text('/')).toHaveLength(1000);
});

test('stall leaves requests hanging', async () => {
  proxy.stall();
  await expect(fetch(proxy.url, { signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/i);
  expect(seen).toEqual([]);
  proxy.restore();
  expect(await text('/')).toHaveLength(1000);
});

test('a captive portal answers 200 with HTML to everything', async () => {
  proxy.captivePortal();
  const answer = await fetch(`${proxy.url}/api/anything`, { method: 'PUT', body: '{}' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(seen).toEqual([]);
});

test('tampers with what matches and nothing else', async () => {
  proxy.tamper('/a', (body) => body.subarray(0, 3));
  expect(await text('/a')).toBe('xxx');
  expect(await text('/b')).toHaveLength(1000);
});

test('tears an answer off at the byte', async () => {
  proxy.tearAt(100, '/a');
  await expect(text('/a')).rejects.toThrow();
  expect(proxy.requests.at(-1)?.bytes).toBe(100);
  expect(await text('/b')).toHaveLength(1000);
});

test('holds an answer back after the server gave it', async () => {
  const hold = proxy.hold(/^\/b/);
  const answer = text('/b', { method: 'PUT', body: 'kept' });
  expect((await hold.arrived).status).toBe(200);
  expect(seen).toHaveLength(1);
  hold.release();
  expect(await answer).toBe('kept');
});

test('holds a request back before the server hears of it', async () => {
  const hold = proxy.holdRequest(/^\/a/);
  const answer = text('/a', { method: 'PUT', body: 'once' });
  await hold.arrived;
  expect(seen).toEqual([]);
  hold.release();
  expect(await answer).toBe('once');
});

test('an impostor answers in our own media type, and the server never hears of it', async () => {
  proxy.answerInstead('/a', '{}');
  const answer = await fetch(`${proxy.url}/a`, { method: 'PUT', body: 'x' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, MEDIA_TYPE]);
  expect(await answer.text()).toBe('{}');
  expect(seen).toEqual([]);
  proxy.restore();
  expect(await text('/a')).toHaveLength(1000);
});

test('a server that is gone looks like a broken connection, not like an answer', async () => {
  proxy.leadTo('http://127.0.0.1:9');
  await expect(fetch(proxy.url)).rejects.toThrow();
});
