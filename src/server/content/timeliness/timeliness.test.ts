import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Accountability } from '../../../contract/accountability.ts';
import type { Moment } from '../../../contract/day.ts';
import { day } from '../../../contract/day-schema.ts';
import type { Digest, DueItem, Timeliness } from '../../../contract/desk-timeliness.ts';
import type { Item } from '../../../contract/item.ts';
import { routes } from '../../../contract/routes.ts';
import { listAuditRows } from '../../store/audit.ts';
import { disclosures } from '../../store/timeliness.ts';
import { recordEarlierDisclosures } from '../../store/timeliness-start.ts';
import { itemFile, openTestContent, people, smallHall, type TestContent } from '../test-content.ts';
import { announce as announceIt, settle as settleIt } from './due-item.ts';

const DAY_MS = 86_400_000;
// The test hall's day is 24 November 2026; 20 working days back from it is 27 October, with 1 October alone off.
const calendar = 'year: 2026\nsource: 试验\noff: ["2026-10-01"]\nmakeup: []\n';

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent({
    ...smallHall,
    'calendar/2026.yaml': calendar,
    'item/first.md': itemFile('第一件', '2026-11-20'),
    'item/late.md': itemFile('迟了的', '2026-10-01'),
    'item/timed.md': itemFile('公示', '2026-11-02').replace(
      'validity:',
      'legalClause: 第二十条第七项\nperiod: { from: "2026-11-24", until: "2026-12-10" }\nvalidity:',
    ),
  });
});
afterEach(() => content.close());

const read = async <T>(path: string): Promise<T> => {
  const answer = await content.get(path, 'editor');
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
};
const seen = () => read<Timeliness>(routes.staff.timeliness);
const shown = async () => (await seen()).rows.map(({ show, title, on, days }) => [show, title, on, days]);
const draft = async (id: string, change: Partial<Item>): Promise<Item> => {
  const { entry } = await content.detail('item/first');
  return { ...(entry as Item), id: id as Item['id'], ...change };
};
const save = async (entry: Item, basedOn = 0) =>
  content.send('editor', 'PUT', routes.staff.entry(entry.id), { basedOn, entry });
const announce = async (more: object = {}, as: 'editor' | 'second' | 'reviewer' = 'editor') =>
  content.send(as, 'POST', routes.staff.dueItems, {
    title: '三季度低保名单',
    heading: '21-8',
    department: 'dangzheng',
    formedOn: '2026-10-20',
    limitWorkdays: 20,
    ...more,
  });
const settle = (id: string, how: object, as: 'editor' | 'second' | 'reviewer' = 'editor') =>
  content.send(as, 'POST', routes.staff.dueItemSettlement(id), how);

describe('the dashboard', () => {
  test('what was published late and what expires, each with its day', async () => {
    expect(await shown()).toEqual([
      ['published', '迟了的', '2026-10-29', 18],
      ['expiring', '公示', '2026-12-10', 16],
    ]);
  });

  test('a draft that nobody has published runs down, is soon due, and is late the day after', async () => {
    await save(await draft('item/next', { title: '新的', formedOn: '2026-11-02' as never }));
    const mine = async () => (await shown()).find(([, title]) => title === '新的');
    expect(await mine()).toEqual(['soon', '新的', '2026-11-30', 4]);
    content.pass(7 * DAY_MS);
    expect(await mine()).toEqual(['late', '新的', '2026-11-30', 1]);
  });

  test('publication stops the clock and leaves one record with who and when', async () => {
    await content.approve(await draft('item/next', { title: '新的', formedOn: '2026-11-02' as never }));
    await content.send('reviewer', 'POST', routes.staff.publication, {});
    expect((await shown()).map(([, title]) => title)).not.toContain('新的');
    const [row] = (await disclosures(content.deps.store.db)).filter((each) => each.entry_id === 'item/next');
    expect(row).toMatchObject({
      formed_on: '2026-11-02',
      published_on: '2026-11-24',
      by_name: '审核',
      at: '2026-11-24T02:00:00.000Z',
      is_stated: 0,
    });
  });

  test('a change formed later starts anew; a corrected text does not', async () => {
    await save(await draft('item/first', { title: '改一个字' }), 1);
    expect((await shown()).map(([, title]) => title)).not.toContain('改一个字');
    await save(await draft('item/first', { title: '新的一年', formedOn: '2026-11-23' as never }), 2);
    expect(await shown()).toContainEqual(['running', '新的一年', '2026-12-21', 19]);
  });

  test('without a calendar of the year it says which one is missing', async () => {
    await save(await draft('item/old', { title: '跨年的', formedOn: '2025-12-30' as never }));
    const row = (await seen()).rows.find(({ title }) => title === '跨年的');
    expect(row).toMatchObject({ show: 'unknown', on: null, missingYear: 2025 });
  });

  test('what is given on request only has no clock', async () => {
    await save(await draft('item/asked', { title: '依申请的', disclosureWay: '依申请公开' }));
    expect((await shown()).map(([, title]) => title)).not.toContain('依申请的');
  });

  test('progress counts what became public this year and what is open, with what nobody wrote and what is late', async () => {
    const mine = async () => (await seen()).progress;
    const before = (await mine())[0]?.total ?? 0;
    expect(await mine()).toEqual([
      { department: 'dangzheng', total: before, entered: before, published: before, late: 0 },
    ]);
    await save(await draft('item/next', { title: '新的', formedOn: '2026-11-02' as never }));
    await announce();
    expect(await mine()).toEqual([
      { department: 'dangzheng', total: before + 2, entered: before + 1, published: before, late: 1 },
    ]);
    await content.approve(await draft('item/next', { title: '新的', formedOn: '2026-11-02' as never }));
    await content.send('reviewer', 'POST', routes.staff.publication, {});
    expect(await mine()).toMatchObject([{ total: before + 2, entered: before + 1, published: before + 1 }]);
  });

  test('headings count what became public this year', async () => {
    const heading = async (id: string) => (await seen()).headings.find((each) => each.id === id);
    expect(await heading('20-7')).toEqual({ id: '20-7', thisYear: 1, lastOn: '2026-11-24' });
    expect(await heading('20-1')).toEqual({ id: '20-1', thisYear: 0, lastOn: null });
    content.pass(60 * DAY_MS);
    expect(await heading('20-7')).toEqual({ id: '20-7', thisYear: 0, lastOn: '2026-11-24' });
  });

  test('a guide counts on the day that it is at the hall', async () => {
    const { db } = content.deps.store;
    // Seven in the morning of New Year's Day, while it is still the old year in London.
    const first_published_at = '2026-12-31T23:00:00.000Z' as Moment;
    // Counting looks at the kind and the moment alone.
    const guide = { kind: 'guide', first_published_at };
    await db.updateTable('entry').set(guide).where('id', '=', 'page/about').execute();
    content.pass(38 * DAY_MS);
    const guides = (await seen()).headings.find(({ id }) => id === '20-5');
    expect(guides).toEqual({ id: '20-5', thisYear: 1, lastOn: '2027-01-01' });
  });
});

describe('what is announced', () => {
  test('is late before anybody has written it', async () => {
    expect((await announce()).status).toBe(200);
    expect((await shown())[0]).toEqual(['late', '三季度低保名单', '2026-11-17', 5]);
  });

  test('a day to come or a department that does not exist is refused at its field', async () => {
    const answer = await announce({ formedOn: '2026-11-25', department: 'gone' });
    expect(answer.status).toBe(400);
    const { problem } = (await answer.json()) as { problem: { faults: { path: string }[] } };
    expect(problem.faults.map(({ path }) => path)).toEqual(['department', 'formedOn']);
  });

  test('who belongs to a department announces and settles for it alone', async () => {
    const due = {
      title: '名单',
      heading: null,
      department: 'dangzheng',
      formedOn: day('2026-11-20'),
      limitWorkdays: 20,
    };
    const other = { ...people.both, department: 'minzheng' };
    const refused = await announceIt(content.deps, other, due);
    expect(refused).toMatchObject({ ok: false, problem: { faults: [{ path: 'department' }] } });
    const { id } = (await (await announce()).json()) as DueItem;
    const closed = { how: 'closed', reason: '重复' } as const;
    expect(await settleIt(content.deps, other, id, closed)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    const own = { ...people.both, department: 'dangzheng' };
    expect((await announceIt(content.deps, own, due)).ok).toBe(true);
    expect((await settleIt(content.deps, own, id, closed)).ok).toBe(true);
  });

  test('an item fulfils it; the earlier day goes on counting, and its heading counts', async () => {
    const { id } = (await (await announce()).json()) as DueItem;
    await save(await draft('item/list', { title: '名单', formedOn: '2026-11-20' as never }));
    expect((await settle(id, { how: 'item', item: 'item/list' })).status).toBe(200);
    expect((await shown())[0]).toEqual(['late', '名单', '2026-11-17', 5]);
    await content.approve(await draft('item/list', { title: '名单', formedOn: '2026-11-20' as never }));
    await content.send('reviewer', 'POST', routes.staff.publication, {});
    expect(await shown()).toContainEqual(['published', '名单', '2026-11-17', 5]);
    expect((await seen()).headings.find((each) => each.id === '21-8')?.thisYear).toBe(1);
  });

  test('it is closed with a reason, once, by its own or by who reviews', async () => {
    const { id } = (await (await announce()).json()) as DueItem;
    const closed = { how: 'closed', reason: '属于依申请公开' };
    expect((await settle(id, closed, 'second')).status).toBe(403);
    expect((await settle(id, { how: 'item', item: 'item/none' })).status).toBe(400);
    expect((await settle(id, { how: 'closed', reason: ' ' })).status).toBe(400);
    expect((await settle(id, closed, 'reviewer')).status).toBe(200);
    expect((await settle(id, closed)).status).toBe(409);
    expect((await shown()).map(([, title]) => title)).not.toContain('三季度低保名单');
    const [due] = await read<DueItem[]>(routes.staff.dueItems);
    expect(due?.settled).toMatchObject({ by: { name: '审核' }, reason: '属于依申请公开', item: null });
  });

  test('both acts are in the audit, without the title', async () => {
    const { id } = (await (await announce()).json()) as DueItem;
    await settle(id, { how: 'closed', reason: '重复' });
    const rows = (await listAuditRows(content.deps.store.db)).filter((row) => row.object === id);
    expect(rows.map(({ act }) => act)).toEqual(['due-item.announce', 'due-item.settle']);
    expect(JSON.stringify(rows)).not.toContain('低保');
  });
});

test('what was published before the records were kept gets one of its first publication', async () => {
  const { db } = content.deps.store;
  const before = await disclosures(db);
  await db.deleteFrom('disclosure').execute();
  await recordEarlierDisclosures(db);
  const facts = (rows: typeof before) =>
    rows.map(({ entry_id, formed_on, published_on, department }) => [
      entry_id,
      formed_on,
      published_on,
      department,
    ]);
  expect(facts(await disclosures(db))).toEqual(facts(before));
  expect(before).toHaveLength(3);
});

describe('counts and the digest', () => {
  const counts = async (from: string, until: string) =>
    (await read<Accountability>(routes.staff.accountability(from, until))).rows;

  test('each record is counted in its department and its time', async () => {
    await announce();
    await save(await draft('item/next', { title: '新的' }));
    await content.move('editor', 'item/next', 'submit');
    await content.move('reviewer', 'item/next', 'return', { note: '缺文号' });
    expect(await counts('2026-10-01', '2026-12-31')).toEqual([
      {
        department: 'dangzheng',
        announced: 1,
        entered: 4,
        inTime: 2,
        late: 1,
        unknown: 0,
        overdue: 1,
        returned: 1,
      },
    ]);
    expect(await counts('2026-07-01', '2026-09-30')).toMatchObject([{ entered: 0, late: 0, returned: 0 }]);
    expect((await content.get(routes.staff.accountability('x', 'y'), 'editor')).status).toBe(404);
  });

  test('the week holds what was published and returned in it', async () => {
    await save(await draft('item/next', { title: '新的' }));
    await content.move('editor', 'item/next', 'submit');
    await content.move('reviewer', 'item/next', 'return', { note: '缺文号' });
    const week = await read<Digest>(routes.staff.digest('2026-11-23'));
    expect(week).toMatchObject({ from: '2026-11-23', until: '2026-11-29', today: '2026-11-24' });
    expect(week.returned).toEqual([
      { id: 'item/next', title: '新的', department: 'dangzheng', on: '2026-11-24', note: '缺文号' },
    ]);
    expect(week.published.map(({ title }) => title).sort()).toEqual(['公示', '第一件', '迟了的']);
    expect((await read<Digest>(routes.staff.digest('2026-11-16'))).published).toEqual([]);
  });
});
