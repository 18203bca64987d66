import { expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { FileDetail } from '../../src/contract/file.ts';
import type { Item } from '../../src/contract/item.ts';
import { routes } from '../../src/contract/routes.ts';
import { pdf, photo } from '../../src/server/file/test-file.ts';
import { startProxy } from '../fakes/proxy.ts';
import { logIn, publishChange, sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { isSetUp, openHall } from '../setup/visitor.ts';

/** A file that belongs to an item: read on the screen without network, found by its words, gone when it was withdrawn. */

let hall: Hall;
test.beforeEach(async () => {
  hall = await startHall();
});
test.afterEach(() => hall.stop());

const ID = 'item/budget-2025';
const NAME = '2025 年预算明细表.pdf';
const ONLY_IN_FILE = 'Mulberry';

interface Given extends FileDetail {
  readonly name: string;
}

/** Given at the desk, and prepared there. */
const give = async (name: string, bytes: Uint8Array): Promise<Given> => {
  const editor = await logIn(hall, 'bianji');
  const { file } = await editor.give<FileDetail>(routes.staff.files, bytes);
  const look = () => editor.get<FileDetail>(routes.staff.file(file));
  await expect.poll(async () => (await look()).state, { timeout: 20_000 }).toBe('ready');
  return { ...(await look()), name };
};
const threePages = () => give(NAME, pdf({ pages: ['Income', 'Expenses', ONLY_IN_FILE] }));
const drawn = async () => give('大门.jpg', await photo(800, 450));

const withFiles = (item: Item, file: Given, drawing: Given): Item => ({
  ...item,
  body: [{ type: 'image', picture: drawing.pages[0]!, alt: '收支的大数', caption: '图：收支' }, ...item.body],
  attachments: [{ file: file.file, name: file.name }],
});
const publishWith = (file: Given, drawing: Given): Promise<number> =>
  publishChange<Item>(hall, ID, (item) => withFiles(item, file, drawing));

/** Digests of the pictures that this machine keeps. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bianminping-content');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const asked = db.transaction('pictures').objectStore('pictures').getAllKeys();
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return keys.map(String);
  });

const pixels = (page: Pick<Page, 'getByRole'>, alt: RegExp): Promise<number> =>
  page.getByRole('img', { name: alt }).evaluate((image: HTMLImageElement) => image.naturalWidth);

test('is read page by page without network, found by its words, and gone when withdrawn', async ({
  page,
}) => {
  const [file, drawing] = [await threePages(), await drawn()];
  await publishWith(file, drawing);
  await openHall(page, hall.url);
  await isSetUp(page);
  const pictures = [...file.pages, drawing.pages[0]!].map((each) => each.file).sort();
  await expect.poll(() => kept(page)).toEqual(pictures);

  await hall.kill();
  await page.goto(`${hall.url}/${ID}`);
  await expect.poll(() => pixels(page, /收支的大数/)).toBe(drawing.pages[0]!.width);
  await page.getByRole('button', { name: NAME }).click();
  await expect.poll(() => pixels(page, /第 1 页，共 3 页/)).toBe(file.pages[0]!.width);
  await page.getByRole('button', { name: '下一页' }).click();
  const second = page.getByRole('img', { name: /第 2 页/ });
  const width = async (): Promise<number> => (await second.boundingBox())?.width ?? 0;
  await expect(second).toBeVisible();
  const before = await width();
  await page.getByRole('button', { name: '放大' }).click();
  await expect.poll(width).toBeGreaterThan(before * 1.3);

  await page.goto(`${hall.url}/search`);
  await page.getByRole('textbox', { name: '找什么' }).fill(ONLY_IN_FILE);
  await expect(page.getByText(`附件里有：${NAME}`)).toBeVisible();

  await hall.restart();
  const reviewer = await logIn(hall, 'shenhe');
  const { revision } = await reviewer.get<{ revision: number }>(routes.staff.entry(ID));
  await reviewer.send('POST', routes.staff.entryMove(ID), { revision, move: 'withdraw', note: '有误' });
  await page.reload();
  await expect.poll(() => kept(page)).toEqual([]);
  expect((await fetch(hall.url + routes.file(file.file))).status).toBe(404);
});

test('is seen in the preview of a draft, before anybody publishes it', async ({ browser }) => {
  const [file, drawing] = [await threePages(), await drawn()];
  const desk = await sitDown(browser, hall, 'bianji');
  const editor = await logIn(hall, 'bianji');
  const { revision, entry } = await editor.get<EntryDetail>(routes.staff.entry(ID));
  await editor.send('PUT', routes.staff.entry(ID), {
    basedOn: revision,
    entry: withFiles(entry as Item, file, drawing),
  });
  await desk.goto(`${hall.url}/staff/preview/${ID}`);
  const frame = desk.frameLocator('iframe');
  await expect.poll(() => pixels(frame, /收支的大数/)).toBe(drawing.pages[0]!.width);
  await frame.getByRole('button', { name: NAME }).click();
  await expect.poll(() => pixels(frame, /第 1 页，共 3 页/)).toBe(file.pages[0]!.width);
  await desk.context().close();
});

test('whose bytes were altered on the way is never shown, and comes right when they are', async ({
  page,
}) => {
  const [file, drawing] = [await threePages(), await drawn()];
  const proxy = await startProxy(hall.url);
  try {
    proxy.tamper(/\/api\/content\/file\//, (body) => {
      const forged = Buffer.from(body);
      forged[forged.length - 1]! ^= 1;
      return forged;
    });
    await publishWith(file, drawing);
    await openHall(page, proxy.url);
    await page.goto(`${proxy.url}/${ID}/1`);
    await expect(page.getByText('取来的这一页和发布的不一样，没有显示')).toBeVisible();
    await expect(page.getByRole('img', { name: /第 1 页/ })).toHaveCount(0);
    expect(await kept(page)).toEqual([]);
    proxy.restore();
    await page.reload();
    await expect.poll(() => pixels(page, /第 1 页/)).toBe(file.pages[0]!.width);
  } finally {
    await proxy.close();
  }
});
