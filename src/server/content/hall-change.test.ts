import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attractKinds } from '../../contract/attract.ts';
import type { Today } from '../../contract/desk.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { Hall } from '../../contract/hall.ts';
import type { HallEntry, HallSettings } from '../../contract/hall-change.ts';
import { routes } from '../../contract/routes.ts';
import { currentNumber, shownHall } from '../store/snapshot.ts';
import { decideHallChange, hallSettings, saveHallChange } from './hall-change.ts';
import { openTestContent, people, type TestContent } from './test-content.ts';

/** The hall's settings: written by one, signed by another, out as a snapshot, and back again. */

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

const settings = async (): Promise<HallSettings> => {
  const held = await hallSettings(content.deps.store.db);
  if (!held.ok) throw new Error(held.problem.code);
  return held.value;
};
const keeper = { ...people.officer, roles: ['hall'] as const };
const save = async (change: Partial<Hall>) => {
  const { digest, hall } = await settings();
  return saveHallChange(content.deps, keeper, { basedOn: digest, hall: { ...hall, ...change } });
};
const decide = (decision: 'sign' | 'return', n: number, note?: string) =>
  decideHallChange(content.deps, people.signer, { n, decision, ...(note === undefined ? {} : { note }) });
const number = () => currentNumber(content.deps.store.db);
const notice = { text: '明天上午停电。', from: '2026-11-24', until: '2026-11-25' } as Hall['notices'][number];

test('who keeps the hall is told what is published, by the titles that screens show', async () => {
  const shown = async () =>
    (await (await content.get(routes.staff.hallEntries, 'editor')).json()) as HallEntry[];
  const before = await shown();
  expect(before.map(({ id }) => kindOf(id))).toEqual(
    before.map(({ id }) => kindOf(id)).filter((kind) => attractKinds.some((each) => each === kind)),
  );
  const { id, title } = before.find((each) => kindOf(each.id) === 'page') ?? {};
  if (id === undefined) throw new Error('no page is published');
  const { entry, revision } = await content.detail(id);
  await content.send('editor', 'PUT', routes.staff.entry(id), {
    basedOn: revision,
    entry: { ...entry, title: '还没发布的题目' },
  });
  expect(await shown()).toEqual(before);
  expect((await shown()).find((each) => each.id === id)?.title).toBe(title);
  await content.move('reviewer', id, 'withdraw', { note: '过时了' });
  expect((await shown()).map((each) => each.id)).not.toContain(id);
});

describe('a change of the settings', () => {
  test('is on no screen before another person signs it; then it is a snapshot of its own', async () => {
    const before = await number();
    expect(await save({ notices: [notice], hotline: '0436-7861004' as Hall['hotline'] })).toMatchObject({
      ok: true,
    });
    expect(await number()).toBe(before);
    const { waiting } = await settings();
    const asked = async (as: 'signer' | 'editor') =>
      ((await (await content.get(routes.staff.today, as)).json()) as Today).hallChanges;
    expect([await asked('signer'), await asked('editor')]).toEqual([1, 0]);
    expect(waiting).toMatchObject({ state: 'waiting', by: { id: keeper.id }, hall: { notices: [notice] } });
    expect(await decide('sign', waiting?.n ?? 0)).toMatchObject({ ok: true });
    expect(await number()).toBe(before + 1);
    expect(await shownHall(content.deps.store.db)).toMatchObject({
      notices: [notice],
      hotline: '0436-7861004',
    });
    expect((await settings()).past).toMatchObject([{ state: 'signed', decidedBy: { id: people.signer.id } }]);
    const audit = await content.deps.store.db.selectFrom('audit').selectAll().orderBy('n').execute();
    expect(audit.slice(-2).map((row) => [row.act, row.actor])).toEqual([
      ['hall.edit', keeper.id],
      ['hall.sign', people.signer.id],
    ]);
  });

  test('a roll-back brings the earlier settings back', async () => {
    const before = await number();
    await save({ helpAt: '2 号窗口' });
    await decide('sign', (await settings()).waiting?.n ?? 0);
    const back = await content.send('reviewer', 'POST', routes.staff.rollback, {
      to: before,
      reason: '写错了',
    });
    expect(back.status).toBe(200);
    expect(await number()).toBe(before + 2);
    expect((await shownHall(content.deps.store.db))?.helpAt).toBe('1 号窗口');
  });

  test('nobody signs their own, and a return has a reason', async () => {
    await save({ helpAt: '2 号窗口' });
    const n = (await settings()).waiting?.n ?? 0;
    const own = await decideHallChange(content.deps, keeper, { n, decision: 'sign' });
    expect(own).toMatchObject({ ok: false, problem: { code: 'same-person-signs-twice' } });
    expect(await decide('return', n)).toMatchObject({ ok: false, problem: { code: 'reason-missing' } });
    expect(await decide('return', n, '号码不对')).toMatchObject({ ok: true });
    expect(await settings()).toMatchObject({
      waiting: null,
      past: [{ state: 'returned', note: '号码不对' }],
    });
  });

  test('a later change takes the place of one that waits; what screens show has moved on is told', async () => {
    await save({ helpAt: '2 号窗口' });
    const first = (await settings()).waiting?.n ?? 0;
    await save({ helpAt: '3 号窗口' });
    expect(await decide('sign', first)).toMatchObject({ ok: false, problem: { code: 'move-not-legal' } });
    const { digest, hall, waiting } = await settings();
    await decide('sign', waiting?.n ?? 0);
    expect(await saveHallChange(content.deps, keeper, { basedOn: digest, hall })).toMatchObject({
      ok: false,
      problem: { code: 'move-not-legal' },
    });
  });

  test.each<[string, Partial<Record<keyof Hall, unknown>>, string, RegExp]>([
    ['no name', { name: '' }, 'name', /不能空着/],
    ['a telephone that is none', { hotline: '12' }, 'hotline', /./],
    ['another code', { code: '220821204' }, 'code', /定下来就不能改/],
    [
      'a category that items stand in',
      { categories: [{ id: 'other', label: '别的' }] },
      'categories',
      /1 条内容在用/,
    ],
    [
      'somebody’s identity number',
      { notices: [{ ...notice, text: '请 11010519491231002X 来领证' }] },
      'notices',
      /身份证/,
    ],
  ])('%s is refused with a sentence', async (_name, change, path, say) => {
    const refused = await save(change as Partial<Hall>);
    if (refused.ok || refused.problem.code !== 'bad-input') throw new Error('it was taken');
    expect(refused.problem.faults[0]?.path).toMatch(new RegExp(`^${path}`));
    expect(refused.problem.faults[0]?.say).toMatch(say);
    expect((await settings()).waiting).toBeNull();
  });
});
