import { afterEach, beforeEach, expect, test } from 'vitest';
import { momentOf } from '../../contract/day.ts';
import type { Entry } from '../../contract/entry.ts';
import type { MachineId, MachinePrefix } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import { findMachine } from '../store/machine.ts';
import { openTestContent, type TestContent } from './test-content.ts';

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

/** The next whole event of a stream, as its two lines. */
const listen = async (query = '') => {
  const answer = await content.get(`${routes.events}${query}`);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  return {
    answer,
    next: async (): Promise<string> => {
      while (!held.includes('\n\n')) held += (await reader.read()).value ?? '\n\n';
      const end = held.indexOf('\n\n');
      const event = held.slice(0, end);
      held = held.slice(end + 2);
      return event;
    },
    leave: () => reader.cancel(),
  };
};

test('a screen is told which snapshot there is, and of each new one', async () => {
  const stream = await listen();
  expect(stream.answer.headers.get('content-type')).toBe('text/event-stream');
  expect(stream.answer.headers.get('cache-control')).toBe('no-store');
  expect(await stream.next()).toBe('event: head\ndata: {"number":1}');
  await content.approve({ ...(await content.detail('page/about')).entry, title: '新' } as Entry);
  await content.send('reviewer', 'POST', routes.staff.publication, {});
  expect(await stream.next()).toBe('event: head\ndata: {"number":2}');
  await stream.leave();
});

test('the desk sees what a known screen says of itself, and an unknown one is no harm', async () => {
  const id = 'm-abcdef' as MachineId;
  const { store, clock } = content.deps;
  await store.db
    .insertInto('machine')
    .values({
      id,
      prefix: 'A2' as MachinePrefix,
      kind: 'screen',
      public_key: 'x',
      enrolled_at: momentOf(0),
      last_seen_at: null,
      shows: null,
      waiting: null,
      refused: null,
      confirmed_at: null,
      confirmed_by: null,
      revoked_at: null,
      revoked_by: null,
      revoked_for: null,
      place: null,
    })
    .execute();
  for (const query of [
    `?machine=${id}&shows=1&waiting=3&refused=1`,
    '?machine=m-nobody&shows=x',
    '?machine=%00',
  ]) {
    const stream = await listen(query);
    await stream.next();
    await stream.leave();
  }
  expect(await findMachine(store.db, id)).toMatchObject({
    last_seen_at: momentOf(clock()),
    shows: 1,
    waiting: 3,
    refused: 1,
  });
});

test('one address holds sixty streams and no more; another still finds room', async () => {
  const from = (remoteAddress: string) =>
    content.app.request(
      routes.events,
      {},
      { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } },
    );
  const held = await Promise.all(Array.from({ length: 60 }, () => from('198.51.100.1')));
  expect(new Set(held.map((answer) => answer.status))).toEqual(new Set([200]));
  expect((await from('198.51.100.1')).status).toBe(429);
  const other = await from('198.51.100.2');
  expect(other.status).toBe(200);
  await other.body?.cancel();
  await held.pop()?.body?.cancel();
  await expect.poll(async () => (await from('198.51.100.1')).status).toBe(200);
});
