import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { bytesOfBook } from '../../src/server/content/spreadsheet/book.ts';
import { openFile } from '../../src/server/content/spreadsheet/open-file.ts';
import { openStore } from '../../src/server/store/store.ts';
import { sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** A clerk brings five thousand entries of an old catalogue in one spreadsheet, and takes them back. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const COUNT = 5_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Rows = readonly (readonly string[])[];

const spreadsheet = async (rows: Rows) => ({
  name: '老目录.xlsx',
  mimeType: XLSX,
  buffer: Buffer.from(await bytesOfBook([{ name: '目录', widths: [], frozen: 0, rows }])),
});

async function saved(page: Page, button: string): Promise<string[][]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const read = await openFile(new Uint8Array(readFileSync(await (await coming).path())), 'a.xlsx');
  if (!read.ok) throw new Error(read.problem);
  return (read.value[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
}

const bring = async (page: Page, rows: Rows): Promise<void> => {
  await page.goto(`${hall.url}/staff/import`);
  await page.getByLabel('选填好的表').setInputFiles(await spreadsheet(rows));
  await expect(page.getByRole('heading', { name: '导入报告' })).toBeVisible({ timeout: 60_000 });
};

test('template, report, mended, five thousand imported with progress, found, taken back', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await sitDown(browser, hall, 'bianji');
  await page.getByRole('link', { name: '导入导出' }).click();
  const [head = []] = await saved(page, '下载公开目录模板');
  expect(head).toContain('信息名称*');
  const put = (values: Readonly<Record<string, string>>): string[] =>
    head.map((heading) => values[heading.replace('*', '')] ?? '');
  const good = Array.from({ length: COUNT }, (_, at) =>
    put({
      信息名称: `老档案第 ${at + 1} 号通知`,
      成文日期: `2013-${String((at % 12) + 1).padStart(2, '0')}-11`,
      本乡科室: '党政办公室',
      信息分类: '工作信息',
    }),
  );
  const wrong = [...(good[0] ?? [])];
  wrong[head.indexOf('成文日期*')] = '2013年2月30日';

  await bring(page, [head, wrong]);
  await expect(page.getByText('共 1 行：有错 1')).toBeVisible();
  await expect(page.getByText('“2013年2月30日”')).toBeVisible();
  const [words = [], row = []] = await saved(page, '下载有错的行');
  expect(row.at(-1)).toContain('日历上要有这一天');
  const mended = row.map((cell) => (cell === '2013年2月30日' ? '2013年1月11日' : cell));

  await bring(page, [words, mended, ...good.slice(1)]);
  await expect(page.getByText(`共 ${COUNT} 行：新的 ${COUNT}`)).toBeVisible();
  await page.getByRole('button', { name: `导入 ${COUNT} 行` }).click();
  await expect(page.getByText(/^已导入 \d+ \/ 5000 行$/)).toBeVisible();
  // The server is killed in the middle: what was written stands, and is gone on with.
  await expect(page.getByText(/^已导入 [1-9]\d* \/ 5000 行$/)).toBeVisible();
  await hall.kill('SIGKILL');
  await hall.restart();
  await page.reload();
  await page.getByRole('button', { name: /^接着导入剩下的 \d+ 行$/ }).click();
  await expect(page.getByText(`共 ${COUNT} 行：写成新稿 ${COUNT}`)).toBeVisible({ timeout: 90_000 });

  await page.goto(`${hall.url}/staff/content?kind=item&q=${encodeURIComponent('老档案第 4321 号')}`);
  await expect(page.getByRole('link', { name: '老档案第 4321 号通知' })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: '撤回这次导入' }).click();
  await page.getByRole('button', { name: `撤回 ${COUNT} 条` }).click();
  await expect(page.getByText(`共 ${COUNT} 行：已撤回 ${COUNT}`)).toBeVisible({ timeout: 90_000 });
  await page.goto(`${hall.url}/staff/content?q=${encodeURIComponent('老档案')}`);
  await expect(page.getByText('没有符合的')).toBeVisible();
});

test('an import is sent for review at once, killed in the middle and gone on with: nothing goes twice', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await sitDown(browser, hall, 'bianji');
  const head = ['信息名称', '成文日期', '本乡科室', '信息分类'];
  const of = 1_200;
  const rows = Array.from({ length: of }, (_, at) => [
    `送审第 ${at} 件`,
    '2013-3-11',
    '党政办公室',
    '工作信息',
  ]);
  await bring(page, [head, ...rows]);
  await page.getByRole('button', { name: `导入 ${of} 行` }).click();
  await expect(page.getByText(`共 ${of} 行：写成新稿 ${of}`)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('送审：第 2 行 送审第 0 件').check();
  await page.getByLabel('送审：第 4 行 送审第 2 件').check();
  await page.getByRole('button', { name: '送审勾选的 2 行' }).click();
  await page.getByRole('button', { name: '送审 2 行', exact: true }).click();
  await expect(page.getByText('送审：已送审 2')).toBeVisible();
  await page.getByRole('button', { name: `全部送审（${of - 2} 行）` }).click();
  await page.getByRole('button', { name: `送审 ${of - 2} 行`, exact: true }).click();
  await expect(page.getByText(/^已送审 \d+ \/ 1200 行$/)).toBeVisible();
  await hall.kill('SIGKILL');
  await hall.restart();
  await page.reload();
  await page.getByRole('button', { name: /^接着送审剩下的 \d+ 行$/ }).click();
  await expect(page.getByText(`送审：已送审 ${of}`)).toBeVisible({ timeout: 60_000 });

  const reader = await openStore(join(hall.dataDir, 'hall.sqlite'));
  const acts = await reader.db
    .selectFrom('review_act')
    .innerJoin('entry', 'entry.id', 'review_act.entry_id')
    .select('entry.id')
    .where('review_act.move', '=', 'submit')
    .where('entry.title', 'like', '送审第%')
    .execute();
  await reader.close();
  expect(acts.length).toBe(of);
  expect(new Set(acts.map(({ id }) => id)).size).toBe(of);
});
