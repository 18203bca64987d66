import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { momentOf } from '../../contract/day.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Entry } from '../../contract/entry.ts';
import type {
  EntryPast,
  HallVersion,
  HallVersionRow,
  PastWriting,
  PastWritingRow,
  Revision,
} from '../../contract/history.ts';
import type { EntryId } from '../../contract/id.ts';
import { PRACTICE_HEADER } from '../../contract/practice.ts';
import { routes } from '../../contract/routes.ts';
import { decideHallChange, hallSettings, saveHallChange } from './hall-change.ts';
import { clearWritings } from './past-writing.ts';
import { type Name, openTestContent, people, type TestContent } from './test-content.ts';

/** What was ever saved can be read, compared and brought back; what was typed and given up too, for a while. */

let content: TestContent;
const id = 'page/about' as EntryId;
const DAY_MS = 86_400_000;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

const read = async <T>(path: string, as: Name = 'editor'): Promise<T> =>
  (await (await content.get(path, as)).json()) as T;
const past = () => read<EntryPast>(routes.staff.entryHistory(id));
const save = async (change: Partial<Entry>, as: Name = 'editor') => {
  const { entry, revision } = await content.detail(id);
  return content.send(as, 'PUT', routes.staff.entry(id), {
    basedOn: revision,
    entry: { ...entry, ...change },
  });
};
const restore = (from: number, basedOn: number, as: Name = 'editor') =>
  content.send(as, 'POST', routes.staff.entryRestoration(id), { from, basedOn });
const problemOf = async (answer: Response): Promise<{ code: string; by?: string }> =>
  ((await answer.json()) as { problem: { code: string } }).problem;
const lastAudit = () =>
  content.deps.store.db.selectFrom('audit').selectAll().orderBy('n', 'desc').executeTakeFirstOrThrow();

describe('the history of an entry', () => {
  test('says of every revision who, when, what changed and what happened to it', async () => {
    content.pass(60_000);
    await save({ title: '关于大厅' });
    await content.move('editor', id, 'submit');
    await content.move('head', id, 'return', { note: '写全称' });
    content.pass(60_000);
    const { entry } = await content.detail(id);
    await content.approve({ ...entry, title: '关于便民大厅' } as Entry);
    await content.send('reviewer', 'POST', routes.staff.publication, {});
    const { rows, publishedRevision } = await past();
    expect(publishedRevision).toBe(3);
    expect(rows.map(({ revision, by, changed }) => [revision, by?.name ?? null, changed])).toEqual([
      [3, '编辑', ['title']],
      [2, '编辑', ['title']],
      [1, null, null],
    ]);
    expect(rows[0]?.acts.map(({ move, snapshot }) => [move, snapshot])).toEqual([
      ['edit', null],
      ['submit', null],
      ['approve', null],
      ['publish', 2],
    ]);
    expect(rows[1]?.acts.at(-1)).toMatchObject({
      move: 'return',
      by: { name: '科室负责人' },
      note: '写全称',
    });
    expect(rows[2]?.acts).toMatchObject([{ move: 'publish', snapshot: 1, note: '从文件导入' }]);
  });

  test('one revision is there as it was saved; what does not fit today is said', async () => {
    await save({ title: '关于大厅' });
    const first = await read<Revision>(routes.staff.entryRevision(id, 1));
    expect(first).toMatchObject({ revision: 1, by: null, text: { title: '关于' }, faults: [] });
    await content.deps.store.db
      .updateTable('draft')
      .set({ body: JSON.stringify({ ...first.text, title: '', mood: 'old' }) })
      .where('entry_id', '=', id)
      .where('revision', '=', 1)
      .execute();
    const old = await read<Revision>(routes.staff.entryRevision(id, 1));
    expect(old.faults.map(({ path }) => path).sort()).toEqual(['mood', 'title']);
    const refused = await restore(1, 2);
    expect([refused.status, (await problemOf(refused)).code]).toEqual([400, 'bad-input']);
    expect((await content.detail(id)).revision).toBe(2);
    expect((await content.get(routes.staff.entryRevision(id, 9), 'editor')).status).toBe(404);
  });
});

describe('restoring', () => {
  test('makes a new draft that says where it came from and goes the whole review again', async () => {
    const { entry } = await content.detail(id);
    await content.approve({ ...entry, title: '关于大厅' } as Entry);
    const detail = (await (await restore(1, 2, 'second')).json()) as EntryDetail;
    expect(detail).toMatchObject({ revision: 3, state: 'draft', entry: { title: '关于' } });
    expect(detail.author?.name).toBe('另一位编辑');
    expect(detail.history[0]).toMatchObject({ move: 'edit', revision: 3, note: '恢复自第 1 稿。' });
    expect(await lastAudit()).toMatchObject({
      act: 'content.restore',
      actor: 's-second00',
      object: id,
      detail: JSON.stringify({ restoredFrom: 1, revision: 3 }),
    });
    // Who brings it back answers for it like an author.
    await content.move('second', id, 'submit');
    const own = await content.move('second', id, 'approve', { secrecyChecked: true });
    expect(own.status).toBe(403);
  });

  test('is refused when a colleague saved meanwhile, and leaves everybody’s working copy', async () => {
    await save({ title: '关于大厅' });
    const keep = (as: Name, title: string, hand: string) =>
      content.send(as, 'PUT', routes.staff.writing(id), { text: { title }, basedOn: 2, after: 0, hand });
    await keep('editor', '我正在写', 'hand0000');
    await keep('second', '同事正在写', 'hand1111');
    const late = await restore(1, 1);
    expect(await problemOf(late)).toMatchObject({ code: 'edited-meanwhile', by: '编辑' });
    expect((await restore(1, 2)).status).toBe(200);
    for (const [as, title] of [
      ['editor', '我正在写'],
      ['second', '同事正在写'],
    ] as const)
      expect(await read(routes.staff.writing(id), as)).toMatchObject({
        mine: { text: { title }, basedOn: 2 },
      });
  });

  test('is for who may write, in earnest and in practice', async () => {
    await save({ title: '关于大厅' });
    expect((await restore(1, 2, 'signer')).status).toBe(403);
    const headers = {
      'x-test-staff': 'editor',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      [PRACTICE_HEADER]: 'editor',
    };
    const inside = (path: string) => path.replace('/api/staff', routes.practice);
    const practised = await content.app.request(inside(routes.staff.entryHistory(id)), { headers });
    expect(((await practised.json()) as EntryPast).rows.map(({ revision }) => revision)).toEqual([2, 1]);
    const body = JSON.stringify({ from: 1, basedOn: 2 });
    const done = await content.app.request(inside(routes.staff.entryRestoration(id)), {
      method: 'POST',
      headers,
      body,
    });
    expect(await done.json()).toMatchObject({ revision: 3, entry: { title: '关于' } });
    expect((await content.detail(id)).revision).toBe(2);
  });
});

describe('what was typed and given up', () => {
  const keep = (text: object, after: number, hand = 'hand0000') =>
    content.send('editor', 'PUT', routes.staff.writing(id), { text, basedOn: 1, after, hand });
  const drop = () =>
    content.app.request(routes.staff.writing(id), {
      method: 'DELETE',
      headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' },
    });
  const rows = (as: Name = 'editor') => read<PastWritingRow[]>(routes.staff.pastWritings(id), as);

  test('can be brought back for a week, by who typed it alone', async () => {
    const { entry } = await content.detail(id);
    await keep({ ...entry, title: '写了一半' }, 0);
    await drop();
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ basedOn: 1, changed: ['title'], savedAt: '2026-11-24T02:00:00.000Z' });
    const back = await read<PastWriting>(routes.staff.pastWriting(id, row?.n ?? 0));
    expect([back.text.title, back.base.title]).toEqual(['写了一半', '关于']);
    expect(await rows('second')).toEqual([]);
    expect((await content.get(routes.staff.pastWriting(id, row?.n ?? 0), 'second')).status).toBe(404);
    content.pass(8 * DAY_MS);
    expect(await rows()).toEqual([]);
    await clearWritings(content.deps);
    expect(await content.deps.store.db.selectFrom('past_writing').selectAll().execute()).toEqual([]);
  });

  test('whatever it was, half a character too', async () => {
    await keep({ title: '半\ud842个' }, 0);
    await drop();
    expect((await rows()).map(({ changed }) => changed)).toEqual([expect.arrayContaining(['title', 'body'])]);
  });

  test('much that is gone at once is kept, and what another page wrote; a few states, each once', async () => {
    await keep({ title: '很长的内容'.repeat(40) }, 0);
    await keep({ title: '短' }, 1);
    await keep({ title: '另一页写的' }, 2, 'hand1111');
    expect((await rows()).length).toBe(2);
    for (let at = 0; at < 12; at += 1) {
      await keep({ title: `第 ${at} 次`.repeat(40) }, 3 + 2 * at, 'hand1111');
      await keep({ title: '短' }, 4 + 2 * at, 'hand1111');
    }
    expect((await rows()).length).toBe(8);
  });

  test('what became a revision is not offered again', async () => {
    const { entry } = await content.detail(id);
    await keep({ ...entry, title: '写好了' }, 0);
    await save({ title: '写好了' });
    expect(await rows()).toEqual([]);
  });

  test('working copies of who left and of what was withdrawn go after a month', async () => {
    await keep({ title: '离开的人写的' }, 0);
    await content.send('second', 'PUT', routes.staff.writing(id), {
      text: { title: '同事' },
      basedOn: 1,
      after: 0,
      hand: 'hand1111',
    });
    await content.send('second', 'PUT', routes.staff.writing('page/help'), {
      text: { title: '同事' },
      basedOn: 1,
      after: 0,
      hand: 'hand1111',
    });
    await content.move('reviewer', 'page/help', 'withdraw', { note: '有错' });
    await content.deps.store.db
      .updateTable('staff')
      .set({ disabled_at: momentOf(content.deps.clock()) })
      .where('id', '=', people.editor.id)
      .execute();
    const left = async () => {
      await clearWritings(content.deps);
      const held = await content.deps.store.db.selectFrom('writing').selectAll().execute();
      return held.map((each) => `${each.staff_id} ${each.entry_id}`).sort();
    };
    expect((await left()).length).toBe(3);
    content.pass(31 * DAY_MS);
    expect(await left()).toEqual([`s-second00 ${id}`]);
  });
});

test('the hall’s settings have a history too: imports, changes, returns', async () => {
  const keeper = { ...people.officer, roles: ['hall'] as const };
  const change = async (helpAt: string) => {
    const held = await hallSettings(content.deps.store.db);
    if (!held.ok) throw new Error(held.problem.code);
    content.pass(60_000);
    await saveHallChange(content.deps, keeper, {
      basedOn: held.value.digest,
      hall: { ...held.value.hall, helpAt },
    });
  };
  await change('2 号窗口');
  await decideHallChange(content.deps, people.signer, { n: 1, decision: 'return', note: '窗口号不对' });
  await change('3 号窗口');
  await decideHallChange(content.deps, people.signer, { n: 2, decision: 'sign' });
  const rows = await read<HallVersionRow[]>(routes.staff.hallHistory);
  expect(
    rows.map(({ key, state, snapshot, note, changed }) => [key, state, snapshot, note, changed]),
  ).toEqual([
    ['c2', 'signed', 2, null, ['helpAt']],
    ['c1', 'returned', null, '窗口号不对', ['helpAt']],
    ['s1', null, 1, expect.any(String), null],
  ]);
  const first = await read<HallVersion>(routes.staff.hallVersion('s1'));
  expect([first.text.helpAt, first.faults]).toEqual(['1 号窗口', []]);
  expect((await content.get(routes.staff.hallVersion('c9'), 'editor')).status).toBe(404);

  const bringBack = async (restoredFrom: string, helpAt: string) => {
    const now = await hallSettings(content.deps.store.db);
    if (!now.ok) throw new Error('no settings');
    content.pass(60_000);
    return saveHallChange(content.deps, keeper, {
      basedOn: now.value.digest,
      hall: { ...first.text, helpAt },
      restoredFrom,
    });
  };
  expect(await bringBack('s1', '1 号窗口')).toMatchObject({ ok: true });
  expect(await lastAudit()).toMatchObject({ act: 'hall.edit', detail: '{"restoredFrom":"s1"}' });
  expect(await bringBack('c1', '2 号窗口')).toMatchObject({ ok: true });
  expect(await bringBack('c1', '4 号窗口')).toMatchObject({ ok: true });
  expect(await bringBack('c99', '4 号窗口')).toMatchObject({ problem: { code: 'no-such-thing' } });
  const later = await read<HallVersionRow[]>(routes.staff.hallHistory);
  expect(later.map(({ key, origin }) => [key, origin])).toEqual([
    ['c5', '从第 1 次改动改起。'],
    ['c4', '恢复自第 1 次改动。'],
    ['c3', '恢复自第 1 版的设置。'],
    ['c2', null],
    ['c1', null],
    ['s1', null],
  ]);
  // A reason of a return stands beside it, and takes nothing away.
  await decideHallChange(content.deps, people.signer, { n: 5, decision: 'return', note: '不对' });
  const past = await hallSettings(content.deps.store.db);
  expect(past.ok && past.value.past[0]).toMatchObject({ origin: '从第 1 次改动改起。', note: '不对' });
  expect((await content.get(routes.staff.hallVersion('x'), 'editor')).status).toBe(404);
});
