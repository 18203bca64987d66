import { expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Item } from '../../src/contract/item.ts';
import { routes } from '../../src/contract/routes.ts';
import { oldFile, pdf } from '../../src/server/file/test-file.ts';
import { logIn, sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** A clerk attaches files at the desk: told what cannot be taken, sees the pages, names and saves them. */

let hall: Hall;
test.beforeEach(async () => {
  hall = await startHall();
});
test.afterEach(() => hall.stop());

const ID = 'item/budget-2025';

const choose = async (page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选文件加到附件' }).click();
  await (await choosing).setFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
};

test('files are attached, made into pages, looked at and saved', async ({ browser }) => {
  const page = await sitDown(browser, hall, 'bianji');
  await page.goto(`${hall.url}/staff/content/${ID}`);
  const section = page.getByRole('group', { name: '附件' });
  await choose(page, [
    { name: '旧通知.doc', bytes: oldFile('WordDocument') },
    { name: '收支表.pdf', bytes: pdf({ pages: ['One', 'Two'] }) },
  ]);
  await expect(section.getByText('请在 Word 或 WPS 里另存为 .docx 或 PDF 再传。')).toBeVisible();
  await expect(section.getByText('准备好了，共 2 页')).toBeVisible({ timeout: 30_000 });
  await section.getByRole('button', { name: '不传了：旧通知.doc' }).click();

  await section.getByRole('button', { name: '看看“收支表.pdf”的页面' }).click();
  const dialog = page.getByRole('dialog', { name: '收支表.pdf' });
  await expect(dialog.getByRole('img', { name: '收支表.pdf，第 1 页，共 2 页' })).toBeVisible();
  await dialog.getByRole('button', { name: '下一页' }).click();
  const second = dialog.getByRole('img', { name: '收支表.pdf，第 2 页，共 2 页' });
  await expect.poll(() => second.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600);
  await dialog.getByRole('button', { name: '关闭' }).click();

  await section.getByRole('textbox', { name: '附件第 1 个的名称' }).fill('2025 年收支表.pdf');
  await page.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect(page.getByText(/已存成第 \d+ 稿/)).toBeVisible();
  const saved = await (await logIn(hall, 'bianji')).get<EntryDetail>(routes.staff.entry(ID));
  expect((saved.entry as Item).attachments?.map(({ name }) => name)).toEqual(['2025 年收支表.pdf']);
});
