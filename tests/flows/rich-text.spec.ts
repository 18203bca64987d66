import { expect, type Page, test } from 'playwright/test';
import { PNG } from 'pngjs';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Page as Entry } from '../../src/contract/page.ts';
import { routes } from '../../src/contract/routes.ts';
import { logIn, sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** A text as a clerk writes it who knows Word and no markup: typed, pasted, with a picture, under the page's real policy. */

let hall: Hall;
test.beforeEach(async () => {
  hall = await startHall();
});
test.afterEach(() => hall.stop());

const ID = 'page/service-promise';
const HOSTILE =
  '<h2 onclick="document.title=1">补贴面积</h2><table><tr><td>村</td><td>亩</td></tr><tr><td>嘎什根村</td><td>1200</td></tr></table>' +
  '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script><svg onload="document.title=\'hacked\'"></svg>';

const paste = (page: Page, html: string): Promise<void> =>
  page.getByRole('textbox', { name: '正文', exact: true }).evaluate((text, held) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', held);
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);

/** A red square, as a camera would give it. */
const photo = (): Buffer => {
  const png = new PNG({ width: 60, height: 40 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([200, 20, 20, 255], at);
  return PNG.sync.write(png);
};

test('a text is typed, pasted and illustrated, and nothing of it runs', async ({ browser }) => {
  const page = await sitDown(browser, hall, 'bianji');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${hall.url}/staff/content/${ID}`);
  const text = page.getByRole('textbox', { name: '正文', exact: true });
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('请带');
  await page.keyboard.press('Control+b');
  // As an input method does it.
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'shen fen', selectionStart: 8, selectionEnd: 8 });
  await keys.send('Input.insertText', { text: '身份证' });
  await page.keyboard.press('Control+b');
  await page.keyboard.type('来。');
  await page.keyboard.press('Enter');
  await paste(page, HOSTILE);
  await expect(page.getByText(/^粘贴了 2 块，其中表格 1 个。/)).toBeVisible();

  await text.getByText('请带').click();
  await page.getByRole('button', { name: '图片', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '放一张图片' });
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '选图片' }).click();
  await (await choosing).setFiles({ name: '样张.png', mimeType: 'image/png', buffer: photo() });
  await expect(dialog.getByRole('img')).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole('button', { name: '放进正文' }).click();
  await expect(dialog.getByText('请用一句话说图上是什么。')).toBeVisible();
  await dialog.getByLabel('图上是什么').fill('申请表的填写样张');
  await dialog.getByRole('button', { name: '放进正文' }).click();
  const picture = text.getByRole('img', { name: '申请表的填写样张' });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);

  await page.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect(page.getByText(/已存成第 \d+ 稿/)).toBeVisible();
  const saved = await (await logIn(hall, 'bianji')).get<EntryDetail>(routes.staff.entry(ID));
  expect((saved.entry as Entry).body).toMatchObject([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '请带' },
        { type: 'strong', text: '身份证' },
        { type: 'text', text: '来。' },
      ],
    },
    { type: 'image', alt: '申请表的填写样张' },
    { type: 'heading', text: '补贴面积' },
    { type: 'table', head: [[{ text: '村' }], [{ text: '亩' }]] },
  ]);
  expect(await page.title()).not.toMatch(/hacked|^1$/);
  expect(complaints).toEqual([]);
});
