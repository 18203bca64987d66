import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Item } from '../../src/contract/item.ts';
import { routes } from '../../src/contract/routes.ts';
import { oldFile, pdf } from '../../src/server/file/test-file.ts';
import { logIn, sitDown } from '../setup/desk.ts';
import { catchPaper } from '../setup/paper.ts';
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

  // On the review sheet they stand with what tells these very bytes from others, also on paper.
  const sheet = await page.context().newPage();
  const paper = await catchPaper(sheet);
  await sheet.goto(`${hall.url}/staff/review/${ID}`);
  const digest = (saved.entry as Item).attachments?.[0]?.file.slice(0, 12);
  const line = `2025 年收支表.pdf：PDF，1 KB，2 页，校验码 ${digest}…`;
  await expect(sheet.getByText(line)).toBeVisible();
  await sheet.getByRole('button', { name: '打印审查单（A4）' }).click();
  const printed = await paper();
  expect([printed.pages, Math.round(printed.widthMm), Math.round(printed.heightMm)]).toEqual([1, 210, 297]);
  expect(printed.text).toContain(`校验码${digest}`);
});

/** A hand waits until the page has come together: what it lets go falls where the place was. */
async function placeAtRest(place: Locator) {
  let last: Awaited<ReturnType<Locator['boundingBox']>> = null;
  await expect
    .poll(async () => {
      await place.scrollIntoViewIfNeeded();
      const [before, now] = [last, await place.boundingBox()];
      last = now;
      return now !== null && JSON.stringify(now) === JSON.stringify(before);
    })
    .toBe(true);
  return last ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** As the window system hands files over: the browser itself decides what becomes of them. */
async function dropFiles(page: Page, place: Locator, files: readonly string[]): Promise<void> {
  const box = await placeAtRest(place);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

test('files are dropped onto the list; beside it they do not take the desk away', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bianminping-drop-'));
  const [first, second] = [join(folder, '收支表.pdf'), join(folder, '说明.pdf')];
  await writeFile(first, pdf({ pages: ['One'] }));
  await writeFile(second, pdf({ pages: ['Two'] }));
  try {
    const page = await sitDown(browser, hall, 'bianji');
    await page.goto(`${hall.url}/staff/content/${ID}`);
    const section = page.getByRole('group', { name: '附件' });
    await dropFiles(page, section.getByText('也可以把文件拖到这里'), [first, second]);
    await expect(section.getByText('准备好了，共 1 页')).toHaveCount(2, { timeout: 30_000 });
    await expect(section.getByRole('textbox', { name: '附件第 1 个的名称' })).toHaveValue('收支表.pdf');
    await expect(section.getByRole('textbox', { name: '附件第 2 个的名称' })).toHaveValue('说明.pdf');
    await dropFiles(page, page.getByRole('heading', { level: 1 }), [first]);
    await expect(section.getByRole('textbox', { name: '附件第 2 个的名称' })).toHaveValue('说明.pdf');
    expect(page.url()).toBe(`${hall.url}/staff/content/${ID}`);
    expect(page.context().pages()).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
