import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EntryRow } from '../../../contract/desk.ts';
import { nameOf } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Item } from '../../../contract/item.ts';
import { routes } from '../../../contract/routes.ts';
import type { TestContent } from '../test-content.ts';
import { openFile } from './open-file.ts';
import { openTestHall, row, testBatches } from './test-batch.ts';

/** Lists that leave as .xlsx, opened again and compared with what the desk shows. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let it_: TestContent;
beforeEach(async () => {
  it_ = await openTestHall();
});
afterEach(() => it_.close());

const { read, run, sendAll, rowsOf } = testBatches(() => it_);

const imported = async (...rows: readonly (readonly string[])[]): Promise<string[]> => {
  const { id } = await run((await read(rows)).id);
  return (await rowsOf(id)).rows.map(({ entry }) => entry ?? '');
};

type Cells = readonly (readonly string[])[];

async function opened(answer: Response): Promise<{ name: string; rows: Cells; xml: string }> {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const sheets = await openFile(bytes, 'a.xlsx');
  if (!sheets.ok) throw new Error(sheets.problem);
  const [sheet] = sheets.value;
  const said = (cell: unknown): string =>
    cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
  return {
    name: sheet?.name ?? '',
    rows: (sheet?.rows ?? []).map((cells) => cells.map(said)),
    xml: parts.map(([, part]) => new TextDecoder().decode(part)).join('\n'),
  };
}
const list = async (kind: string) => opened(await it_.get(routes.staff.exportList(kind), 'editor'));
const entries = async (ids: readonly string[]) =>
  opened(await it_.send('editor', 'POST', routes.staff.exportEntries, { ids }));
/** By the heading. */
const column = ([head = [], ...rows]: Cells, name: string): string[] => {
  const at = head.findIndex((heading) => heading.replace('*', '') === name);
  return rows.map((cells) => cells[at] ?? '');
};

it('the list as it is filtered: these entries, in this order, with what the page says of each', async () => {
  const [spring = '', flood = '', other = ''] = await imported(row('春耕通知'), row('防汛公告'), row('别的'));
  await it_.move('editor', flood, 'submit');
  const asked = [flood, 'item/no-longer-here', spring];
  const { name, rows } = await entries(asked);
  const known = (await (await it_.get(routes.staff.entries, 'editor')).json()) as EntryRow[];
  const shown = (id: string) => known.find((each) => each.id === id);
  expect(name).toBe('内容');
  expect(rows).toEqual([
    ['名称', '种类', '状态', '屏幕上', '索引号', '短名', '第几稿', '最后修改', '谁改的'],
    ...[flood, spring].map((id) => [
      shown(id)?.title,
      '公开信息',
      id === flood ? '待复审' : '草稿',
      '没有',
      '',
      id,
      '1',
      '2026-11-24',
      '编辑',
    ]),
  ]);
  expect(column(rows, '短名')).not.toContain(other);
});

it('of nothing is a head alone; of what is no list of entries, a sentence', async () => {
  expect((await entries([])).rows).toHaveLength(1);
  for (const ids of [null, ['../../etc/passwd'], 'item/first', [1]]) {
    const answer = await it_.send('editor', 'POST', routes.staff.exportEntries, { ids });
    expect([answer.status, ((await answer.json()) as { say: string }).say]).toEqual([
      400,
      expect.any(String),
    ]);
  }
});

it('the catalogue holds what was imported, and says where each stands', async () => {
  const ids = await imported(
    row('春耕通知', '嘎政发〔2014〕3号', '2014-1-24'),
    row('防汛公告', '', '2026-11-20', '民政办'),
  );
  const { name, rows } = await list('item');
  expect(name).toBe('公开目录');
  const at = (id: string) => column(rows, '短名').indexOf(nameOf(id as EntryId));
  const told = (id: string, ...names: string[]) => names.map((each) => column(rows, each)[at(id)]);
  expect(column(rows, '短名').sort()).toEqual(ids.map((id) => nameOf(id as EntryId)).sort());
  expect(told(ids[0] ?? '', '信息名称', '文号', '成文日期', '本乡科室', '状态')).toEqual([
    '春耕通知',
    '嘎政发〔2014〕3号',
    '2014-01-24',
    '党政办公室',
    '草稿',
  ]);
  expect(told(ids[1] ?? '', '成文日期', '本乡科室', '公开期限', '是否按时')).toEqual([
    '2026-11-20',
    '民政办',
    '2026-12-18',
    '没公开，还剩 18 个工作日',
  ]);
});

it('the catalogue that left comes in again: everything is here already and nothing changes', async () => {
  const ids = await imported(row('春耕通知', '嘎政发〔2014〕3号'), row('防汛公告'));
  const before = await Promise.all(ids.map((id) => it_.detail(id)));
  const [head = [], ...rows] = (await list('item')).rows;
  const batch = await read(rows, { head: [...head] });
  expect(batch.verdicts).toEqual({ new: 0, here: 2, wrong: 0 });
  expect((await run(batch.id, 'revise')).outcomes).toMatchObject({ skipped: 2, revised: 0 });
  expect(await Promise.all(ids.map((id) => it_.detail(id)))).toEqual(before);
});

const RUNS_IN_A_CELL = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.test","点")',
  '+1+cmd|calc',
  '-2+3+cmd|calc',
  '@SUM(1+1)*cmd|calc',
  '\t=1+1',
  '<script>ran()</script>',
  'a&b "c" \'d\'',
];

it('no cell of a list is ever a formula, whatever its text begins with', async () => {
  const ids = await imported(...RUNS_IN_A_CELL.map((text, at) => row(text, `${at}号`)));
  const titles = await Promise.all(ids.map(async (id) => ((await it_.detail(id)).entry as Item).title));
  for (const { rows, xml, of } of [
    { ...(await entries(ids)), of: '名称' },
    { ...(await list('item')), of: '信息名称' },
  ]) {
    expect(column(rows, of).sort()).toEqual([...titles].sort());
    expect(xml).not.toMatch(/<f[\s>]/);
    expect(xml).not.toContain('<script>');
    expect(xml).not.toMatch(/<hyperlink|externalLink|ddeLink/i);
  }
});

it('nor of a report, which holds what stood in the file', async () => {
  const batch = await read(RUNS_IN_A_CELL.map((text) => row(text, '', text)));
  expect(batch.verdicts.wrong).toBe(RUNS_IN_A_CELL.length);
  const { rows, xml } = await opened(await it_.get(routes.staff.batchReport(batch.id), 'editor'));
  expect(column(rows, '成文日期')).toEqual(RUNS_IN_A_CELL.map((text) => text.trim()));
  expect(xml).not.toMatch(/<f[\s>]/);
});

it('guides leave with their elements, also while they are reviewed', async () => {
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
    '本乡户籍\n收入低于标准',
    '身份证（原件1份，复印件2份）',
    '25个工作日',
    '低保金',
    '《社会救助暂行办法》第十条',
    '提出申请\n窗口受理',
  ];
  const batch = await run((await read([low], { kind: 'guide', head })).id);
  await sendAll(batch.id);
  const { name, rows } = await list('guide');
  expect(name).toBe('办事指南');
  expect(['事项名称', '受理条件', '承诺时限', '状态', '短名'].map((each) => column(rows, each)[0])).toEqual([
    '低保认定',
    '本乡户籍\n收入低于标准',
    '25个工作日',
    '待复审',
    'shen-qing-di-bao',
  ]);
});
