import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Batch } from '../../../contract/batch.ts';
import type { Entry } from '../../../contract/entry.ts';
import { routes } from '../../../contract/routes.ts';
import { verifyAudit } from '../../audit/audit.ts';
import { people, type TestContent } from '../test-content.ts';
import { batchJobs } from './batch-job.ts';
import { dying, openTestHall, row, testBatches } from './test-batch.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let it_: TestContent;
beforeEach(async () => {
  it_ = await openTestHall();
});
afterEach(() => it_.close());

const { read, batchNow, post, ended, run, undo, sendAll, rowsOf } = testBatches(() => it_);

const imported = async (...titles: string[]): Promise<{ batch: Batch; entries: string[] }> => {
  const batch = await run((await read(titles.map((title) => row(title)))).id);
  return { batch, entries: (await rowsOf(batch.id)).rows.map(({ entry }) => entry ?? '') };
};
const save = async (as: 'editor' | 'second', id: string): Promise<void> => {
  const { entry, revision } = await it_.detail(id);
  const changed = { ...entry, summary: '接着改过。' } as Entry;
  await it_.send(as, 'PUT', routes.staff.entry(id), { basedOn: revision, entry: changed });
};
const submits = async (): Promise<string[]> => {
  const { db } = it_.deps.store;
  const rows = await db.selectFrom('audit').selectAll().where('act', '=', 'content.submit').execute();
  return rows.map(({ object }) => object).sort();
};

describe('drafts of a batch', () => {
  it('are sent for review together, each with an act and an audit row of its own', async () => {
    const { batch, entries } = await imported('甲', '乙', '丙');
    expect(batch).toMatchObject({ sendable: 3 });
    expect(await sendAll(batch.id)).toMatchObject({ state: 'done', sendable: 0, sendings: { sent: 3 } });
    for (const id of entries) {
      const detail = await it_.detail(id);
      expect(detail.state).toBe('submitted');
      expect(detail.history.map(({ move }) => move)).toEqual(['submit', 'edit']);
    }
    expect(await submits()).toEqual([...entries].sort());
    const { db } = it_.deps.store;
    const asked = await db.selectFrom('audit').selectAll().where('act', '=', 'batch.send').execute();
    expect(asked.map(({ actor, object }) => [actor, object])).toEqual([[people.editor.id, batch.id]]);
    expect((await verifyAudit(db)).firstBroken).toBeNull();
  });

  it('can be chosen; who presses twice sends nothing twice', async () => {
    const { batch, entries } = await imported('甲', '乙', '丙');
    const path = routes.staff.batchSend(batch.id);
    const answers = await Promise.all([post(path, { rows: [2, 3] }), post(path, { rows: [2, 3] })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await ended(batch.id)).toMatchObject({ sendable: 1, sendings: { sent: 2 } });
    expect((await post(path, { rows: [2, 3] })).status).toBe(409);
    expect(await submits()).toEqual(entries.slice(0, 2).sort());
    expect(await sendAll(batch.id)).toMatchObject({ sendable: 0, sendings: { sent: 3 } });
    expect((await submits()).length).toBe(3);
  });

  it('go by the rules of one: what cannot go is named with the reason, the rest goes', async () => {
    const { batch, entries } = await imported('甲', '乙', '丙', '丁', '戊');
    const [own = '', others = '', gone = '', returned = ''] = entries;
    await save('editor', own);
    await save('second', others);
    await it_.move('editor', gone, 'submit');
    await it_.move('editor', returned, 'submit');
    await it_.move('reviewer', returned, 'return', { note: '少了附件。' });
    const sent = await sendAll(batch.id);
    expect(sent).toMatchObject({ sendings: { sent: 2, already: 1, refused: 2 }, sendable: 2 });
    expect((await it_.detail(own)).state).toBe('submitted');
    const { rows } = await rowsOf(batch.id, '?show=unsent');
    expect(rows.map(({ title, why }) => [title, why])).toEqual([
      ['乙', '另一位编辑接着改过（第 2 稿）。请打开这一条看过，再送审。'],
      ['丁', '这一条退回以后还没有改。请打开它，看看退回的理由，改了再送审。'],
    ]);
    // What was in the way is done away with, and the same button sends it.
    await save('editor', returned);
    expect(await sendAll(batch.id)).toMatchObject({ sendings: { sent: 3, refused: 1 } });
  });

  it('of which a department is not one’s own stay', async () => {
    const { batch } = await imported('甲');
    Object.assign(people.editor, { department: 'minzheng' });
    const sent = await sendAll(batch.id).finally(() => Object.assign(people.editor, { department: null }));
    expect(sent.sendings).toMatchObject({ sent: 0, refused: 1 });
    expect((await rowsOf(batch.id)).rows[0]?.why).toContain('党政办公室');
  });

  it('once sent are no longer taken back with their import, and are named', async () => {
    const { batch, entries } = await imported('甲', '乙', '丙');
    await sendAll(batch.id, [2]);
    expect(await undo(batch.id)).toMatchObject({ outcomes: { kept: 1, 'taken-back': 2 }, sendable: 0 });
    expect((await it_.detail(entries[0] ?? '')).state).toBe('submitted');
    expect((await post(routes.staff.batchSend(batch.id), { rows: 'all' })).status).toBe(409);
  });

  it('wait for their import to be whole', async () => {
    const batch = await read([row('甲')]);
    expect((await post(routes.staff.batchSend(batch.id), { rows: 'all' })).status).toBe(409);
    for (const rows of ['some', [], [0], [1.5], null])
      expect((await post(routes.staff.batchSend(batch.id), { rows })).status).toBe(400);
  });

  it('are gone on with after a kill in the middle, and none goes twice', async () => {
    const titles = Array.from({ length: 60 }, (_, at) => `第${at}件`);
    const { batch } = await imported(...titles);
    const transaction = dying(it_.deps.store.transaction, 2);
    const failing = { ...it_.deps, store: { ...it_.deps.store, transaction } };
    await batchJobs(failing).send(people.editor, batch.id, 'all');
    await vi.waitFor(() => expect(it_.logged.some((each) => each.includes('broke off'))).toBe(true), 30_000);
    const left = await batchNow(batch.id);
    expect(left).toMatchObject({ state: 'done', sendings: { sent: 20, asked: 40 }, sendable: 40 });
    expect(await sendAll(batch.id, 'rest')).toMatchObject({ sendings: { sent: 60, asked: 0 } });
    const all = await submits();
    expect(new Set(all).size).toBe(60);
    expect(all.length).toBe(60);
  });

  it('that a stop left over are asked for no more when others are chosen', async () => {
    const { batch } = await imported(...Array.from({ length: 60 }, (_, at) => `第${at}件`));
    await post(routes.staff.batchSend(batch.id), { rows: 'all' });
    const stopped = (await (await post(routes.staff.batchStop(batch.id))).json()) as Batch;
    const { sent = 0 } = stopped.sendings;
    expect(stopped.state).toBe('done');
    expect(sent).toBeLessThan(60);
    expect(await sendAll(batch.id, [61])).toMatchObject({ sendings: { sent: sent + 1, asked: 0 } });
  });
});

it('a guide goes with its chart or not at all', async () => {
  const head = [
    '事项名称',
    '群众说法',
    '科室',
    '主题',
    '受理条件',
    '申请材料',
    '承诺时限',
    '办理结果',
    '设定依据',
    '办理流程',
  ];
  const low = [
    '低保认定',
    '申请低保',
    '民政办',
    '低保救助',
    '本乡户籍',
    '身份证',
    '25个工作日',
    '低保金',
    '《社会救助暂行办法》第十条',
    '提出申请\n窗口受理',
  ];
  const batch = await run((await read([low], { kind: 'guide', head })).id);
  const [guide, chart] = ['guide/shen-qing-di-bao', 'chart/shen-qing-di-bao'];
  const { entry } = await it_.detail(chart);
  await it_.send('second', 'PUT', routes.staff.entry(chart), {
    basedOn: 1,
    entry: { ...entry, summary: '改。' },
  });
  expect((await sendAll(batch.id)).sendings).toMatchObject({ sent: 0, refused: 1 });
  expect((await it_.detail(guide)).state).toBe('draft');
  const again = await it_.detail(chart);
  await it_.send('editor', 'PUT', routes.staff.entry(chart), {
    basedOn: 2,
    entry: { ...again.entry, summary: '好。' },
  });
  expect((await sendAll(batch.id)).sendings).toMatchObject({ sent: 1, refused: 0 });
  expect((await it_.detail(guide)).state).toBe('submitted');
  expect((await it_.detail(chart)).state).toBe('submitted');
});
