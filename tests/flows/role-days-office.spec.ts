import { type Browser, expect, type Locator, type Page, test } from 'playwright/test';
import type { AuditCheck, AuditPage } from '../../src/contract/audit.ts';
import { addDays, dayAtHall } from '../../src/contract/day.ts';
import type { MachineRow, SubmissionRow } from '../../src/contract/desk.ts';
import type { HallSettings } from '../../src/contract/hall-change.ts';
import type { PersonRow } from '../../src/contract/people.ts';
import { routes } from '../../src/contract/routes.ts';
import { sitDown } from '../setup/desk.ts';
import { buttonsOf, invite, openBrowser, openMenu, PASSWORD, read, refusal } from '../setup/people.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { atHome, file, isSetUp, openHall, request, type Slip } from '../setup/visitor.ts';

/** The day of those who handle what visitors file, keep the hall or the accounts, or look after the others. */

let hall: Hall;
let admin: Page;
let officer: Page;
let complaints: Page;
let chief: Page;
let keeper: Page;
let signer: Page;
let auditor: Page;
/** A visitor at a screen in another room than the server's. */
let visitor: Page;
let asked: Slip;
let complained: Slip;

const NAME = '欧阳试填';
const complaint = {
  '是哪一类事？': '办事服务投诉',
  请说说是什么事: '排了两次队，材料没说清',
  '要不要答复？': '不留姓名，我凭回执在屏幕上看',
};

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  hall = await startHall();
  admin = await enterAsAdmin(browser);
  const come = (login: string, name: string, role: PersonRow['roles'][number]): Promise<Page> =>
    invite(browser, hall, admin, { login, name, roles: [role] });
  officer = await come('zhaoyi', '赵依', 'officer');
  complaints = await come('qiantou', '钱投', 'complaints');
  chief = await come('sunzhang', '孙章', 'chief');
  keeper = await come('litang', '李堂', 'hall');
  signer = await come('hejun', '何军', 'signer');
  auditor = await come('zhouji', '周计', 'auditor');
  visitor = await (
    await browser.newContext({
      viewport: { width: 1080, height: 1920 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.7' },
    })
  ).newPage();
  await openHall(visitor, hall.url);
  await isSetUp(visitor);
  asked = await file(
    visitor,
    hall.url,
    'disclosure-request',
    request(NAME, '220821199001010014', '部门预算'),
  );
  complained = await file(visitor, hall.url, 'complaint', complaint);
  await expect(visitor.getByText(/已经交到嘎什根乡/)).toBeVisible();
});
test.afterAll(() => hall.stop());

/** One who keeps the accounts and nothing else, invited on the page, and in by the door that the code is for. */
async function enterAsAdmin(browser: Browser): Promise<Page> {
  const first = await sitDown(browser, hall, 'shenhe');
  await openMenu(first, /^账号/);
  await first.getByRole('button', { name: '请一位同事' }).click();
  const dialog = first.getByRole('dialog', { name: '请一位同事' });
  await dialog.getByLabel('姓名').fill('郑管');
  await dialog.getByLabel('账号').fill('zhengguan');
  await dialog.getByLabel('系统管理员').check();
  await dialog.getByRole('button', { name: '生成邀请码' }).click();
  const shown = first.getByRole('dialog', { name: '郑管的邀请码' });
  const code = await shown.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/).innerText();
  await shown.getByRole('button', { name: '记下了' }).click();

  const page = await openBrowser(browser, hall);
  await page.goto('/staff/welcome');
  await page.getByLabel('账号').fill('zhengguan');
  await page.getByLabel('邀请码').fill(code);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再填一次新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设好密码并登录' }).click();
  await expect(page.getByRole('navigation', { name: '工作台菜单' })).toBeVisible();
  return page;
}

const submission = async (slip: Slip): Promise<SubmissionRow> => {
  const rows = await read<SubmissionRow[]>(officer, routes.staff.submissions);
  const row = rows.find((each) => each.receiptNo === slip.receiptNo);
  if (row === undefined) throw new Error(`no ${slip.receiptNo}`);
  return row;
};

async function openFiled(page: Page, slip: Slip): Promise<void> {
  await openMenu(page, /^收件/);
  await page.getByRole('row', { name: slip.receiptNo }).getByRole('link').click();
  await expect(page.getByRole('heading', { name: '内容是封好的' })).toBeVisible();
  await page.getByRole('button', { name: '打开，并记录是我打开的' }).click();
  await expect(page.getByRole('heading', { name: '内容是封好的' })).toHaveCount(0);
}

/** One step of the handling: the button, its words, the button that makes it so. */
async function move(page: Page, name: string, words: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  for (const [label, text] of Object.entries(words)) await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: `确定${name}` }).click();
  await expect(page.getByText(`“${name}”已记下`)).toBeVisible();
}

async function lookUp(slip: Slip): Promise<void> {
  await visitor.goto(`${hall.url}/progress`);
  await visitor.getByLabel('回执编号').fill(slip.receiptNo);
  await visitor.getByLabel('查询码').fill(slip.code);
  await visitor.getByRole('button', { name: '查进度' }).first().click();
}

test('依申请公开经办 opens a request and asks for what is missing', async () => {
  await openFiled(officer, asked);
  await expect(officer.getByText(NAME).first()).toBeVisible();
  await move(officer, '登记');
  const by = addDays(dayAtHall(Date.now()), 20);
  await officer.getByRole('button', { name: '请其补充', exact: true }).click();
  await officer.getByRole('button', { name: '确定请其补充' }).click();
  await expect(officer.getByText('请写给群众看的说明。')).toBeVisible();
  await expect(officer.getByText('请定补充的最后一天。')).toBeVisible();
  await officer.getByLabel('给群众看的说明').fill('请写明要哪一年的预算。');
  await officer.getByLabel('补充的最后一天').fill(by);
  await officer.getByRole('button', { name: '确定请其补充' }).click();
  await expect(officer.getByText('“请其补充”已记下')).toBeVisible();
  expect(await submission(asked)).toMatchObject({ state: 'supplementAsked', supplementBy: by });
  await lookUp(asked);
  await expect(visitor.locator('h1')).toHaveText('需要您补充材料');
  await expect(visitor.getByText('请写明要哪一年的预算。')).toBeVisible();
  expect(await refusal(officer, 'GET', routes.staff.entries)).toBe('not-allowed');
});

test('投诉办理 answers a complaint, and whoever made it reads the answer', async () => {
  await openFiled(complaints, complained);
  await expect(complaints.getByText('排了两次队，材料没说清')).toBeVisible();
  await move(complaints, '登记');
  await move(complaints, '开始办理');
  await complaints.getByRole('button', { name: '答复', exact: true }).click();
  await complaints.getByLabel('答复正文').fill('已经和窗口核对，材料清单重新贴了。');
  await complaints.getByRole('button', { name: '确定答复' }).click();
  // Nobody can be called who left no name: the words on the screen are the reply.
  await expect(complaints.getByText('请写给群众看的说明。')).toBeVisible();
  await complaints.getByLabel('给群众看的说明').fill('材料清单已贴在 3 号窗口。');
  await complaints.getByRole('button', { name: '确定答复' }).click();
  await expect(complaints.getByText('“答复”已记下')).toBeVisible();
  expect((await submission(complained)).state).toBe('replied');
  await lookUp(complained);
  await expect(visitor.locator('h1')).toHaveText('已答复');
  await expect(visitor.getByText('材料清单已贴在 3 号窗口。')).toBeVisible();
});

/** A proposal, with its words, goes to the chief and nowhere else. */
async function propose(
  name: string,
  words: Readonly<Record<string, string>>,
  outcome?: string,
): Promise<void> {
  await officer.getByRole('button', { name, exact: true }).click();
  if (outcome !== undefined) await officer.getByLabel('办理结果').selectOption(outcome);
  for (const [label, text] of Object.entries(words)) await officer.getByLabel(label).fill(text);
  await officer.getByRole('button', { name: '报负责人批准' }).click();
  await expect(officer.getByText(`“${name}”已报工作机构负责人批准`)).toBeVisible();
}

/** What waits for somebody on their first page. */
const waiting = (page: Page): Locator => page.getByRole('table', { name: '等我办的' });

test('依申请公开经办 proposes an extension, and the visitor sees no change', async () => {
  await officer.reload();
  await move(officer, '开始办理');
  await propose('延期', { 给群众看的说明: '要问县档案馆。' });
  await expect(officer.getByRole('heading', { name: '等负责人批准：延期' })).toBeVisible();
  await expect(officer.getByRole('button', { name: '批准延期' })).toHaveCount(0);
  await lookUp(asked);
  await expect(visitor.locator('h1')).toHaveText('正在办理');
  await expect(visitor.getByText('要问县档案馆。')).toHaveCount(0);
  const { id, proposal } = await submission(asked);
  const decision = { act: 'approve', n: proposal?.n };
  expect(await refusal(officer, 'POST', routes.staff.proposalDecision(id), decision)).toBe('not-allowed');
  await openMenu(officer, /^今天/);
  await expect(officer.getByRole('table', { name: '已报批，等负责人批准的' })).toContainText('延期');
});

test('工作机构负责人 sees what waits, opens it, and returns it with a reason', async () => {
  await chief.reload();
  await expect(waiting(chief).getByRole('row', { name: asked.receiptNo })).toContainText(/最晚 .+批/);
  await waiting(chief).getByRole('link', { name: /去批/ }).click();
  await expect(chief.getByRole('heading', { name: '等您批准：延期' })).toBeVisible();
  await chief.getByRole('button', { name: '打开，并记录是我打开的' }).click();
  await expect(chief.getByText(NAME).first()).toBeVisible();
  await chief.getByRole('button', { name: '退回', exact: true }).click();
  await chief.getByRole('button', { name: '确定退回' }).click();
  await expect(chief.getByText('请写明退回的理由：哪里不妥，怎么改。')).toBeVisible();
  await chief.getByLabel('退回的理由').fill('写明延到哪一天');
  await chief.getByRole('button', { name: '确定退回' }).click();
  await expect(chief.getByText('已退回给经办，理由写上了。')).toBeVisible();
  expect((await submission(asked)).state).toBe('inHand');
  // What is the officers' stays theirs.
  await expect(chief.getByRole('button', { name: /^(开始办理|答复|延期|登记|归档)$/ })).toHaveCount(0);
  const { id, state } = await submission(asked);
  const start = { move: 'transfer', from: state, publicNote: '转走' };
  expect(await refusal(chief, 'POST', routes.staff.submissionMove(id), start)).toBe('not-allowed');
  await chief.goto('/staff/content/page/service-promise');
  await expect(chief.getByText('由信息员修改。您的岗位可以看。')).toBeVisible();
});

test('what came back is proposed anew, approved, and the visitor reads 延期办理', async () => {
  await officer.reload();
  await expect(waiting(officer)).toContainText('写明延到哪一天');
  await waiting(officer).getByRole('link', { name: /去改/ }).click();
  await expect(officer.getByText('延期退回来了，没有批准。')).toBeVisible();
  await officer.getByRole('button', { name: '延期', exact: true }).click();
  // It is written on, not anew.
  await expect(officer.getByLabel('给群众看的说明')).toHaveValue('要问县档案馆。');
  await officer.getByRole('button', { name: '延期', exact: true }).click();
  await propose('延期', { 给群众看的说明: '要问县档案馆，最晚下月 20 日答复。' });

  await openMenu(chief, /^今天/);
  await waiting(chief).getByRole('link', { name: /去批/ }).click();
  await chief.getByRole('button', { name: '批准延期' }).click();
  await expect(chief.getByText('已批准延期，群众凭回执编号和查询码看得到。')).toBeVisible();
  expect((await submission(asked)).state).toBe('extended');
  await lookUp(asked);
  await expect(visitor.locator('h1')).toHaveText('延期办理');
  await expect(visitor.getByText('要问县档案馆，最晚下月 20 日答复。')).toBeVisible();
});

const LETTER = '您要的是还在讨论的过程稿，依照条例第十六条不予公开。';

test('a refusal is read and approved by the chief before the visitor reads 已答复', async () => {
  await officer.reload();
  await propose('答复', { 答复正文: LETTER }, 'deny.process');
  await lookUp(asked);
  await expect(visitor.locator('h1')).toHaveText('延期办理');
  await openMenu(chief, /^今天/);
  await expect(waiting(chief)).toContainText('（三）不予公开 6.属于四类过程性信息');
  await waiting(chief).getByRole('link', { name: /去批/ }).click();
  await expect(chief.getByText('您还没有打开内容。看过答复正文再批。')).toBeVisible();
  await expect(chief.getByText(LETTER)).toHaveCount(0);
  await chief.getByRole('button', { name: '打开，并记录是我打开的' }).click();
  await expect(chief.getByText(LETTER)).toBeVisible();
  await chief.getByRole('button', { name: '批准答复' }).click();
  await expect(chief.getByText('已批准答复，群众凭回执编号和查询码看得到。')).toBeVisible();
  expect((await submission(asked)).state).toBe('replied');
  await lookUp(asked);
  await expect(visitor.locator('h1')).toHaveText('已答复');
  await openMenu(chief, /^今天/);
  await expect(chief.getByText('现在没有等您办的。')).toBeVisible();
});

test('大厅管理员 says which screen is the hall’s and where it stands', async () => {
  await openMenu(keeper, /^屏幕/);
  const prefix = asked.receiptNo.split('-')[0] ?? '';
  const row = keeper.getByRole('row', { name: new RegExp(`^${prefix}`) });
  await expect(row).toContainText('还没有确认是大厅的');
  await keeper.getByRole('button', { name: `确认屏幕 ${prefix}是大厅的` }).click();
  await expect(row).not.toContainText('还没有确认是大厅的');
  await keeper.getByRole('button', { name: `写屏幕 ${prefix}在哪儿` }).click();
  const dialog = keeper.getByRole('dialog', { name: `屏幕 ${prefix}在哪儿？` });
  await dialog.getByLabel('在哪儿').fill('哈吐村便民服务站');
  await dialog.getByRole('button', { name: '记下' }).click();
  await expect(row).toContainText('哈吐村便民服务站');
  const [machine] = await read<MachineRow[]>(officer, routes.staff.machines);
  expect(machine).toMatchObject({ prefix, place: '哈吐村便民服务站', confirmedAt: expect.any(String) });
});

const NOTICE = '明天上午停电，下午照常办理。';

test('大厅管理员 changes a notice, which stands on the screens once 分管领导 has signed', async () => {
  await openMenu(keeper, /^大厅设置/);
  await keeper.getByRole('button', { name: '加一条通知' }).click();
  await keeper.getByLabel('通知', { exact: true }).last().fill(NOTICE);
  const today = dayAtHall(Date.now());
  await keeper.getByLabel('从哪天起').last().fill(today);
  await keeper
    .getByLabel(/^到哪天止/)
    .last()
    .fill(addDays(today, 1));
  await keeper.getByRole('button', { name: '送签发' }).click();
  await expect(keeper.getByText('已送签发，等另一位同事签字。再改会代替这一次。')).toBeVisible();
  await expect(keeper.getByRole('button', { name: '签发，屏幕马上换' })).toHaveCount(0);
  const { waiting } = await read<HallSettings>(keeper, routes.staff.hall);
  const decision = { n: waiting?.n, decision: 'sign' };
  expect(await refusal(keeper, 'POST', routes.staff.hallDecision, decision)).toBe('not-allowed');
  await visitor.goto(hall.url);
  await atHome(visitor);
  await expect(visitor.getByText(NOTICE)).toHaveCount(0);

  await openMenu(signer, /^大厅设置/);
  const change = signer.getByRole('region', { name: '等签发的改动' });
  await expect(change).toContainText(NOTICE);
  await change.getByRole('button', { name: '签发，屏幕马上换' }).click();
  await expect(change).toHaveCount(0);
  await expect(visitor.getByRole('list', { name: '通知' })).toContainText(NOTICE);
  const { hall: shown, past } = await read<HallSettings>(signer, routes.staff.hall);
  expect(shown.notices.map(({ text }) => text)).toContain(NOTICE);
  expect(past[0]).toMatchObject({ state: 'signed', by: { name: '李堂' }, decidedBy: { name: '何军' } });
});

test('系统管理员 disables an account, and reads neither content nor what was filed', async ({ browser }) => {
  const leaving = await sitDown(browser, hall, 'bianji');
  await openMenu(admin, /^账号/);
  await admin.getByRole('button', { name: '停用王晓梅（示例）的账号' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(admin.getByRole('row', { name: /王晓梅/ })).toContainText('已停用');
  await leaving.reload();
  await expect(leaving.getByRole('heading', { name: '登录工作台' })).toBeVisible();
  const people = await read<PersonRow[]>(admin, routes.staff.people);
  expect(people.find(({ login }) => login === 'bianji')?.state).toBe('disabled');
  expect(people.filter(({ state }) => state === 'active').length).toBe(8);

  const menu = admin.getByRole('navigation', { name: '工作台菜单' });
  for (const name of [/^内容/, /^收件/, /^操作记录/])
    await expect(menu.getByRole('link', { name })).toHaveCount(0);
  const { id } = await submission(asked);
  for (const path of ['content', 'content/page/service-promise', 'inbox', `inbox/${id}`, 'audit']) {
    await admin.goto(`/staff/${path}`);
    await expect(admin.getByText('您的岗位看不到这一页。')).toBeVisible();
  }
  for (const path of [
    routes.staff.entries,
    routes.staff.entry('page/service-promise'),
    routes.staff.submission(id),
    routes.staff.audit,
  ])
    expect([path, await refusal(admin, 'GET', path)]).toEqual([path, 'not-allowed']);
  expect(await refusal(admin, 'POST', routes.staff.opening(id))).toBe('not-allowed');
});

/** Shows a rule, prints, or asks for the same again. */
const LOOKING = /^(依据|打印审查单|更新$)/;

test('审计员 finds who opened what, sees that the record is whole, and can change nothing', async () => {
  await openMenu(auditor, /^操作记录/);
  await auditor.getByLabel('做了什么').selectOption({ label: '打开收件' });
  await auditor.getByLabel('谁', { exact: true }).selectOption({ label: '孙章' });
  await expect(auditor.getByText(/^共 [1-9]\d* 条$/)).toBeVisible();
  const table = auditor.getByRole('table', { name: '操作记录' });
  await expect(table.getByRole('row').nth(1)).toContainText(`收件 ${asked.receiptNo}`);
  expect(new URL(auditor.url()).search).toContain('act=submission.open');
  const shown = await read<AuditPage>(auditor, `${routes.staff.audit}?act=submission.open`);
  // Whoever moves on what they have open opens it anew, which is written down too.
  expect(new Set(shown.rows.map(({ by, name }) => `${by?.name} ${name}`))).toEqual(
    new Set([`孙章 ${asked.receiptNo}`, `钱投 ${complained.receiptNo}`, `赵依 ${asked.receiptNo}`]),
  );
  await auditor.getByRole('button', { name: '核对记录是否完整' }).click();
  await expect(auditor.getByText(/^共 \d+ 条，全部完整。$/)).toBeVisible();
  expect(await read<AuditCheck>(auditor, routes.staff.auditCheck)).toMatchObject({ firstBroken: null });
  expect(await buttonsOf(auditor)).toEqual(['核对记录是否完整']);

  const { id } = await submission(asked);
  await auditor.goto(`/staff/inbox/${id}`);
  await expect(auditor.getByText(/^只有经办的同事能打开内容/)).toBeVisible();
  expect(await buttonsOf(auditor)).toEqual([]);
  expect(await refusal(auditor, 'POST', routes.staff.opening(id))).toBe('not-allowed');
  for (const path of ['content/page/service-promise', 'review/page/service-promise', 'publish', 'screens']) {
    await auditor.goto(`/staff/${path}`);
    await expect(auditor.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(auditor.getByText(/^正在.*……$/)).toHaveCount(0);
    const changing = (await buttonsOf(auditor)).filter((name) => !LOOKING.test(name));
    expect([path, changing]).toEqual([path, []]);
  }
});
