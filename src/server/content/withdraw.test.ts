import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentOf } from '../../contract/day.ts';
import type { EntryId, ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { routes } from '../../contract/routes.ts';
import { currentNumber, listAt, snapshotRecord } from '../store/snapshot.ts';
import { withdrawEnded } from './at-its-time.ts';
import { importFolder } from './import/import-folder.ts';
import { demoHall, openTestContent, type TestContent, writeFolder } from './test-content.ts';

/** In the demo hall every guide names its chart and every chart its guide. */
let content: TestContent;
beforeAll(async () => {
  content = await openTestContent(demoHall());
}, 60_000);
afterAll(() => content.close());

const shown = async (): Promise<ReadonlySet<ObjectId>> => {
  const { db } = content.deps.store;
  return new Set((await listAt(db, await currentNumber(db))).keys());
};
const withdraw = (id: string) => content.move('reviewer', id, 'withdraw', { note: '有错' });
const problemOf = async (answer: Response): Promise<Problem> =>
  ((await answer.json()) as { problem: Problem }).problem;
const publish = () => content.send('reviewer', 'POST', routes.staff.publication, {});

test('a chart alone stays as long as its guide is shown, and the sentence names the guide', async () => {
  const answer = await withdraw('chart/legal-aid');
  expect(answer.status).toBe(409);
  expect(await problemOf(answer)).toEqual({
    code: 'chart-of-guide',
    guide: (await content.detail('guide/legal-aid')).title,
  });
});

test('what leads to an entry is told before it goes, without what goes along', async () => {
  const naming = async (id: string) =>
    (await (await content.get(routes.staff.entryNamedBy(id), 'reviewer')).json()) as { id: string }[];
  expect((await naming('guide/pension-claim')).map(({ id }) => id)).toEqual(['item/service-promises-2025']);
  expect(await naming('guide/legal-aid')).toEqual([]);
  expect((await naming('chart/legal-aid')).map(({ id }) => id)).toEqual(['guide/legal-aid']);
  expect(await naming('guide/none')).toEqual([]);
});

test('a text that links to it holds nothing back, but is not published again before its link is mended', async () => {
  expect((await withdraw('guide/pension-claim')).status).toBe(200);
  expect((await shown()).has('guide/pension-claim' as ObjectId)).toBe(false);
  const texts = await Promise.all(
    Object.keys(demoHall())
      .filter((file) => /^(page|item)\//.test(file))
      .map((file) => content.detail(file.replace(/\.md$/, ''))),
  );
  const linking = texts.find(({ entry }) => JSON.stringify(entry).includes('"guide/pension-claim"'));
  if (linking === undefined) throw new Error('no text links to it');
  await content.approve({ ...linking.entry, title: '新的' } as typeof linking.entry);
  expect(await problemOf(await publish())).toMatchObject({ code: 'broken-reference', from: '新的' });
  await content.move('reviewer', linking.id, 'return', { note: '链接' });
});

test('a guide goes with its chart and the cards made of it in one snapshot, and comes back with the chart', async () => {
  const { db } = content.deps.store;
  const card = demoHall()['card/hall-contact.yaml'] ?? '';
  await importFolder(
    content.importing,
    writeFolder({ 'card/legal-aid.yaml': `${card}\nguide: guide/legal-aid\n` }),
  );
  const before = await shown();
  const number = await currentNumber(db);
  expect((await withdraw('guide/legal-aid')).status).toBe(200);
  const after = await shown();
  const gone = [...before].filter((id) => !after.has(id));
  expect(gone.sort()).toEqual(['card/legal-aid', 'chart/legal-aid', 'guide/legal-aid']);
  expect(await currentNumber(db)).toBe(number + 1);
  expect((await snapshotRecord(db, number + 1))?.reason).toMatch(/^撤下“.+”，连同.*办事程序.*：有错$/);
  expect(await content.detail('chart/legal-aid')).toMatchObject({
    state: 'withdrawn',
    publishedRevision: null,
  });
  expect((await content.detail('chart/legal-aid')).history[0]).toMatchObject({
    move: 'withdraw',
    note: '有错',
  });

  const { entry } = await content.detail('guide/legal-aid');
  await content.approve({ ...entry, title: '改好的指南' } as typeof entry);
  const next = (await (await content.get(routes.staff.publication, 'reviewer')).json()) as {
    changes: { id: EntryId }[];
  };
  expect(next.changes.map((each) => each.id)).toEqual(['guide/legal-aid', 'chart/legal-aid']);
  expect((await publish()).status).toBe(200);
  const back = await shown();
  expect(
    ['guide/legal-aid', 'chart/legal-aid', 'card/legal-aid'].map((id) => back.has(id as ObjectId)),
  ).toEqual([true, true, false]);
});

test('what an item replaces can be withdrawn, and the item goes on', async () => {
  expect((await withdraw('item/flood-plan-2023')).status).toBe(200);
  const { entry } = await content.detail('item/flood-plan-2026');
  await content.approve({ ...entry, title: '嘎什根乡2026年防汛应急预案（修订）' } as typeof entry);
  expect((await publish()).status).toBe(200);
});

test('what ended with its guide ends once, also when the server made up for both at once', async () => {
  const card = demoHall()['card/hall-contact.yaml'] ?? '';
  const cardFile = { 'card/senior-card.yaml': `${card}\nguide: guide/senior-card\n` };
  expect((await importFolder(content.importing, writeFolder(cardFile))).ok).toBe(true);
  const before = await currentNumber(content.deps.store.db);
  for (const [id, minutes] of [
    ['guide/senior-card', 1],
    ['card/senior-card', 2],
  ] as const) {
    const endAt = momentOf(content.deps.clock() + minutes * 60_000);
    expect((await content.send('reviewer', 'PUT', routes.staff.entryEnd(id), { endAt })).status).toBe(200);
  }
  content.pass(3_600_000);
  expect(await withdrawEnded(content.deps)).toEqual([before + 1]);
  const { history } = await content.detail('card/senior-card');
  expect(history.filter(({ move }) => move === 'withdraw')).toHaveLength(1);
  expect(await withdrawEnded(content.deps)).toEqual([]);
});
