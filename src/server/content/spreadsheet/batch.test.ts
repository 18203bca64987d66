import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Batch } from '../../../contract/batch.ts';
import { momentOf } from '../../../contract/day.ts';
import type { Guide } from '../../../contract/guide.ts';
import type { Item } from '../../../contract/item.ts';
import { routes } from '../../../contract/routes.ts';
import { makeApp } from '../../app.ts';
import { verifyAudit } from '../../audit/audit.ts';
import type { Trx } from '../../store/store.ts';
import { type Name, people, type TestContent } from '../test-content.ts';
import { batchJobs } from './batch-job.ts';
import { openFile } from './open-file.ts';
import { dying, openTestHall, row, testBatches } from './test-batch.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let it_: TestContent;
beforeEach(async () => {
  it_ = await openTestHall();
});
afterEach(() => it_.close());

const { read, batchNow, post, run, undo, rowsOf, ids } = testBatches(() => it_);

describe('a batch', () => {
  it('is reported row by row before anything is written, then imported as drafts', async () => {
    const batch = await read([
      row('关于春耕的通知', '嘎政发〔2014〕3号'),
      row('关于防汛的公告', '', '2014-2-30'),
      row('关于春耕的通知', '嘎政发〔2014〕3号'),
    ]);
    expect(batch).toMatchObject({ state: 'checked', total: 3, verdicts: { new: 1, wrong: 2, here: 0 } });
    const { rows } = await rowsOf(batch.id, '?show=wrong');
    expect(rows.map(({ n, faults }) => [n, faults[0]?.column, faults[0]?.stands])).toEqual([
      [3, '成文日期', '2014-2-30'],
      [4, '信息名称', '关于春耕的通知'],
    ]);
    expect(rows[1]?.faults[0]?.say).toContain('和第 2 行重复');
    expect(await ids()).toEqual([]);
    const done = await run(batch.id);
    expect(done).toMatchObject({ state: 'done', outcomes: { created: 1, waiting: 0 } });
    const detail = await it_.detail('item/2014-chun-geng');
    expect(detail).toMatchObject({ state: 'draft', revision: 1, publishedRevision: null });
    expect(detail.entry as Item).toMatchObject({
      title: '关于春耕的通知',
      genre: '通知',
      formedOn: '2014-01-24',
      summary: '正文一',
      publisher: '嘎什根乡人民政府',
      department: 'dangzheng',
    });
    expect(detail.history[0]).toMatchObject({ move: 'edit', note: '从表格导入' });
  });

  it('knows what is here already: it is skipped, or becomes a new revision that keeps the rest', async () => {
    await run((await read([row('甲', '1号'), row('乙')])).id);
    const again = await read([row('甲', '1号', '2014-01-24', '民政办'), row('乙'), row('甲', '2号')]);
    expect(again.verdicts).toEqual({ new: 1, here: 2, wrong: 0 });
    expect((await run(again.id)).outcomes).toMatchObject({ created: 1, skipped: 2 });
    const third = await read([row('甲', '1号', '2014-01-24', '民政办'), row('乙')]);
    expect((await run(third.id, 'revise')).outcomes).toMatchObject({ revised: 1, skipped: 1 });
    const id = (await rowsOf(third.id)).rows[0]?.entry ?? '';
    expect(await it_.detail(id)).toMatchObject({ revision: 2, entry: { department: 'minzheng' } });
    expect((await undo(third.id)).outcomes).toMatchObject({ 'taken-back': 1 });
    expect(await it_.detail(id)).toMatchObject({ revision: 1, entry: { department: 'dangzheng' } });
  });

  it('is undone but for what somebody has touched since', async () => {
    const batch = await read([row('甲'), row('乙'), row('丙'), row('丁')]);
    await run(batch.id);
    const [edited, submitted, said, untouched] = (await rowsOf(batch.id)).rows.map(
      ({ entry }) => entry ?? '',
    );
    const detail = await it_.detail(edited ?? '');
    await it_.send('second', 'PUT', routes.staff.entry(edited ?? ''), {
      basedOn: 1,
      entry: { ...detail.entry, summary: '改过。' },
    });
    await it_.move('editor', submitted ?? '', 'submit');
    await it_.send('reviewer', 'POST', routes.staff.entryComment(said ?? ''), { text: '这条先别发。' });
    const undone = await undo(batch.id);
    expect(undone).toMatchObject({ state: 'undone', outcomes: { kept: 3, 'taken-back': 1 } });
    expect(await ids()).toEqual([edited, submitted, said].sort());
    expect((await rowsOf(batch.id, '?show=kept')).rows).toHaveLength(3);
    expect(await it_.detail(untouched ?? '')).toMatchObject({ problem: { code: 'no-such-thing' } });
    expect((await verifyAudit(it_.deps.store.db)).firstBroken).toBeNull();
    expect((await post(routes.staff.batchUndo(batch.id))).status).toBe(409);
  });

  it('whose rows speak twice of one entry says so, and the others come in', async () => {
    await run((await read([row('甲', '1号')])).id);
    const [first] = await ids();
    await it_.approve((await it_.detail(first ?? '')).entry);
    await it_.send('reviewer', 'POST', routes.staff.publication, {});
    const { indexNo } = await it_.detail(first ?? '');
    const head = ['索引号', '标题', '文号', '成文日期', '科室', '分类', '正文'];
    const rows = [
      [indexNo ?? '', ...row('甲改', '1号')],
      [indexNo ?? '', ...row('另一条', '2号')],
      ['', ...row('新的')],
    ];
    const batch = await read(rows, { head });
    expect(batch.verdicts).toEqual({ new: 1, here: 1, wrong: 1 });
    const wrong = (await rowsOf(batch.id, '?show=wrong')).rows;
    expect(wrong.map(({ n, faults }) => [n, faults[0]?.say])).toEqual([
      [3, expect.stringContaining('和第 2 行说的是同一条（索引号相同')],
    ]);
    expect(await run(batch.id, 'revise')).toMatchObject({
      state: 'done',
      outcomes: { created: 1, revised: 1 },
    });
  });

  it('whose rows have become one entry since they were read is gone through to its end', async () => {
    await run((await read([row('甲', '1号')])).id);
    const [first = ''] = await ids();
    const batch = await read([row('乙', '1号'), row('丙', '1号'), row('丁')]);
    expect(batch.verdicts).toMatchObject({ new: 3 });
    // As if two of the rows were the one that a colleague has written meanwhile.
    const { db } = it_.deps.store;
    await db.updateTable('entry').set({ index_no: '老-1' }).where('id', '=', first).execute();
    const its = db.selectFrom('batch_row').where('batch_id', '=', batch.id).where('n', '<', 4);
    for (const { n, fields } of await its.select(['n', 'fields']).execute())
      await db
        .updateTable('batch_row')
        .set({ fields: JSON.stringify({ ...JSON.parse(fields), indexNo: '老-1' }) })
        .where('batch_id', '=', batch.id)
        .where('n', '=', n)
        .execute();
    expect(await run(batch.id, 'revise')).toMatchObject({
      state: 'done',
      outcomes: { created: 1, revised: 1, refused: 1 },
    });
  });

  it('cuts no character in two', async () => {
    const text = `${'一'.repeat(118)}𠮷${'二'.repeat(9)}`;
    const head = ['标题', '成文日期', '科室', '分类', '正文'];
    const batch = await read([['甲', '2014-1-24', '党政办公室', '工作信息', text]], { head });
    expect((await run(batch.id)).outcomes).toMatchObject({ created: 1 });
    const [id = ''] = await ids();
    expect((await it_.detail(id)).entry).toMatchObject({ summary: `${'一'.repeat(118)}…` });
  });

  it('gives no short name that somebody has taken meanwhile', async () => {
    const batch = await read(Array.from({ length: 30 }, (_, at) => row('关于春耕的通知', `${at}号`)));
    let isTaken = false;
    const { transaction } = it_.deps.store;
    // Between two parts a colleague writes under the name that would come next.
    const slow = {
      ...it_.deps,
      store: {
        ...it_.deps.store,
        transaction: async <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
          const done = await transaction(work);
          if (!isTaken) {
            isTaken = true;
            const { entry } = await it_.detail('item/2014-chun-geng');
            const id = 'item/2014-chun-geng-21';
            const answer = await it_.send('second', 'PUT', routes.staff.entry(id), {
              basedOn: 0,
              entry: { ...entry, id },
            });
            expect(answer.status).toBe(200);
          }
          return done;
        },
      },
    };
    await batchJobs(slow).start(people.editor, batch.id, 'skip');
    await vi.waitFor(async () => expect((await batchNow(batch.id)).outcomes.created).toBe(30), 30_000);
    expect((await ids()).length).toBe(31);
  });

  it('a wrong row comes back as a spreadsheet that can be mended and brought again', async () => {
    const batch = await read([row('甲', '', '昨天'), row('乙')]);
    const answer = await it_.get(routes.staff.batchReport(batch.id), 'editor');
    const sheets = await openFile(new Uint8Array(await answer.arrayBuffer()), 'a.xlsx');
    const rows = (sheets.ok ? sheets.value[0]?.rows : []) ?? [];
    expect(rows).toHaveLength(2);
    expect(String(rows[1]?.at(-1))).toContain('成文日期“昨天”');
    const mended = rows.map((each) =>
      each.map((cell) => (cell === '昨天' ? '2014.1.24' : String(cell ?? ''))),
    );
    const [head = [], ...others] = mended;
    expect(await read(others, { head })).toMatchObject({ unread: [], verdicts: { new: 1, wrong: 0 } });
  });

  it('binds who writes for one department', async () => {
    const bound = { ...people.editor, id: 's-bound000', department: 'minzheng' };
    Object.assign(people, { bound });
    await it_.deps.store.db
      .insertInto('staff')
      .values({
        id: bound.id,
        login: 'bound',
        name: '民政',
        password_hash: '',
        roles: '["editor"]',
        created_at: momentOf(0),
        disabled_at: null,
      })
      .execute();
    const as = 'bound' as Name;
    const head = ['标题', '成文日期', '分类'];
    const batch = await read([['甲', '2014-1-1', '工作信息']], { as, head });
    expect(batch.verdicts).toMatchObject({ new: 1 });
    const other = await read([row('乙')], { as });
    expect(other.verdicts).toMatchObject({ wrong: 1 });
    const free = await read([row('丙')]);
    expect((await it_.get(routes.staff.batch(free.id), as)).status).toBe(404);
    expect((await post(routes.staff.batchStart(free.id), { whenHere: 'skip' }, as)).status).toBe(404);
  });

  it('that was only read can be given up, and nothing of it stays', async () => {
    const batch = await read([row('甲')]);
    const drop = () =>
      it_.app.request(routes.staff.batch(batch.id), {
        method: 'DELETE',
        headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' },
      });
    expect((await drop()).status).toBe(200);
    expect((await drop()).status).toBe(404);
    expect(await (await it_.get(routes.staff.batches, 'editor')).json()).toEqual([]);
  });

  it('that somebody starts in the moment in which it is given up stays', async () => {
    const batch = await read([row('甲')]);
    const { transaction } = it_.deps.store;
    const store: TestContent['deps']['store'] = {
      ...it_.deps.store,
      transaction: async (work) => {
        await run(batch.id);
        return transaction(work);
      },
    };
    const dropped = await makeApp({ ...it_.deps, store }).request(routes.staff.batch(batch.id), {
      method: 'DELETE',
      headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' },
    });
    expect(dropped.status).toBe(409);
    expect((await undo(batch.id)).outcomes['taken-back']).toBe(1);
  });

  it('that broke off on the way is asked for again', async () => {
    const answer = await it_.app.request(`${routes.staff.batches}?kind=item&name=a.xlsx`, {
      method: 'POST',
      headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin', 'content-length': '5000' },
      body: 'PK',
    });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { say: string }).say).toContain('再传一次');
  });

  it('of an unreadable file is one sentence', async () => {
    const answer = await it_.app.request(`${routes.staff.batches}?kind=item&name=a.xlsx`, {
      method: 'POST',
      headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' },
      body: 'nothing of the kind',
    });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { say: string }).say).toContain('另存为');
  });
});

describe('many rows', () => {
  const COUNT = 400;
  const many = () => Array.from({ length: COUNT }, (_, at) => row(`关于第${at}件事的通知`));

  it('can be stopped half-way, gone on with, and never hold up the server', async () => {
    const batch = await read(many());
    await post(routes.staff.batchStart(batch.id), { whenHere: 'skip' });
    expect((await post(routes.staff.batchStart(batch.id), { whenHere: 'skip' })).status).toBe(409);
    const stopped = (await (await post(routes.staff.batchStop(batch.id))).json()) as Batch;
    expect(stopped.state).toBe('stopped');
    expect(stopped.outcomes.created).toBeLessThan(COUNT);
    expect((await ids()).length).toBe(stopped.outcomes.created);
    expect((await run(batch.id)).outcomes.created).toBe(COUNT);
    expect(new Set(await ids()).size).toBe(COUNT);
    expect((await undo(batch.id)).outcomes['taken-back']).toBe(COUNT);
    expect(await ids()).toEqual([]);
  });

  it('left in the middle by a server that ended are gone on with by the next', async () => {
    const batch = await read(many());
    const jobs = batchJobs(it_.deps);
    const failing = {
      ...it_.deps,
      store: { ...it_.deps.store, transaction: dying(it_.deps.store.transaction, 4) },
    };
    await batchJobs(failing).start(people.editor, batch.id, 'skip');
    const broken = await vi.waitFor(async () => {
      expect(it_.logged.some((each) => each.includes('broke off'))).toBe(true);
      return batchNow(batch.id);
    }, 30_000);
    expect(broken.state).toBe('stopped');
    expect(broken.outcomes.created).toBeGreaterThan(0);
    expect((await ids()).length).toBe(broken.outcomes.created);
    expect(jobs.isRunning(batch.id)).toBe(false);
    expect((await run(batch.id)).outcomes.created).toBe(COUNT);
  });
});

describe('a list of guides', () => {
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
    '城乡居民最低生活保障对象认定',
    '申请低保',
    '民政办',
    '低保救助',
    '本乡户籍\n收入低于标准',
    '身份证（原件1份，复印件2份）\n申请表',
    '25个工作日',
    '低保金',
    '《社会救助暂行办法》第十条',
    '提出申请\n窗口受理\n入户核查',
  ];

  it('brings guides with their charts, and takes both back', async () => {
    const batch = await read(
      [low, [...low.slice(0, 6), '很快', ...low.slice(7)].map((cell, at) => (at === 0 ? '别的' : cell))],
      { kind: 'guide', head },
    );
    expect(batch.verdicts).toMatchObject({ new: 1, wrong: 1 });
    await run(batch.id);
    expect(await ids()).toEqual(['chart/shen-qing-di-bao', 'guide/shen-qing-di-bao']);
    const guide = (await it_.detail('guide/shen-qing-di-bao')).entry as Guide;
    expect(guide).toMatchObject({
      title: '申请低保',
      chart: 'chart/shen-qing-di-bao',
      time: { promised: { n: 25, unit: 'workday' } },
      materials: [
        { name: '身份证', type: '原件和复印件', originals: 1, copies: 2, kind: '证照' },
        { name: '申请表', kind: '申请表' },
      ],
      legalBasis: [{ law: '《社会救助暂行办法》', article: '第十条' }],
    });
    expect(guide.sample).toContain('remedy');
    await undo(batch.id);
    expect(await ids()).toEqual([]);
  });
});

it('a template is a spreadsheet that an import reads: only its example is left out', async () => {
  for (const kind of ['item', 'guide']) {
    const answer = await it_.get(routes.staff.template(kind), 'editor');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const sheets = await openFile(bytes, 'a.xlsx');
    expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual([
      kind === 'item' ? '公开目录' : '办事指南',
      '填写说明',
    ]);
    const back = await it_.app.request(`${routes.staff.batches}?kind=${kind}&name=a.xlsx`, {
      method: 'POST',
      headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' },
      body: Buffer.from(bytes),
    });
    expect(((await back.json()) as { say: string }).say).toContain('表头下面没有内容');
    // Its example, taken as a row, is a good one.
    if (!sheets.ok) return;
    const [head = [], example = []] = sheets.value[0]?.rows ?? [];
    const [, ...cells] = example.map((cell) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''),
    );
    const words = head.map((cell) => String(cell ?? ''));
    const batch = await read([['1', ...cells]], { kind, head: words });
    expect((await rowsOf(batch.id)).rows[0]?.faults).toEqual([]);
    expect(batch).toMatchObject({ unread: [], verdicts: { new: 1 } });
  }
});
