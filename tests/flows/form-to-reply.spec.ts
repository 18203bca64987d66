import { expect, type Page, test } from 'playwright/test';
import { dayAtHall, dayInShort, dayInWords } from '../../src/contract/day.ts';
import type { SubmissionRow } from '../../src/contract/desk.ts';
import type { MachinePrefix } from '../../src/contract/id.ts';
import { receiptNo } from '../../src/contract/receipt-no.ts';
import { routes } from '../../src/contract/routes.ts';
import { inbox, logIn, sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { file, fillForm, openHall, opinion, request, sendForm } from '../setup/visitor.ts';

/** A request for disclosure from the first question to the reply that the visitor sees. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const NAME = '欧阳试填';
const ID_NUMBER = '220821199001010014';

/** One step of the handling: the button, its words, the button that makes it so. */
async function move(desk: Page, name: string, words: Readonly<Record<string, string>> = {}): Promise<void> {
  await desk.getByRole('button', { name, exact: true }).click();
  for (const [label, text] of Object.entries(words)) await desk.getByLabel(label).fill(text);
  await desk.getByRole('button', { name: `确定${name}` }).click();
  await expect(desk.getByText(`“${name}”已记下`)).toBeVisible();
}

test('asked at the screen, opened at the desk, answered, seen by number and code', async ({
  page,
  browser,
}) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /申请公开一份信息/ }).click();
  await expect(page.getByText('您填的内容怎样使用').first()).toBeVisible();
  await fillForm(page, request(NAME, ID_NUMBER, '2025年嘎什根乡部门预算'));

  // What names the visitor is masked as soon as its field is left.
  await expect(page.getByText('220821********0014')).toBeVisible();
  await expect(page.getByText('138****8000')).toBeVisible();
  await expect(page.getByText(ID_NUMBER)).toHaveCount(0);
  const slip = await sendForm(page);
  await expect(page.getByText(/已经交到嘎什根乡/)).toBeVisible();

  const desk = await sitDown(browser, hall, 'bianji');
  await desk.getByRole('link', { name: /^收件/ }).click();
  const row = desk.getByRole('row', { name: slip.receiptNo });
  await expect(row).toContainText('申请公开一份政府信息');
  // Sealed until somebody opens it, who is written down for that.
  await row.getByRole('link').click();
  await expect(desk.getByRole('heading', { name: '内容是封好的' })).toBeVisible();
  expect(await desk.locator('body').innerText()).not.toContain(NAME);
  await desk.getByRole('button', { name: '打开，并记录是我打开的' }).click();
  await expect(desk.getByText(NAME).first()).toBeVisible();
  // Whoever looks over the officer's shoulder still does not read the identity number.
  await expect(desk.getByText('220821********0014')).toBeVisible();
  await desk.getByRole('button', { name: '显示证件号码' }).click();
  await expect(desk.getByText(ID_NUMBER)).toBeVisible();
  await expect(desk.getByText('2025年嘎什根乡部门预算').first()).toBeVisible();

  await move(desk, '登记');
  await move(desk, '开始办理');
  await desk.getByRole('button', { name: '答复', exact: true }).click();
  await desk.getByLabel('办理结果').selectOption('granted');
  await desk.getByLabel('答复正文').fill('您要的信息已经公开，随信附上。');
  await desk.getByLabel('给群众看的说明').fill('请带证件到 1 号窗口领取答复。');
  await desk.getByRole('button', { name: '确定答复' }).click();
  await expect(desk.getByText('“答复”已记下')).toBeVisible();

  await page.goto(`${hall.url}/progress`);
  await page.getByLabel('回执编号').fill(slip.receiptNo.replaceAll('-', '').toLowerCase());
  await page.getByLabel('查询码').fill(slip.code.toLowerCase());
  await page.getByRole('button', { name: '查进度' }).first().click();
  await expect(page.locator('h1')).toHaveText('已答复');
  await expect(page.getByText(dayInWords(dayAtHall(Date.now()))).first()).toBeVisible();
  await expect(page.getByText(/请带证件到 1 号窗口领取答复/)).toBeVisible();
  await expect(page.getByText('您要的信息已经公开')).toHaveCount(0);
});

test('a list at the desk says when and what, never who', async ({ page }) => {
  await openHall(page, hall.url);
  const slip = await file(page, hall.url, 'disclosure-request', request(NAME, ID_NUMBER, '村务公开栏'));
  const officer = await logIn(hall, 'bianji');
  await expect.poll(() => inbox(hall)).toContain(slip.receiptNo);
  const rows = await officer.get<SubmissionRow[]>(routes.staff.submissions);
  const row = rows.find((each) => each.receiptNo === slip.receiptNo);
  expect(row).toMatchObject({ state: 'received', filedOn: dayAtHall(Date.now()) });
  expect(JSON.stringify(rows)).not.toContain(NAME);
  // The dates on the receipt are the desk's dates; where no official calendar reaches, neither side invents one.
  const shown = await page.locator('main').innerText();
  const due = row?.limits.promised?.due;
  if (due?.is === 'day') expect(shown).toContain(`${dayInShort(due.on)}前答复`);
  else expect(shown).toContain('7 个工作日内答复');
});

test('nonsense is answered beside its question, and nothing already answered is lost', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  const next = page.getByRole('button', { name: '下一题' }).first();
  await next.click();
  await expect(page.getByText('这一题要回答才能继续。')).toBeVisible();
  await page.locator('label').filter({ hasText: '我本人' }).click();
  await next.click();
  await page.getByRole('textbox').fill('<img src=x onerror=alert(1)>');
  await next.click();
  await page.locator('label').filter({ hasText: '居民身份证' }).click();
  await next.click();
  await page.getByRole('textbox').fill('110105194912310021');
  await next.click();
  await expect(page.getByText('身份证号有一位输错了，请对照证件再核对一遍。')).toBeVisible();
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('a matter that does not belong on a public screen is not taken', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/complaint`);
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await page.locator('label').filter({ hasText: '检举干部违纪违法' }).click();
  await page.getByRole('button', { name: '下一题' }).first().click();
  await expect(page.locator('h1')).toHaveText('请直接向纪检监察机关反映');
  await expect(page.getByText(/12388/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '下一题' })).toHaveCount(0);
});

test('a wrong number and a wrong code are answered alike', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/opinion`);
  await fillForm(page, opinion('只为查询'));
  const slip = await sendForm(page);
  const never = receiptNo('Z9' as MachinePrefix, 1);
  const say = async (number: string, code: string): Promise<string> => {
    await page.goto(`${hall.url}/progress`);
    await page.getByLabel('回执编号').fill(number);
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查进度' }).first().click();
    await expect(page.getByText('没有查到')).toBeVisible();
    return page.locator('main').innerText();
  };
  const wrongCode = slip.code === 'K4TM9R2X' ? 'K4TM9R2Y' : 'K4TM9R2X';
  expect(await say(slip.receiptNo, wrongCode)).toBe(await say(never, wrongCode));
});
