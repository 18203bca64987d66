import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import {
  bianji,
  openTestDesk,
  problem,
  sessionOf,
  shenhe,
  type TestDesk,
  value,
  type Wire,
} from '../test-desk.tsx';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const row = {
  id: ID,
  receiptNo: 'A7-000119-2',
  formTitle: '申请公开一份政府信息',
  purpose: 'disclosure-request',
  state: 'registered',
  filedOn: '2026-11-20',
  receivedAt: '2026-11-20T02:00:00.000Z',
  limits: {
    promised: {
      lasts: { n: 7, unit: 'workday', note: '本乡承诺' },
      due: { is: 'day', on: '2026-12-01', left: 5 },
      does: null,
    },
    statutory: {
      lasts: { n: 20, unit: 'workday' },
      due: { is: 'day', on: '2026-12-18', left: 18 },
      basis: '政府信息公开条例第三十三条',
    },
    supplement: { lasts: { n: 7, unit: 'workday' }, due: { is: 'day', on: '2026-12-01', left: 5 } },
  },
  supplementBy: null,
  machine: 'A7',
};
const opened = {
  form: {
    kind: 'form',
    id: 'form/disclosure-request',
    title: row.formTitle,
    purpose: 'disclosure-request',
    intro: ['写明要什么信息。'],
    minutes: 5,
    notice: {
      version: '2026-11-20',
      purpose: '办理申请',
      basis: '条例第二十九条',
      kinds: '姓名、证件号码',
      retention: '10 年',
      rights: '可以查阅、更正',
      contact: '党政办公室',
    },
    questions: [
      {
        id: 'name',
        title: '您的姓名',
        field: { type: 'text', min: 2, max: 50 },
        required: true,
        sensitivity: 2,
      },
      { id: 'number', title: '证件号码', field: { type: 'id-number' }, required: true, sensitivity: 3 },
      {
        id: 'what',
        title: '要什么信息',
        field: { type: 'long-text', min: 2, max: 500 },
        required: true,
        sensitivity: 1,
      },
    ],
    clocks: [],
    nextSteps: ['我们会登记。'],
    sample: true,
    updatedOn: '2026-11-20',
  },
  answers: { name: '李四（示例）', number: '220821199003070014', what: '<b>补贴</b>\n分户清单' },
  noticeVersion: '2026-11-20',
  replies: [],
};

const officer = sessionOf(bianji, ['officer']);
let it: TestDesk | undefined;
const submission = (wire: Wire = {}, session = officer): TestDesk => {
  it = openTestDesk({
    at: { page: 'submission', id: ID as never },
    session,
    wire: {
      [`GET ${routes.staff.submission(ID)}`]: () =>
        value({ ...row, history: [{ state: 'received', at: row.receivedAt, by: null, publicNote: null }] }),
      [`POST ${routes.staff.opening(ID)}`]: () => value(opened),
      ...wire,
    },
  });
  return it;
};
afterEach(() => it?.close());

const openIt = () => page.getByRole('button', { name: '打开，并记录是我打开的' }).click();

test('sealed until opened, and opening is asked of the server once', async () => {
  const desk = submission();
  await expect.element(page.getByText('内容是封好的')).toBeVisible();
  expect(desk.sent('POST', routes.staff.opening(ID))).toEqual([]);
  expect(document.body.textContent).not.toContain('李四');
  await openIt();
  await expect.element(page.getByText('李四（示例）')).toBeVisible();
  expect(desk.sent('POST', routes.staff.opening(ID)).length).toBe(1);
  // What was typed is words, whatever it looks like.
  await expect.element(page.getByText(/<b>补贴<\/b>/)).toBeVisible();
});

test('an identity number is masked until it is asked for, and can be masked again', async () => {
  submission();
  await openIt();
  await expect.element(page.getByText('220821********0014')).toBeVisible();
  expect(document.body.textContent).not.toContain('220821199003070014');
  await page.getByRole('button', { name: '显示证件号码' }).click();
  await expect.element(page.getByText('220821199003070014')).toBeVisible();
  await page.getByRole('button', { name: '遮住证件号码' }).click();
  expect(document.body.textContent).not.toContain('220821199003070014');
});

test('who may not open is told so; who may not move sees no buttons', async () => {
  submission({}, sessionOf(shenhe, ['auditor']));
  await expect.element(page.getByText(/只有经办的同事能打开内容/)).toBeVisible();
  await expect.element(page.getByText(/由经办的同事登记、办理和答复/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: '打开，并记录是我打开的' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: '答复' })).not.toBeInTheDocument();
});

test('a reply needs its text; the public note takes no telephone number', async () => {
  const path = routes.staff.submissionMove(ID);
  const desk = submission({
    [`POST ${path}`]: () => value({ ...row, state: 'replied', history: [] }),
  });
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await expect.element(page.getByText(/您还没有打开内容/)).toBeVisible();
  await page.getByRole('button', { name: '确定答复' }).click();
  await expect.element(page.getByText('请写答复内容。')).toBeVisible();
  await expect.element(page.getByText('请选办理结果。')).toBeVisible();
  await page.getByLabelText('办理结果').selectOptions('（一）予以公开');
  await page.getByLabelText('答复正文').fill('已寄出。');
  await page.getByLabelText(/给群众看的说明/).fill('有事打 138 0013 8000');
  await page.getByRole('button', { name: '确定答复' }).click();
  await expect.element(page.getByText(/里面有手机号/)).toBeVisible();
  expect(desk.sent('POST', path)).toEqual([]);
  await page.getByLabelText(/给群众看的说明/).fill('已寄出，请查收。');
  await page.getByRole('button', { name: '确定答复' }).click();
  await expect.element(page.getByText(/“答复”已记下/)).toBeVisible();
  expect(desk.sent('POST', path)).toEqual([
    {
      ...{ move: 'reply', from: 'registered', outcome: 'granted' },
      ...{ publicNote: '已寄出，请查收。', reply: '已寄出。' },
    },
  ]);
  expect(desk.desk.memory.keys.value).toEqual([]);
});

const proposal = (part: object = {}) => ({
  ...{ n: 3, move: 'extend', outcome: null, publicNote: '要问县档案馆。', state: 'waiting', decided: null },
  ...{ by: bianji, at: '2026-11-24T01:12:00.000Z' },
  ...part,
});
const proposed = (part: object = {}, more: object = {}) => ({
  [`GET ${routes.staff.submission(ID)}`]: () =>
    value({ ...row, state: 'inHand', history: [], proposal: proposal(part), ...more }),
});
const chief = sessionOf(shenhe, ['chief']);
const decision = routes.staff.proposalDecision(ID);

test('a refusal goes to the chief, and the desk says so before and after', async () => {
  const path = routes.staff.submissionMove(ID);
  const desk = submission({ [`POST ${path}`]: () => value({ ...row, history: [] }) });
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await page.getByLabelText('办理结果').selectOptions('（三）不予公开 1.属于国家秘密');
  await expect
    .element(page.getByText(/依据：条例第十四条。答复里写明：不服的，先申请行政复议/))
    .toBeVisible();
  await expect.element(page.getByText('要工作机构负责人批准，批准了才算数。')).toBeVisible();
  await page.getByLabelText('答复正文').fill('不予公开。');
  await page.getByRole('button', { name: '报负责人批准' }).click();
  await expect.element(page.getByText(/“答复”已报工作机构负责人批准/)).toBeVisible();
  expect(desk.sent('POST', path)).toEqual([
    { move: 'reply', from: 'registered', outcome: 'deny.stateSecret', reply: '不予公开。' },
  ]);
});

test('while it waits, the officer does nothing else and can take it back', async () => {
  const takeBack = routes.staff.proposalTakeBack(ID);
  const desk = submission({
    ...proposed(),
    [`POST ${takeBack}`]: () => {
      Object.assign(desk.wire, proposed({ state: 'taken-back' }, { proposal: null }));
      return value({ ...row, history: [] });
    },
  });
  await expect.element(page.getByRole('heading', { name: '等负责人批准：延期' })).toBeVisible();
  await expect.element(page.getByText('12月18日（周五）', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: '答复', exact: true })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: '批准延期' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: '申请人撤回' })).toBeVisible();
  await page.getByRole('button', { name: '收回报批' }).click();
  await expect.element(page.getByText(/已收回报批/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: '答复', exact: true })).toBeVisible();
  expect(desk.sent('POST', takeBack)).toEqual([{ n: 3 }]);
});

test('a chief approves, or returns with a reason that has to be there', async () => {
  const desk = submission(
    { ...proposed(), [`POST ${decision}`]: () => value({ ...row, history: [] }) },
    chief,
  );
  await expect.element(page.getByRole('heading', { name: '等您批准：延期' })).toBeVisible();
  await page.getByRole('button', { name: '退回' }).click();
  await page.getByRole('button', { name: '确定退回' }).click();
  await expect.element(page.getByText('请写明退回的理由：哪里不妥，怎么改。')).toBeVisible();
  expect(desk.sent('POST', decision)).toEqual([]);
  await page.getByLabelText('退回的理由').fill('写明延到哪天');
  await page.getByRole('button', { name: '确定退回' }).click();
  await expect
    .poll(() => desk.sent('POST', decision))
    .toEqual([{ act: 'return', n: 3, reason: '写明延到哪天' }]);
});

test('who proposed it is told that another approves', async () => {
  submission(proposed({ by: shenhe }), sessionOf(shenhe, ['officer', 'chief']));
  await expect.element(page.getByText('您报的，不能自己批。请另一位工作机构负责人来批。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '批准延期' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: '退回' })).not.toBeInTheDocument();
});

test('past its last day, an extension is not approved any more, and what to do is said', async () => {
  const due = { is: 'day', on: '2026-11-20', left: -2 };
  const limits = { ...row.limits, statutory: { ...row.limits.statutory, due } };
  submission(proposed({}, { limits }), chief);
  await expect.element(page.getByText(/延期不能再批。请退回，让经办马上答复/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: '批准延期' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: '退回' })).toBeVisible();
});

test('what came back is written on: its words, and its letter for who has it open', async () => {
  const decided = { by: shenhe, at: '2026-11-24T01:40:00.000Z', reason: '写明依据' };
  submission({
    ...proposed({ state: 'returned', decided, move: 'reply', outcome: 'deny.process' }),
    [`POST ${routes.staff.opening(ID)}`]: () =>
      value({ ...opened, proposed: [{ n: 3, text: '过程稿，不予公开。' }] }),
  });
  await expect.element(page.getByText('答复退回来了，没有批准。')).toBeVisible();
  await expect.element(page.getByText(/写明依据/).first()).toBeVisible();
  await openIt();
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await expect.element(page.getByLabelText('答复正文')).toHaveValue('过程稿，不予公开。');
  await expect.element(page.getByLabelText('办理结果')).toHaveValue('deny.process');
});

test('the reply to a complaint has words for the screen, and the desk says why', async () => {
  submission({
    [`GET ${routes.staff.submission(ID)}`]: () => value({ ...row, purpose: 'complaint', history: [] }),
  });
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await expect.element(page.getByText(/群众凭回执在屏幕上只看得到这一段/)).toBeVisible();
  await page.getByLabelText('答复正文').fill('已改正。');
  await page.getByRole('button', { name: '确定答复' }).click();
  await expect.element(page.getByText('请写给群众看的说明。')).toBeVisible();
});

test('where no calendar reaches, the page says so and still names the limit', async () => {
  const due = { is: 'calendar-missing', year: 2027 };
  submission({
    [`GET ${routes.staff.submission(ID)}`]: () =>
      value({
        ...row,
        limits: { ...row.limits, statutory: { ...row.limits.statutory, due } },
        history: [{ state: 'supplementAsked', at: row.receivedAt, by: null, publicNote: null }],
      }),
  });
  await expect.element(page.getByText(/20 个工作日。2027 年的放假安排还没有录入/)).toBeVisible();
  await expect.element(page.getByText('请其补充：这一步只能做一次，已经做过了。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '请其补充' })).not.toBeInTheDocument();
});

test('a move that somebody else made first is said, and what was written stays', async () => {
  submission({
    [`POST ${routes.staff.submissionMove(ID)}`]: () =>
      problem({ code: 'move-not-legal', state: 'replied', move: 'askSupplement' }),
  });
  await page.getByRole('button', { name: '请其补充' }).click();
  await page.getByLabelText('给群众看的说明').fill('请补充要哪一年的。');
  await page.getByRole('button', { name: '确定请其补充' }).click();
  await expect.element(page.getByText('请定补充的最后一天。')).toBeVisible();
  await page.getByLabelText('补充的最后一天').fill('2026-12-10');
  await page.getByRole('button', { name: '确定请其补充' }).click();
  await expect.element(page.getByText(/现在不能这样操作，可能别人刚刚处理过/)).toBeVisible();
  await expect.element(page.getByLabelText('给群众看的说明')).toHaveValue('请补充要哪一年的。');
});

test('the filter of the inbox is in the address, and says what it found', async () => {
  it = openTestDesk({
    at: { page: 'inbox', state: 'open', q: '' },
    session: officer,
    wire: { [`GET ${routes.staff.submissions}`]: () => value([row]) },
  });
  await expect.element(page.getByRole('link', { name: 'A7-000119-2' })).toBeVisible();
  await expect.element(page.getByText('还有 5 个工作日')).toBeVisible();
  await page.getByLabelText('找回执编号、表单名称').fill('b2');
  await expect.element(page.getByText(/没有找到“b2”/)).toBeVisible();
  expect(it.href()).toBe('/staff/inbox?q=b2');
  await page.getByLabelText('找回执编号、表单名称').fill('');
  await page.getByLabelText('状态').selectOptions('全部');
  expect(it.href()).toBe('/staff/inbox?state=all');
});
