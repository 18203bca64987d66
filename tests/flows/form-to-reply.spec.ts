import { expect, test } from 'playwright/test';
import { addDays, dayAtHall, dayInShort, dayInWords } from '../../src/contract/day.ts';
import type { OpenedSubmission, SubmissionDetail, SubmissionRow } from '../../src/contract/desk.ts';
import type { MachinePrefix } from '../../src/contract/id.ts';
import { receiptNo } from '../../src/contract/receipt-no.ts';
import { routes } from '../../src/contract/routes.ts';
import { logIn } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { fillForm, openHall, opinion, request, sendForm } from '../setup/visitor.ts';

/** A request for disclosure from the first question to the reply that the visitor sees. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const NAME = '欧阳试填';
const ID_NUMBER = '220821199001010014';

test('asked at the screen, registered, answered, seen by number and code', async ({ page }) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /申请公开一份信息/ }).click();
  await expect(page.getByText('您填的内容怎样使用')).toBeVisible();
  await fillForm(page, request(NAME, ID_NUMBER, '2025年嘎什根乡部门预算'));

  // What names the visitor is masked as soon as its field is left.
  await expect(page.getByText('220821********0014')).toBeVisible();
  await expect(page.getByText('138****8000')).toBeVisible();
  await expect(page.getByText(ID_NUMBER)).toHaveCount(0);
  const slip = await sendForm(page);
  await expect(page.getByText(/已经交到嘎什根乡/)).toBeVisible();

  const officer = await logIn(hall, 'bianji');
  const row = (await officer.get<SubmissionRow[]>(routes.staff.submissions)).find(
    (each) => each.receiptNo === slip.receiptNo,
  );
  if (row === undefined) throw new Error('the request is not in the inbox');
  expect(row).toMatchObject({
    formTitle: '申请公开一份政府信息',
    state: 'received',
    filedOn: dayAtHall(Date.now()),
  });
  expect(JSON.stringify(row)).not.toContain(NAME);
  // The dates on the receipt are the desk's dates; where no official calendar reaches, neither side invents one.
  if (row.promisedOn !== null) expect(row.promisedOn > addDays(row.filedOn, 6)).toBe(true);

  const opened = await officer.send<OpenedSubmission>('POST', routes.staff.opening(row.id), {});
  expect(opened.answers).toMatchObject({ name: NAME, 'identity-number': ID_NUMBER, phone: '13800138000' });

  const move = (body: object): Promise<SubmissionDetail> =>
    officer.send('POST', routes.staff.submissionMove(row.id), body);
  await move({ move: 'register', from: 'received' });
  await move({ move: 'start', from: 'registered' });
  await move({
    move: 'reply',
    from: 'inHand',
    reply: '您要的信息已经公开，随信附上。',
    publicNote: '请带证件到 1 号窗口领取答复。',
  });

  await page.goto(`${hall.url}/progress`);
  await page.getByLabel('回执编号').fill(slip.receiptNo.replaceAll('-', '').toLowerCase());
  await page.getByLabel('查询码').fill(slip.code.toLowerCase());
  await page.getByRole('button', { name: '查进度' }).first().click();
  await expect(page.locator('h1')).toHaveText('已答复');
  await expect(page.getByText(dayInWords(dayAtHall(Date.now()))).first()).toBeVisible();
  await expect(page.getByText(/请带证件到 1 号窗口领取答复/)).toBeVisible();
  await expect(page.getByText('您要的信息已经公开')).toHaveCount(0);
});

test('the receipt names the days that the desk counts', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await fillForm(page, request(NAME, ID_NUMBER, '2024年宅基地审批结果'));
  const slip = await sendForm(page);
  const rows = await (await logIn(hall, 'bianji')).get<SubmissionRow[]>(routes.staff.submissions);
  const row = rows.find((each) => each.receiptNo === slip.receiptNo);
  const shown = await page.locator('main').innerText();
  if (row?.promisedOn) expect(shown).toContain(`${dayInShort(row.promisedOn)}前答复`);
  else expect(shown).toContain('办好后答复');
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
  await page.getByRole('button', { name: '上一题' }).click();
  await page.getByRole('button', { name: '上一题' }).click();
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
