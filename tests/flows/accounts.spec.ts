import { type Browser, expect, type Page, test } from 'playwright/test';
import { MEDIA_TYPE, routes } from '../../src/contract/routes.ts';
import { sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** An administrator invites a colleague of one department, who sets a password, writes for that department and for no other. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const DEPARTMENT = '民政办';
const PASSWORD = '雨后的湿地里有三只白鹤在散步吃鱼';

async function invite(desk: Page): Promise<string> {
  await desk.getByRole('link', { name: '账号', exact: true }).click();
  await desk.getByRole('button', { name: '请一位同事' }).click();
  const dialog = desk.getByRole('dialog', { name: '请一位同事' });
  await dialog.getByLabel('姓名').fill('王芳');
  await dialog.getByLabel('账号').fill('wangfang');
  await dialog.getByLabel('信息员').check();
  await dialog.getByLabel('科室', { exact: true }).selectOption({ label: DEPARTMENT });
  await dialog.getByRole('button', { name: '生成邀请码' }).click();
  const shown = desk.getByRole('dialog', { name: '王芳的邀请码' });
  const code = await shown.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/).innerText();
  await shown.getByRole('button', { name: '记下了' }).click();
  await expect(desk.getByRole('row', { name: /王芳/ })).toContainText('等本人设密码');
  return code;
}

async function enter(browser: Browser, code: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await page.goto(`${hall.url}/staff/welcome`);
  await page.getByLabel('账号').fill('wangfang');
  await page.getByLabel('邀请码').fill(code);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再填一次新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设好密码并登录' }).click();
  await expect(page.getByText(`只管${DEPARTMENT}的内容`)).toBeVisible();
  return page;
}

/** Past the page, which offers no way to it: what the server says. */
async function saveThere(page: Page, id: string): Promise<string> {
  const path = hall.url + routes.staff.entry(id);
  const { entry, revision } = await (await page.request.get(path)).json();
  const data = { basedOn: revision, entry: { ...entry, title: '别人的名称' } };
  const headers = { origin: hall.url, 'content-type': MEDIA_TYPE };
  const answer = await page.request.put(path, { data, headers });
  return (await answer.json()).say;
}

test('who is invited writes for their department, and only while they may', async ({ browser }) => {
  const admin = await sitDown(browser, hall, 'shenhe');
  const colleague = await enter(browser, await invite(admin));

  await colleague.goto(`${hall.url}/staff/content/guide/senior-card`);
  await colleague.getByLabel('名称', { exact: true }).fill('改过的名称');
  await colleague.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect(colleague.getByText(/已送审/).first()).toBeVisible();

  await colleague.goto(`${hall.url}/staff/content/guide/pension-claim`);
  await expect(
    colleague.getByText('这一条归社会保障所管，由社会保障所的信息员修改。您可以看。'),
  ).toBeVisible();
  expect(await saveThere(colleague, 'guide/pension-claim')).toMatch(
    /^这一条归社会保障所管，您只能改民政办的内容/,
  );

  await admin.reload();
  await expect(admin.getByRole('row', { name: /王芳/ })).toContainText('现在登录 1 处');
  await admin.getByRole('button', { name: '停用王芳的账号' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(admin.getByRole('row', { name: /王芳/ })).toContainText('已停用');
  await colleague.reload();
  await expect(colleague.getByRole('heading', { name: '登录工作台' })).toBeVisible();
});
