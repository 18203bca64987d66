import { expect, type Page, test } from 'playwright/test';
import { inbox, sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { fillForm, isSetUp, openHall, opinion } from '../setup/visitor.ts';

/** What is not even saved yet, seen as visitors will see it: in their own app, on their own glass, without touching what it holds. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const TITLE = '领养老金先看这里';

/** All that a browser keeps of the visitor's app, save what a preview has to itself. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const read = (name: string) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const stores = [...db.objectStoreNames];
          const unit = db.transaction(stores);
          const counts = stores.map((store) => {
            const asked = unit.objectStore(store).count();
            return () => [store, asked.result] as const;
          });
          unit.oncomplete = () => {
            db.close();
            resolve(counts.map((count) => count()));
          };
        };
      });
    const own = names.filter((name) => !name.startsWith('bianminping-preview-')).sort();
    const databases = await Promise.all(own.map(async (name) => [name, await read(name)]));
    return { databases, storage: { ...localStorage } };
  });

const previews = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).filter(({ name }) => name?.startsWith('bianminping-preview-')).map(String),
  );

test('a draft in the visitor’s app, links and all, and nothing of the machine is touched', async ({
  browser,
}) => {
  const desk = await sitDown(browser, hall, 'bianji');
  const visitor = await desk.context().newPage();
  await openHall(visitor, hall.url);
  await isSetUp(visitor);
  const before = await keptIn(visitor);
  await visitor.close();

  await desk.goto(`${hall.url}/staff/content/guide/pension-claim`);
  await desk.getByLabel('名称', { exact: true }).fill(TITLE);
  await desk.getByRole('link', { name: '看屏幕上的样子' }).click();
  const frame = desk.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(frame.getByText('预览，不是大厅的屏幕')).toBeVisible();
  const sizes = async () => frame.locator('body').evaluate(() => [innerWidth, innerHeight]);
  expect(await sizes()).toEqual([1080, 1920]);

  // Links lead on, to what is published, and home knows the draft.
  await frame.getByRole('button', { name: '看流程' }).click();
  await expect(frame.getByText('办事程序')).toBeVisible();
  await frame.getByRole('button', { name: '首页' }).click();
  await frame.getByRole('button', { name: /^养老/ }).first().click();
  await expect(frame.getByText(TITLE)).toBeVisible();

  await desk.getByRole('link', { name: '手机' }).click();
  await expect.poll(sizes).toEqual([390, 844]);

  expect(await keptIn(desk)).toEqual(before);
  await desk.getByRole('link', { name: '回到这一条' }).click();
  await expect(desk.getByLabel('名称', { exact: true })).toHaveValue(TITLE);
  await expect.poll(() => previews(desk)).toEqual([]);

  // A form can be walked through, and goes nowhere.
  await desk.goto(`${hall.url}/staff/preview/form/opinion`);
  await fillForm(frame, opinion('字再大一点'));
  await frame.getByRole('button', { name: '没有错，交出' }).click();
  await expect(frame.getByText(/这是预览，什么也不会交出去。/)).toBeVisible();
  expect(await keptIn(desk)).toEqual(before);
  expect(await inbox(hall)).toEqual([]);
});
