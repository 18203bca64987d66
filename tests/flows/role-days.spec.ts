import { expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Page as Entry } from '../../src/contract/page.ts';
import type { ReviewMove } from '../../src/contract/review.ts';
import { routes } from '../../src/contract/routes.ts';
import { plainText } from '../../src/contract/text.ts';
import { sitDown } from '../setup/desk.ts';
import { buttonsOf, invite, openMenu, read, refusal, tell } from '../setup/people.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/** The day of those whose work is content: 信息员, 科室负责人, 保密审查员, 分管领导, each with an account and a browser of their own. */

const TITLE = '秸秆离田补助怎么领';
const ID = 'page/straw-subsidy';
const SHEET = `/staff/review/${ID}`;
const REASON = '没写到哪个窗口领，请补上。';
const MENDED = '带身份证和土地合同，到 3 号窗口登记。';

let hall: Hall;
let editor: Page;
let reviewer: Page;
let secrecy: Page;
let signer: Page;
/** Somebody of a small office with several roles: what they do for one text keeps them from the rest of it. */
let both: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  hall = await startHall();
  const admin = await sitDown(browser, hall, 'shenhe');
  // Three people sign here, not one for all.
  await openMenu(admin, /^审核方式/);
  await admin.getByRole('checkbox', { name: /^人少的大厅/ }).uncheck();
  await admin.getByRole('button', { name: '保存' }).click();
  await expect(admin.getByText('已关掉。下一次审核起，要三道分别签。')).toBeVisible();
  editor = await invite(browser, hall, admin, { login: 'wuyan', name: '吴燕', roles: ['editor'] });
  reviewer = await invite(browser, hall, admin, { login: 'fengke', name: '冯科', roles: ['reviewer'] });
  secrecy = await invite(browser, hall, admin, { login: 'songmin', name: '宋敏', roles: ['secrecy'] });
  signer = await invite(browser, hall, admin, { login: 'hejun', name: '何军', roles: ['signer'] });
  const roles = ['editor', 'reviewer', 'signer'] as const;
  both = await invite(browser, hall, admin, { login: 'yuanjie', name: '袁杰', roles });
});
test.afterAll(() => hall.stop());

const standing = (id = ID): Promise<EntryDetail> => read(reviewer, routes.staff.entry(id));

/** As a page would send it that offers every signature to everybody. */
const trySigning = async (page: Page, move: ReviewMove, id = ID): Promise<string> =>
  refusal(page, 'POST', routes.staff.entryMove(id), {
    ...{ move, revision: (await standing(id)).revision, secrecyChecked: true },
    aspects: ['lawful', 'accurate', 'disclosable', 'secret'],
  });

/** From 待我审核 to the sheet. */
async function openWaiting(page: Page, title = TITLE): Promise<void> {
  await openMenu(page, /^待我审核/);
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Ticks what the signature stands for, and signs. */
async function sign(page: Page, group: string, button: string): Promise<void> {
  const ticks = page.getByRole('group', { name: group }).getByRole('checkbox');
  await expect(ticks.first()).toBeVisible();
  for (const tick of await ticks.all()) await tick.check();
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('button', { name: button })).toHaveCount(0);
}

const SIGN = /签字|签发$/;
const SENT = '已送审。审核的同事会在“待我审核”里看到，审核通过并发布以后屏幕才变。';

test('信息员 writes a page and sends it, and signs nothing', async () => {
  await editor.getByRole('link', { name: '新建内容' }).click();
  await editor.getByLabel('种类').selectOption({ label: '页面' });
  await editor.getByLabel('名称', { exact: true }).fill(TITLE);
  await editor.getByLabel('英文短名').fill('straw-subsidy');
  await editor.getByRole('button', { name: '开始写' }).click();
  await editor.getByLabel('一句话说明').fill('把秸秆运出地块的农户可以领。');
  await editor.getByRole('textbox', { name: '正文', exact: true }).click();
  await editor.keyboard.type('每亩补助的标准看当年的通知。');
  await editor.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect(editor.getByText(SENT)).toBeVisible();
  expect(await standing()).toMatchObject({ state: 'submitted', revision: 1, publishedRevision: null });

  await editor.goto(SHEET);
  await expect(editor.getByText('等科室负责人复审。')).toBeVisible();
  expect((await buttonsOf(editor)).filter((name) => SIGN.test(name) || name === '退回修改')).toEqual([]);
  await expect(editor.getByRole('link', { name: /^待我审核/ })).toHaveCount(0);
  expect(await trySigning(editor, 'review')).toBe('not-allowed');
});

test('科室负责人 returns it, and not without a reason', async () => {
  await openWaiting(reviewer);
  await expect(reviewer.getByText('屏幕上还没有这一条，下面是全文。')).toBeVisible();
  await reviewer.getByRole('button', { name: '退回修改' }).click();
  await reviewer.getByRole('button', { name: '确定退回' }).click();
  await expect(reviewer.getByText('请写明退回的理由：哪里不妥，怎么改。')).toBeVisible();
  expect((await standing()).state).toBe('submitted');
  await reviewer.getByLabel('退回的理由').fill(REASON);
  await reviewer.getByRole('button', { name: '确定退回' }).click();
  await expect(reviewer.getByText('还没有送审。送审以后才能审核。')).toBeVisible();
  const { state, history } = await standing();
  expect([state, history[0]]).toMatchObject([
    'returned',
    { move: 'return', note: REASON, by: { name: '冯科' } },
  ]);
});

test('信息员 reads why, mends it and sends it again', async () => {
  await openMenu(editor, /^今天/);
  await editor.getByRole('link', { name: `去修改：${TITLE}` }).click();
  await expect(editor.getByText(/^冯科 .*退回了第 1 稿：/)).toBeVisible();
  await expect(editor.getByText(REASON).first()).toBeVisible();
  await editor.getByRole('textbox', { name: '正文', exact: true }).click();
  await editor.keyboard.type(MENDED);
  await editor.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect(editor.getByText(SENT)).toBeVisible();
  const { state, revision, entry } = await standing();
  expect([state, revision]).toEqual(['submitted', 2]);
  expect(plainText((entry as Entry).body)).toContain(MENDED);
});

test('科室负责人 and 保密审查员 sign one after the other, each once', async () => {
  await openMenu(secrecy, /^待我审核/);
  await expect(secrecy.getByText('没有等您审核的内容。轮到您的那一道，就会出现在这里。')).toBeVisible();
  await openWaiting(reviewer);
  await reviewer.getByRole('button', { name: '复审通过，签字' }).click();
  await expect(reviewer.getByText(/^还有 3 项没有勾/)).toBeVisible();
  await sign(reviewer, '复审', '复审通过，签字');
  await expect(reviewer.getByText('复审过了，等保密审查员审查。')).toBeVisible();
  expect((await buttonsOf(reviewer)).filter((name) => SIGN.test(name))).toEqual([]);
  expect(await trySigning(reviewer, 'review')).toBe('move-not-legal');
  expect(await trySigning(reviewer, 'clear')).toBe('not-allowed');

  await secrecy.reload();
  await openWaiting(secrecy);
  await secrecy.getByRole('button', { name: '保密审查通过，签字' }).click();
  await expect(secrecy.getByText(/^还有 2 项没有勾/)).toBeVisible();
  await sign(secrecy, '保密审查', '保密审查通过，签字');
  await expect(secrecy.getByText('保密审查过了，等分管领导签发。')).toBeVisible();
  expect((await buttonsOf(secrecy)).filter((name) => SIGN.test(name))).toEqual([]);
  expect(await trySigning(secrecy, 'clear')).toBe('move-not-legal');
  expect(await trySigning(secrecy, 'sign')).toBe('not-allowed');
  const { state, history } = await standing();
  expect(state).toBe('cleared');
  expect(history.slice(0, 2)).toMatchObject([
    { move: 'clear', by: { name: '宋敏' }, aspects: ['secret'], isException: false },
    { move: 'review', by: { name: '冯科' }, isException: false },
  ]);
});

test('an edit voids both signatures, and the way begins again', async () => {
  await editor.goto(`/staff/content/${ID}`);
  await expect(editor.getByText('保密审查过了，等签发。再改会变回草稿，签过的都作废。')).toBeVisible();
  await editor.getByLabel('一句话说明').fill('把秸秆运出地块的农户，凭登记可以领。');
  await editor.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect(editor.getByText(SENT)).toBeVisible();
  expect(await standing()).toMatchObject({ state: 'submitted', revision: 3 });
  await signer.goto(SHEET);
  await expect(signer.getByText('等科室负责人复审。')).toBeVisible();
  await expect(signer.getByRole('button', { name: '同意，签发' })).toHaveCount(0);
  expect(await trySigning(signer, 'sign')).toBe('move-not-legal');
  expect(await trySigning(secrecy, 'clear')).toBe('move-not-legal');
  await openWaiting(reviewer);
  await sign(reviewer, '复审', '复审通过，签字');
  await openWaiting(secrecy);
  await sign(secrecy, '保密审查', '保密审查通过，签字');
});

test('分管领导 signs and publishes, and the visitor reads it', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/${ID}`);
  await expect(page.getByText('没有找到这一页')).toBeVisible();
  await openWaiting(signer);
  await sign(signer, '签发', '同意，签发');
  expect(await trySigning(signer, 'sign')).toBe('move-not-legal');
  await secrecy.goto('/staff/publish');
  await expect(secrecy.getByText('由签发岗位的同事发布。您的岗位可以看。')).toBeVisible();
  expect(await refusal(secrecy, 'POST', routes.staff.publication, {})).toBe('not-allowed');

  await signer.getByRole('link', { name: '去发布' }).click();
  await expect(signer.getByRole('row', { name: new RegExp(TITLE) })).toContainText('何军');
  await signer.getByRole('button', { name: '发布这 1 条，成为第 2 版' }).click();
  await expect(signer.getByText('现在是第 2 版。')).toBeVisible();
  expect(await standing()).toMatchObject({ state: 'published', publishedRevision: 3 });
  await page.goto(`${hall.url}/${ID}`);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText('把秸秆运出地块的农户，凭登记可以领。')).toBeVisible();
  await expect(page.getByText(MENDED)).toBeVisible();
});

test('with several roles: who wrote it signs nothing, who reviewed it does not sign it off', async () => {
  const own = 'page/service-promise';
  await both.goto(`/staff/content/${own}`);
  await both.getByLabel('一句话说明').fill('首问负责，限时办结。');
  await both.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect(both.getByText(SENT)).toBeVisible();
  await both.goto(`/staff/review/${own}`);
  await expect(both.getByText('您写的，不能自己审。')).toBeVisible();
  expect((await buttonsOf(both)).filter((name) => SIGN.test(name))).toEqual([]);
  expect(await trySigning(both, 'review', own)).toBe('same-person-signs-twice');

  const other = 'page/disclosure-guide';
  const { entry, revision } = await standing(other);
  const body = { basedOn: revision, entry: { ...entry, summary: '怎样查、怎样申请。' } };
  const saved = await tell<EntryDetail>(editor, 'PUT', routes.staff.entry(other), body);
  const submit = { move: 'submit', revision: saved.revision };
  await tell(editor, 'POST', routes.staff.entryMove(other), submit);
  for (const [page, group, button] of [
    [both, '复审', '复审通过，签字'],
    [secrecy, '保密审查', '保密审查通过，签字'],
  ] as const) {
    await page.goto(`/staff/review/${other}`);
    await sign(page, group, button);
  }
  await both.reload();
  await expect(both.getByText('这一道要由另一位同事签。')).toBeVisible();
  expect((await buttonsOf(both)).filter((name) => SIGN.test(name))).toEqual([]);
  expect(await trySigning(both, 'sign', other)).toBe('signed-before');
  expect([(await standing(own)).state, (await standing(other)).state]).toEqual(['submitted', 'cleared']);
});
