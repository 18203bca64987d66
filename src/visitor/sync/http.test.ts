import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LINES_MEDIA_TYPE, MEDIA_TYPE } from '../../contract/routes.ts';
import { json, portal, problem } from './fixture-hall.ts';
import { type Http, openHttp } from './http.ts';

let contacts: string[];
let asked: { path: string; init: RequestInit }[];
const over = (answer: (signal: AbortSignal) => Response | Promise<Response>): Http =>
  openHttp({
    fetch: async (path, init) => {
      asked.push({ path: String(path), init: init ?? {} });
      return answer(init?.signal as AbortSignal);
    },
    onContact: (contact) => contacts.push(contact),
  });

beforeEach(() => {
  contacts = [];
  asked = [];
});
afterEach(() => vi.useRealTimers());

const never = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('an answer', () => {
  const cases: readonly (readonly [string, () => Response, object, string])[] = [
    ['ours', () => json({ a: 1 }), { kind: 'ok', status: 200, value: { a: 1 } }, 'connected'],
    ['ours, made', () => json({}, 201), { kind: 'ok', status: 201, value: {} }, 'connected'],
    [
      'a problem of ours',
      () => problem(409, { code: 'receipt-number-taken' }),
      { kind: 'problem', status: 409, problem: { code: 'receipt-number-taken' } },
      'connected',
    ],
    [
      'a problem without a name',
      () => json({}, 500),
      { kind: 'problem', status: 500, problem: { code: 'unexpected' } },
      'connected',
    ],
    ['a log-in page', portal, { kind: 'not-our-server' }, 'not-our-server'],
    ['JSON of somebody else', () => Response.json({}), { kind: 'not-our-server' }, 'not-our-server'],
    [
      'no type at all',
      () => new Response(null, { status: 204 }),
      { kind: 'not-our-server' },
      'not-our-server',
    ],
    [
      'network authentication required',
      () => new Response('', { status: 511 }),
      { kind: 'not-our-server' },
      'not-our-server',
    ],
    ['a gateway without server', () => new Response('', { status: 503 }), { kind: 'offline' }, 'offline'],
    [
      'our type around broken JSON',
      () => new Response('{', { headers: { 'content-type': MEDIA_TYPE } }),
      { kind: 'not-our-server' },
      'not-our-server',
    ],
  ];
  for (const [what, answer, kind, contact] of cases) {
    it(`${what}: ${JSON.stringify(kind)}`, async () => {
      expect(await over(answer).ask({ path: '/api/x' })).toEqual(kind);
      expect(contacts).toEqual([contact]);
    });
  }

  it('that never comes is given up after its time', async () => {
    vi.useFakeTimers();
    const asking = over(never).ask({ path: '/api/x', limitMs: 5_000 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await asking).toEqual({ kind: 'offline' });
  });

  it('whose body stalls is given up as well', async () => {
    vi.useFakeTimers();
    const stalled = (signal: AbortSignal) =>
      new Response(
        new ReadableStream({
          start: (to) => signal.addEventListener('abort', () => to.error(signal.reason)),
        }),
        { headers: { 'content-type': MEDIA_TYPE } },
      );
    const asking = over(stalled).ask({ path: '/api/x', limitMs: 1_000 });
    await vi.advanceTimersByTimeAsync(19_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asking).toEqual({ kind: 'offline' });
  });
});

describe('a request', () => {
  it('carries no cookie, follows no redirect, and sends bytes as they are', async () => {
    const http = over(() => json({}));
    await http.ask({ path: '/a' });
    await http.ask({ path: '/b', method: 'PUT', body: new Uint8Array([123, 125]) });
    await http.ask({ path: '/c', method: 'POST', body: { x: 1 } });
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(asked[0]?.init.headers).not.toHaveProperty('content-type');
    expect(asked[1]?.init).toMatchObject({ method: 'PUT', body: new Uint8Array([123, 125]) });
    expect(asked[2]?.init).toMatchObject({ body: '{"x":1}', headers: { 'content-type': MEDIA_TYPE } });
  });
});

describe('lines', () => {
  const lines = (...pieces: string[]) =>
    new Response(
      new ReadableStream({
        start: (to) => {
          for (const piece of pieces) to.enqueue(new TextEncoder().encode(piece));
          to.close();
        },
      }),
      { headers: { 'content-type': LINES_MEDIA_TYPE } },
    );
  const read = async (answer: Response) => {
    const seen: string[] = [];
    const end = await over(() => answer).lines('/l', async (line) => void seen.push(line));
    return { end, seen };
  };

  it('come whole however the network cuts them, also in the middle of a letter', async () => {
    expect(await read(lines('{"a":', '1}\n{"b"', ':2}\n', '{"c":3}'))).toEqual({
      end: 'ok',
      seen: ['{"a":1}', '{"b":2}', '{"c":3}'],
    });
    const bytes = new TextEncoder().encode('乡\n');
    const split = new Response(
      new ReadableStream({
        start: (to) => {
          to.enqueue(bytes.slice(0, 2));
          to.enqueue(bytes.slice(2));
          to.close();
        },
      }),
      { headers: { 'content-type': LINES_MEDIA_TYPE } },
    );
    expect(await read(split)).toEqual({ end: 'ok', seen: ['乡'] });
  });

  it('of an empty body are none', async () => {
    expect(await read(new Response(null, { headers: { 'content-type': LINES_MEDIA_TYPE } }))).toEqual({
      end: 'ok',
      seen: [],
    });
  });

  it('are not read from anybody else', async () => {
    expect(await read(portal())).toEqual({ end: { kind: 'not-our-server' }, seen: [] });
    expect(await read(problem(404, { code: 'no-such-thing' }))).toMatchObject({
      end: { kind: 'problem' },
      seen: [],
    });
  });

  it('whose taker fails are not blamed on the network', async () => {
    const taking = over(() => lines('a\nb\n')).lines('/l', () => Promise.reject(new Error('disk full')));
    await expect(taking).rejects.toThrow('disk full');
    expect(contacts).toEqual([]);
  });
});

describe('the server’s time', () => {
  const heard = async (answer: () => Response): Promise<readonly number[]> => {
    const times: number[] = [];
    const http = openHttp({
      fetch: async () => answer(),
      onContact: () => undefined,
      onTime: (serverMs) => times.push(serverMs),
    });
    await http.ask({ path: '/' });
    return times;
  };
  const dated = (answer: Response, headers: Record<string, string>): Response => {
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  };
  const date = 'Tue, 24 Nov 2026 03:00:00 GMT';

  it('is read from its own answers, with what they waited in a cache', async () => {
    expect(await heard(() => dated(json({}), { date }))).toEqual([Date.parse(date)]);
    expect(await heard(() => dated(problem(403, { code: 'machine-unknown' }), { date, age: '60' }))).toEqual([
      Date.parse(date) + 60_000,
    ]);
  });

  it('is nobody else’s', async () => {
    for (const answer of [
      () => dated(portal(), { date }),
      () => json({}),
      () => dated(json({}), { date: 'x' }),
    ])
      expect(await heard(answer)).toEqual([]);
  });
});
