import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { momentOf } from '../../contract/day.ts';
import type { Today } from '../../contract/desk.ts';
import type { Page } from '../../contract/page.ts';
import { routes } from '../../contract/routes.ts';
import { changeEntry } from '../store/entry.ts';
import { currentNumber, snapshotRecord } from '../store/snapshot.ts';
import { openStore } from '../store/store.ts';
import { publishDue, withdrawEnded } from './at-its-time.ts';
import { keepTime } from './schedule.ts';
import { openTestContent, people, type TestContent } from './test-content.ts';

const MINUTE_MS = 60_000;
let content: TestContent;
const about = 'page/about';
const help = 'page/help';
const inMinutes = (minutes: number) => momentOf(content.deps.clock() + minutes * MINUTE_MS);
const problemOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const approve = async (id: string, change: Partial<Page>): Promise<void> =>
  content.approve({ ...((await content.detail(id)).entry as Page), ...change });
const schedule = async (id: string, minutes: number): Promise<Response> =>
  content.move('reviewer', id, 'schedule', { publishAt: inMinutes(minutes) });
const end = (id: string, endAt: string | null): Promise<Response> =>
  content.send('reviewer', 'PUT', routes.staff.entryEnd(id), { endAt });

beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

describe('scheduled publication', () => {
  test('comes at its minute and not before, once, and names who signed', async () => {
    const heard: number[] = [];
    content.deps.events.onHead((number) => void heard.push(number));
    await approve(about, { title: '明早的' });
    expect((await schedule(about, 5)).status).toBe(200);
    expect(await content.detail(about)).toMatchObject({ state: 'scheduled', publishAt: inMinutes(5) });
    content.pass(5 * MINUTE_MS - 1);
    expect(await publishDue(content.deps)).toEqual([]);
    content.pass(1);
    expect(await publishDue(content.deps)).toEqual([2]);
    expect(await publishDue(content.deps)).toEqual([]);
    expect(heard).toEqual([2]);
    const detail = await content.detail(about);
    expect(detail).toMatchObject({ state: 'published', publishAt: null, published: { title: '明早的' } });
    expect(detail.history[0]).toMatchObject({
      move: 'publish',
      by: { name: people.reviewer.name },
      note: '到了定好的时间，由系统发布',
    });
    const { db } = content.deps.store;
    expect(await snapshotRecord(db, 2)).toMatchObject({ by_name: people.reviewer.name, reason: '定时发布' });
    const rows = await db.selectFrom('audit').selectAll().orderBy('n', 'desc').limit(1).execute();
    expect(rows[0]).toMatchObject({ act: 'content.publish', actor: 'system', object: about });
    expect(JSON.parse(rows[0]?.detail ?? '')).toMatchObject({ signedBy: people.reviewer.id });
  });

  test('a server that dies in the middle has done nothing, and does it once when it is back', async () => {
    await approve(about, { title: '定时' });
    await schedule(about, 1);
    content.pass(MINUTE_MS);
    const { keys } = content.deps;
    const torn = { ...keys, snapshot: { ...keys.snapshot, privateKey: {} as never } };
    await expect(publishDue({ ...content.deps, keys: torn })).rejects.toThrow();
    expect(await content.detail(about)).toMatchObject({ state: 'scheduled' });
    expect(await currentNumber(content.deps.store.db)).toBe(1);
    // Another process over the same file, a day later.
    const store = await openStore(content.databaseFile);
    content.pass(24 * 60 * MINUTE_MS);
    const published = new Promise<number>((resolve) => content.deps.events.onHead(resolve));
    const stop = keepTime({ ...content.deps, store });
    expect(await published).toBe(2);
    stop();
    expect(await publishDue(content.deps)).toEqual([]);
    expect(await currentNumber(store.db)).toBe(2);
    await store.close();
  });

  test('what leads to one another goes out together, in one snapshot', async () => {
    const link = (to: string): Page['body'] => [
      { type: 'paragraph', content: [{ type: 'link', to: to as never, text: '见' }] },
    ];
    const page = (await content.detail(about)).entry as Page;
    await content.approve({ ...page, id: 'page/one' as never, body: link('page/two') });
    await content.approve({ ...page, id: 'page/two' as never, body: link('page/one') });
    for (const id of ['page/one', 'page/two']) await schedule(id, 3);
    content.pass(3 * MINUTE_MS);
    expect(await publishDue(content.deps)).toEqual([2]);
  });

  test('one that cannot go out waits for a person with the reason; the others go out', async () => {
    await approve(about, { title: '好的' });
    await approve(help, {
      body: [{ type: 'paragraph', content: [{ type: 'link', to: 'page/none' as never, text: '没有' }] }],
    });
    for (const id of [about, help]) await schedule(id, 1);
    content.pass(MINUTE_MS);
    expect(await publishDue(content.deps)).toEqual([2]);
    expect((await content.detail(about)).state).toBe('published');
    const held = await content.detail(help);
    expect(held).toMatchObject({ state: 'approved', publishAt: null });
    expect(held.history[0]).toMatchObject({ move: 'unschedule', by: { name: '系统' } });
    expect(held.history[0]?.note).toMatch(/^到了时间没有发布：.*没有发布。请先发布它/);
    expect(await publishDue(content.deps)).toEqual([]);
  });

  test('an edit that takes it away stands in the history, and is told to who had signed until it is signed again', async () => {
    const told = async (as: 'reviewer' | 'editor' | 'second' | 'signer') =>
      ((await (await content.get(routes.staff.today, as)).json()) as Today).voided;
    const save = async (as: 'second' | 'editor', title: string) => {
      const { revision, entry } = await content.detail(about);
      await content.send(as, 'PUT', routes.staff.entry(about), {
        basedOn: revision,
        entry: { ...entry, title },
      });
    };
    await approve(about, { title: '一' });
    await schedule(about, 60);
    expect(await told('reviewer')).toEqual([]);
    content.pass(MINUTE_MS);
    await save('second', '二');
    const note = '改成第 3 稿，2026年11月24日（周二）11:00 的定时发布取消。';
    const { history } = await content.detail(about);
    expect(history.slice(0, 2)).toMatchObject([
      { move: 'edit', revision: 3 },
      { move: 'unschedule', revision: 2, note, by: { name: people.second.name } },
    ]);
    const row = { id: about, title: '二', note, by: { name: people.second.name } };
    expect(await told('reviewer')).toMatchObject([row]);
    for (const as of ['signer', 'editor', 'second'] as const) expect(await told(as)).toEqual([]);
    await save('editor', '三');
    await content.move('editor', about, 'submit');
    expect(await told('reviewer')).toMatchObject([{ id: about, note }]);
    await content.move('reviewer', about, 'approve', { secrecyChecked: true });
    expect(await told('reviewer')).toEqual([]);
  });

  test('what a person took back by hand is no news after the next edit', async () => {
    await approve(about, { title: '一' });
    await schedule(about, 60);
    await content.move('reviewer', about, 'unschedule');
    content.pass(MINUTE_MS);
    const { revision, entry } = await content.detail(about);
    await content.send('second', 'PUT', routes.staff.entry(about), { basedOn: revision, entry });
    const today = (await (await content.get(routes.staff.today, 'reviewer')).json()) as Today;
    expect(today.voided).toEqual([]);
  });

  test('it is taken back, by hand or by an edit', async () => {
    await approve(about, { title: '一' });
    await schedule(about, 1);
    expect((await content.move('reviewer', about, 'unschedule')).status).toBe(200);
    expect(await content.detail(about)).toMatchObject({ state: 'approved', publishAt: null });
    await schedule(about, 1);
    const { revision, entry } = await content.detail(about);
    await content.send('editor', 'PUT', routes.staff.entry(about), { basedOn: revision, entry });
    expect(await content.detail(about)).toMatchObject({ state: 'draft', publishAt: null });
    content.pass(MINUTE_MS);
    expect(await publishDue(content.deps)).toEqual([]);
  });

  test('what is scheduled does not go out with the rest, and a moment must be named and lie ahead', async () => {
    await approve(about, { title: '一' });
    expect(await problemOf(await content.move('reviewer', about, 'schedule'))).toBe('moment-missing');
    expect(await problemOf(await schedule(about, 0))).toBe('moment-past');
    await schedule(about, 1);
    expect(await problemOf(await content.send('reviewer', 'POST', routes.staff.publication, {}))).toBe(
      'nothing-to-publish',
    );
  });
});

describe('an end to the minute', () => {
  test('takes it from the screens, by the system, and is struck out', async () => {
    expect((await end('item/first', inMinutes(2))).status).toBe(200);
    content.pass(2 * MINUTE_MS - 1);
    expect(await withdrawEnded(content.deps)).toEqual([]);
    content.pass(1);
    expect(await withdrawEnded(content.deps)).toEqual([2]);
    expect(await withdrawEnded(content.deps)).toEqual([]);
    const detail = await content.detail('item/first');
    expect(detail).toMatchObject({ state: 'withdrawn', endAt: null, published: null });
    expect(detail.history[0]).toMatchObject({ by: { name: '系统' }, note: '到了定好的时间，自动撤下' });
  });

  test('is changed and taken back, and audited', async () => {
    await end('item/first', inMinutes(2));
    await end('item/first', null);
    content.pass(5 * MINUTE_MS);
    expect(await withdrawEnded(content.deps)).toEqual([]);
    const rows = await content.deps.store.db.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
    expect(rows.slice(0, 2).map((row) => row.act)).toEqual(['content.end', 'content.end']);
  });

  test('lies after now and after the publication', async () => {
    expect(await problemOf(await end(about, inMinutes(0)))).toBe('moment-past');
    await approve(about, { title: '一' });
    await end(about, inMinutes(5));
    expect(await problemOf(await schedule(about, 5))).toBe('ends-before');
    await schedule(about, 4);
    expect(await problemOf(await end(about, inMinutes(4)))).toBe('ends-before');
    expect((await end(about, inMinutes(6))).status).toBe(200);
  });

  test('one that has passed meanwhile keeps a draft from going out for no time', async () => {
    await approve(about, { title: '一' });
    await content.deps.store.transaction((trx) => changeEntry(trx, about, { end_at: inMinutes(-1) }));
    expect(await problemOf(await content.move('reviewer', about, 'publish'))).toBe('ends-before');
  });
});
