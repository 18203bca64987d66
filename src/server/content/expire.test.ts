import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ObjectId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import { currentNumber, listAt, snapshotRecord } from '../store/snapshot.ts';
import { withdrawOver } from './expire.ts';
import { keepTime } from './schedule.ts';
import { itemFile, openTestContent, pageFile, smallHall, type TestContent } from './test-content.ts';

const DAY_MS = 86_400_000;
const timed = (title: string, until: string): string =>
  itemFile(title, '2026-11-02').replace(
    'validity:',
    `period: { from: "2026-11-03", until: "${until}" }\nvalidity:`,
  );

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent({
    ...smallHall,
    'item/today.md': timed('到今天', '2026-11-24'),
    'item/later.md': timed('到下月', '2026-12-24'),
    'page/link.md': pageFile('有链接', '见[公示](item/today)。'),
  });
});
afterEach(() => content.close());

const shown = async (): Promise<readonly ObjectId[]> => {
  const { db } = content.deps.store;
  return [...(await listAt(db, await currentNumber(db))).keys()];
};

test('the last day is still shown; after it the item leaves, whatever links to it, and screens are told', async () => {
  const heard: number[] = [];
  content.deps.events.onHead((number) => void heard.push(number));
  expect(await withdrawOver(content.deps)).toBeNull();
  // 23:59:59 at the hall, then the next day.
  content.pass(14 * 3_600_000 - 1_000);
  expect(await withdrawOver(content.deps)).toBeNull();
  content.pass(1_000);
  expect(await withdrawOver(content.deps)).toBe(2);
  expect(heard).toEqual([2]);
  expect(await shown()).not.toContain('item/today');
  expect(await shown()).toContain('item/later');
  expect(await withdrawOver(content.deps)).toBeNull();
});

test('it is recorded as done by the system, with the day', async () => {
  content.pass(DAY_MS);
  await withdrawOver(content.deps);
  const { db } = content.deps.store;
  expect((await content.detail('item/today')).history[0]).toMatchObject({
    move: 'withdraw',
    by: { name: '系统' },
    note: '公示期到 2026-11-24 为止，期满自动撤下',
  });
  expect(await snapshotRecord(db, 2)).toMatchObject({
    by_name: '系统',
    reason: '公示期满，自动撤下：“到今天”',
  });
  const rows = await db.selectFrom('audit').selectAll().orderBy('n', 'desc').limit(1).execute();
  expect(rows[0]).toMatchObject({ act: 'content.withdraw', actor: 'system', object: 'item/today' });
});

test('a roll-back does not bring it back by itself', async () => {
  content.pass(DAY_MS);
  await withdrawOver(content.deps);
  const back = { to: 1, reason: '试验' };
  expect((await content.send('reviewer', 'POST', routes.staff.rollback, back)).status).toBe(409);
});

test('a server that starts later makes up for what it missed', async () => {
  content.pass(40 * DAY_MS);
  const withdrawn = new Promise<number>((resolve) => content.deps.events.onHead(resolve));
  const stop = keepTime(content.deps);
  expect(await withdrawn).toBe(2);
  stop();
  expect((await shown()).filter((id) => id.startsWith('item/'))).toEqual(['item/first']);
});
