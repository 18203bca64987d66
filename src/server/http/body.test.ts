import { Hono } from 'hono';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MEDIA_TYPE } from '../../contract/routes.ts';
import { readJson } from './body.ts';
import { answer } from './respond.ts';

const app = new Hono().post('/', async (c) =>
  answer(c, await readJson(c, v.strictObject({ n: v.number() }), 100)),
);

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
const send = async (body: Body, type: string | null = MEDIA_TYPE): Promise<string> => {
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type };
  const isStream = body instanceof ReadableStream;
  const request = new Request('http://hall/', {
    method: 'POST',
    headers,
    body,
    ...(isStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  const response = await app.request(request);
  const read = (await response.json()) as { problem?: { code: string }; n?: number };
  return `${response.status} ${read.problem?.code ?? read.n}`;
};
const stream = (...parts: (string | Error)[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else if (part instanceof Error) controller.error(part);
      else controller.enqueue(new TextEncoder().encode(part));
    },
  });

test.each<[string, Body, string | null, string]>([
  ['what fits', '{"n":1}', MEDIA_TYPE, '200 1'],
  ['plain JSON', '{"n":1}', 'application/json; charset=utf-8', '200 1'],
  ['in parts', stream('{"n', '":1}'), MEDIA_TYPE, '200 1'],
  ['cut in the middle', stream('{"n', new Error('aborted')), MEDIA_TYPE, '400 not-json'],
  ['longer than it said', stream('x'.repeat(60), 'x'.repeat(60)), MEDIA_TYPE, '413 too-large'],
  ['too long', 'x'.repeat(101), MEDIA_TYPE, '413 too-large'],
  ['nothing', '', MEDIA_TYPE, '400 not-json'],
  ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), MEDIA_TYPE, '400 not-json'],
  ['a form', 'n=1', 'application/x-www-form-urlencoded', '415 wrong-media-type'],
  ['no type', new Uint8Array([0x7b, 0x7d]), null, '415 wrong-media-type'],
  ['what does not fit', '{"n":"1"}', MEDIA_TYPE, '400 bad-input'],
  ['more than asked', '{"n":1,"m":2}', MEDIA_TYPE, '400 bad-input'],
])('%s', async (_, body, type, expected) => {
  expect(await send(body, type)).toBe(expected);
});
