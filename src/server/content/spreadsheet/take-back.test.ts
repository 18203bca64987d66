import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Accountability } from '../../../contract/accountability.ts';
import type { Timeliness } from '../../../contract/desk-timeliness.ts';
import type { Item } from '../../../contract/item.ts';
import { routes } from '../../../contract/routes.ts';
import { verifyAudit } from '../../audit/audit.ts';
import { listAuditRows } from '../../store/audit.ts';
import { currentNumber } from '../../store/snapshot.ts';
import type { TestContent } from '../test-content.ts';
import { openTestHall, row, testBatches } from './test-batch.ts';

/** An import that is undone leaves lists, counts and the audit as if every figure had been counted by hand. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let it_: TestContent;
beforeEach(async () => {
  it_ = await openTestHall();
});
afterEach(() => it_.close());

const { read, run, undo, sendAll, rowsOf } = testBatches(() => it_);

const imported = async (rows: Parameters<typeof read>[0], whenHere: 'skip' | 'revise' = 'skip') => {
  const batch = await run((await read(rows)).id, whenHere);
  return { batch, entries: (await rowsOf(batch.id)).rows.map(({ entry }) => entry ?? '') };
};
const entered = async (department: string): Promise<number> => {
  const path = routes.staff.accountability('2026-01-01', '2026-12-31');
  const { rows } = (await (await it_.get(path, 'editor')).json()) as Accountability;
  return rows.find((each) => each.department === department)?.entered ?? 0;
};
const clocks = async (): Promise<string[]> => {
  const seen = (await (await it_.get(routes.staff.timeliness, 'editor')).json()) as Timeliness;
  return seen.rows.map(({ title, department, formedOn }) => `${title} ${department} ${formedOn}`).sort();
};

it('counts what stays, and what comes again as what it is then', async () => {
  const first = await imported([row('甲', '', '2026-11-02'), row('乙', '', '2026-11-02')]);
  await sendAll(first.batch.id, [3]);
  expect(await entered('dangzheng')).toBe(2);
  expect(await clocks()).toHaveLength(2);
  await undo(first.batch.id);
  expect(await entered('dangzheng')).toBe(1);
  expect(await clocks()).toEqual(['乙 dangzheng 2026-11-02']);
  // The same name and number once more, with another department and day.
  it_.pass(1_000);
  const again = await imported([row('甲', '', '2026-11-20', '民政办')]);
  expect(again.entries[0]).toBe(first.entries[0]);
  expect([await entered('dangzheng'), await entered('minzheng')]).toEqual([1, 1]);
  expect(await clocks()).toEqual(['乙 dangzheng 2026-11-02', '甲 minzheng 2026-11-20']);
});

it('keeps a row of the audit for every draft that came, and for every one that went', async () => {
  const { batch, entries } = await imported([row('甲'), row('乙')]);
  await sendAll(batch.id, [3]);
  await undo(batch.id);
  const { db } = it_.deps.store;
  const told = (await listAuditRows(db)).map(({ act, object, detail }) => [act, object, JSON.parse(detail)]);
  const ofEntries = told.filter(([, object]) => entries.includes(object));
  const detail = { revision: 1, batch: batch.id };
  expect(ofEntries).toEqual([
    ['content.bring', entries[0], detail],
    ['content.bring', entries[1], detail],
    ['content.submit', entries[1], expect.objectContaining({ revision: 1 })],
    ['content.take-back', entries[0], detail],
  ]);
  expect(told.filter(([act]) => act === 'batch.undo')[0]?.[2]).toEqual({ rows: 2, takenBack: 1, kept: 1 });
  expect((await verifyAudit(db)).firstBroken).toBeNull();
});

it('what was said and typed of an entry before an import does not hold the import’s revision', async () => {
  const { entries } = await imported([row('甲', '1号')]);
  const [id = ''] = entries;
  await it_.send('reviewer', 'POST', routes.staff.entryComment(id), { text: '早先说的。' });
  const sheet = { revision: 1, withheld: '早先写的。' };
  expect((await it_.send('editor', 'PUT', routes.staff.entrySheet(id), sheet)).status).toBe(200);
  const body = { text: { title: '写到一半' }, basedOn: 1, after: 0, hand: 'hand0000' };
  expect((await it_.send('second', 'PUT', routes.staff.writing(id), body)).status).toBe(200);
  it_.pass(60_000);
  const department = '民政办';
  const { batch } = await imported([row('甲', '1号', '2014-1-24', department)], 'revise');
  expect(await it_.detail(id)).toMatchObject({ revision: 2, entry: { department: 'minzheng' } });
  expect((await undo(batch.id)).outcomes).toMatchObject({ 'taken-back': 1, kept: 0 });
  expect(await it_.detail(id)).toMatchObject({
    revision: 1,
    state: 'draft',
    entry: { department: 'dangzheng' },
  });
});

it.each([
  [
    'a word of a colleague',
    (id: string) => it_.send('reviewer', 'POST', routes.staff.entryComment(id), { text: '先别发。' }),
  ],
  [
    'a line on the review sheet',
    (id: string) =>
      it_.send('editor', 'PUT', routes.staff.entrySheet(id), {
        revision: 2,
        withheld: '涉及隐私。',
      }),
  ],
  [
    'what somebody is typing from it',
    (id: string) =>
      it_.send('second', 'PUT', routes.staff.writing(id), {
        text: { title: '写到一半' },
        basedOn: 2,
        after: 0,
        hand: 'hand0000',
      }),
  ],
])('%s holds it', async (_, touch) => {
  await imported([row('甲', '1号')]);
  it_.pass(60_000);
  const { batch, entries } = await imported([row('甲', '1号', '2014-1-24', '民政办')], 'revise');
  expect((await touch(entries[0] ?? '')).status).toBe(200);
  expect((await undo(batch.id)).outcomes).toMatchObject({ 'taken-back': 0, kept: 1 });
  const { rows } = await rowsOf(batch.id, '?show=kept');
  expect(rows.map(({ title }) => title)).toEqual(['甲']);
  expect((await it_.detail(entries[0] ?? '')).entry as Item).toMatchObject({ department: 'minzheng' });
});

describe('a number whose draft went is not given again: a page that shows the old words cannot cover the new', () => {
  const save = (as: 'editor' | 'second', id: string, basedOn: number, entry: unknown) =>
    it_.send(as, 'PUT', routes.staff.entry(id), { basedOn, entry });

  it('of an entry that was here before', async () => {
    const { entries } = await imported([row('甲', '1号')]);
    const [id = ''] = entries;
    const { batch } = await imported([row('甲', '1号', '2014-1-24', '民政办')], 'revise');
    const opened = await it_.detail(id);
    await undo(batch.id);
    const here = await it_.detail(id);
    const saved = await save('second', id, here.revision, { ...here.entry, summary: '同事写的。' });
    expect(await saved.json()).toMatchObject({ revision: opened.revision + 1 });
    const late = await save('editor', id, opened.revision, { ...opened.entry, summary: '早打开的。' });
    expect([late.status, await late.json()]).toEqual([
      409,
      expect.objectContaining({ problem: { code: 'edited-meanwhile', by: '另一位编辑', revision: 3 } }),
    ]);
    expect((await it_.detail(id)).entry).toMatchObject({ summary: '同事写的。' });
  });

  it('of an entry that went whole, and came again under its name', async () => {
    const first = await imported([row('甲')]);
    const [id = ''] = first.entries;
    const opened = await it_.detail(id);
    await undo(first.batch.id);
    const again = await imported([row('甲', '', '2014-1-24', '民政办')]);
    expect(again.entries).toEqual([id]);
    const late = await save('editor', id, opened.revision, { ...opened.entry, summary: '早打开的。' });
    expect(late.status).toBe(409);
    expect((await it_.detail(id)).entry).toMatchObject({ department: 'minzheng' });
  });

  it('and a further undo goes back to what stood before, not to the number beneath', async () => {
    const { entries } = await imported([row('甲', '1号')]);
    const [id = ''] = entries;
    const revise = async () => (await imported([row('甲', '1号', '2014-1-24', '民政办')], 'revise')).batch;
    await undo((await revise()).id);
    await undo((await revise()).id);
    expect(await it_.detail(id)).toMatchObject({ revision: 1, entry: { department: 'dangzheng' } });
  });
});

describe('what was published stands where screens have it', () => {
  const published = async (): Promise<string> => {
    const { entries } = await imported([row('甲', '1号')]);
    await it_.approve((await it_.detail(entries[0] ?? '')).entry);
    await it_.send('reviewer', 'POST', routes.staff.publication, {});
    return entries[0] ?? '';
  };
  const revised = async () => (await imported([row('甲', '1号', '2014-1-24', '民政办')], 'revise')).batch;

  it('as long as it is there', async () => {
    const id = await published();
    const before = await it_.detail(id);
    await undo((await revised()).id);
    const { state, revision, publishedRevision } = await it_.detail(id);
    expect({ state, revision, publishedRevision }).toEqual({
      state: 'published',
      revision: before.revision,
      publishedRevision: before.revision,
    });
  });

  it('when it was withdrawn since: nothing says that visitors see it', async () => {
    const id = await published();
    const batch = await revised();
    expect((await it_.move('reviewer', id, 'withdraw', { note: '有误。' })).status).toBe(200);
    expect((await undo(batch.id)).outcomes).toMatchObject({ 'taken-back': 1 });
    expect(await it_.detail(id)).toMatchObject({ state: 'withdrawn', publishedRevision: null });
  });

  it('when screens were rolled back to an earlier text of it', async () => {
    const id = await published();
    const first = await currentNumber(it_.deps.store.db);
    const { entry } = await it_.detail(id);
    await it_.approve({ ...(entry as Item), summary: '改过。' });
    await it_.send('reviewer', 'POST', routes.staff.publication, {});
    const batch = await revised();
    const back = { to: first, reason: '改错了。' };
    expect((await it_.send('reviewer', 'POST', routes.staff.rollback, back)).status).toBe(200);
    await undo(batch.id);
    expect(await it_.detail(id)).toMatchObject({ state: 'returned', revision: 3, publishedRevision: 2 });
  });
});
