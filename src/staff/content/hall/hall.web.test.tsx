import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, shenhe, type TestDesk, value } from '../../test-desk.tsx';

const hall = {
  code: '220821203',
  name: '试验乡',
  hallName: '试验乡便民服务大厅',
  place: '某县试验乡',
  government: '试验乡人民政府',
  countyGovernment: '某县人民政府',
  areaCode: '0436',
  hotline: '0436-7861003',
  superviseLine: '0436-7861003',
  helpAt: '1 号窗口',
  office: { name: '党政办公室', address: '政府院内', postcode: '137300', phone: '0436-7861003' },
  hours: [{ season: '全年', from: '01-01', until: '12-31', days: '周一至周五', times: '8:30–16:30' }],
  departments: [{ id: 'dangzheng', name: '党政办公室' }],
  categories: [{ id: 'work', label: '工作信息' }],
  homeTopics: ['old-age', 'medical'],
  accent: 'reed',
  indexTemplate: '{region}/{yyyy}-{seq:5}',
  notices: [],
  sample: [],
};
const digest = 'A'.repeat(43);
const notice = { text: '明天上午停电。', from: '2026-11-24', until: '2026-11-25' };
const settings = { digest, hall, waiting: null, past: [] };
const waiting = {
  ...settings,
  waiting: {
    n: 7,
    by: bianji,
    at: '2026-11-24T01:00:00.000Z',
    state: 'waiting',
    decidedBy: null,
    decidedAt: null,
    note: null,
    origin: null,
    hall: { ...hall, notices: [notice], homeTopics: ['medical', 'old-age'] },
  },
};

let open: TestDesk | undefined;
afterEach(() => open?.close());

test('a notice and another order of home are sent for signature', async () => {
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(bianji, ['hall']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(settings),
      [`PUT ${routes.staff.hall}`]: () => value(waiting),
    },
  });
  open = it;
  await page.getByRole('button', { name: '加一条通知' }).click();
  await userEvent.keyboard(notice.text);
  await page.getByRole('button', { name: '送签发' }).click();
  await expect.element(page.getByRole('button', { name: /从哪天起：还没有填/ })).toBeVisible();
  await page.getByLabelText('从哪天起').fill(notice.from);
  await page.getByLabelText(/到哪天止/).fill(notice.until);
  await page.getByRole('button', { name: '上移看病医保' }).click();
  await page.getByRole('button', { name: '送签发' }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toEqual([{ basedOn: digest, hall: waiting.waiting.hall }]);
  await expect.element(page.getByText(/等另一位同事签字/)).toBeVisible();
  expect(it.desk.memory.keys.value).toEqual([]);
  // Who keeps the hall may not read the entries: nobody is asked for them.
  expect(it.sent('GET', routes.staff.entries)).toEqual([]);
});

test('what is signed needs no word, what goes back needs its reason', async () => {
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(shenhe, ['signer']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(waiting),
      [`POST ${routes.staff.hallDecision}`]: () => value(settings),
    },
  });
  open = it;
  await expect.element(page.getByRole('button', { name: '签发，屏幕马上换' })).toBeVisible();
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByRole('button', { name: '确定退回' }).click();
  await expect.element(page.getByText('请写明退回的理由：哪里不妥，怎么改。')).toBeVisible();
  expect(it.sent('POST', routes.staff.hallDecision)).toEqual([]);
  await page.getByLabelText('退回的理由').fill('日期不对');
  await page.getByRole('button', { name: '确定退回' }).click();
  await expect
    .poll(() => it.sent('POST', routes.staff.hallDecision))
    .toEqual([{ n: waiting.waiting.n, decision: 'return', note: '日期不对' }]);
});

test('a colour is chosen by its name, with the keyboard, and told in words to who signs', async () => {
  const { accent: _, ...plain } = hall;
  const before = { ...settings, hall: plain };
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(bianji, ['hall', 'signer']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(before),
      [`PUT ${routes.staff.hall}`]: () =>
        value({ ...before, waiting: { ...waiting.waiting, hall: { ...plain, accent: 'sky' } } }),
    },
  });
  open = it;
  const colours = page.getByRole('group', { name: '主色' });
  await expect.element(colours.getByRole('radio', { name: '芦绿' })).toBeChecked();
  colours.getByRole('radio', { name: '芦绿' }).element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(colours.getByRole('radio', { name: '天青' })).toBeChecked();
  await page.getByRole('button', { name: '送签发' }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toEqual([{ basedOn: digest, hall: { ...plain, accent: 'sky' } }]);
  const row = page.getByRole('region', { name: '等签发的改动' }).getByRole('row', { name: /主色/ });
  await expect.element(row).toHaveTextContent(/芦绿.*天青/);
});

const shown = [
  { id: 'guide/pension-claim', title: '领取城乡居民养老金' },
  { id: 'page/how-to-use', title: '怎样用这台屏幕' },
  { id: 'item/fire-ban', title: '秋冬季防火公告' },
];
const attract = {
  isOn: true,
  shows: ['notices', 'hall'],
  entries: ['page/how-to-use', 'guide/pension-claim'],
  afterSeconds: 180,
  secondsEach: 10,
  night: { from: '20:00', until: '06:00' },
};

test('what an untouched screen shows is switched on, chosen among what is published, and told in words', async () => {
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(bianji, ['hall']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(settings),
      [`GET ${routes.staff.hallEntries}`]: () => value(shown),
      [`PUT ${routes.staff.hall}`]: () =>
        value({ ...settings, waiting: { ...waiting.waiting, hall: { ...hall, attract } } }),
    },
  });
  open = it;
  const isOn = page.getByRole('checkbox', { name: /首页久没人碰/ });
  const after = page.getByLabelText('多久没人碰才开始（秒）');
  await expect.element(isOn).not.toBeChecked();
  await expect.element(after).not.toBeInTheDocument();
  await isOn.click();
  await expect.element(after).toHaveValue('120');
  // Off again it is as if it never had been.
  await isOn.click();
  await expect.element(page.getByText('屏幕上就是这些。')).toBeVisible();
  await isOn.click();
  await after.fill('5');
  await page.getByLabelText('加一条').selectOptions('页面：怎样用这台屏幕');
  await page.getByLabelText('加一条').selectOptions('办事指南：领取城乡居民养老金');
  await page.getByRole('button', { name: '送签发' }).click();
  await page.getByRole('button', { name: /多久没人碰才开始：不能小于 30/ }).click();
  await expect.element(after).toHaveFocus();
  await after.fill('180');
  await page.getByRole('button', { name: '送签发' }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toEqual([{ basedOn: digest, hall: { ...hall, attract } }]);
  const words = page.getByRole('region', { name: '等签发的改动' }).getByRole('row', { name: /待机画面/ });
  await expect
    .element(words)
    .toHaveTextContent(/放什么：今天的通知、大厅名称.*怎样用这台屏幕、领取城乡居民养老金.*180 秒.*20:00/);
  expect(it.sent('GET', routes.staff.entries)).toEqual([]);
});

test('one that is not published any more is named as such, and the night can be left out', async () => {
  const held = { ...settings, hall: { ...hall, attract: { ...attract, entries: ['guide/gone'] } } };
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(bianji, ['hall']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(held),
      [`GET ${routes.staff.hallEntries}`]: () => value(shown),
      [`PUT ${routes.staff.hall}`]: () => value(held),
    },
  });
  open = it;
  await expect.element(page.getByText('guide/gone（现在没有发布，屏幕跳过它）')).toBeVisible();
  await page.getByLabelText('从几点').fill('');
  await page.getByLabelText('到几点').fill('');
  await page.getByRole('button', { name: '送签发' }).click();
  const { night: _, ...noNight } = held.hall.attract;
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toEqual([{ basedOn: digest, hall: { ...hall, attract: noNight } }]);
});

test('days that no season covers are told beside the hours, and can be sent all the same', async () => {
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(bianji, ['hall']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(settings),
      [`PUT ${routes.staff.hall}`]: () => value(waiting),
    },
  });
  open = it;
  await page.getByText('1全年').click();
  await page.getByLabelText('到哪天', { exact: true }).fill('12-30');
  const gap = page.getByRole('button', { name: /^12月31日没有写办公时间/ });
  await expect.element(gap).toBeVisible();
  await page.getByLabelText('到哪天', { exact: true }).fill('12-3');
  await expect.element(gap).not.toBeInTheDocument();
  await page.getByLabelText('到哪天', { exact: true }).fill('11-31');
  await page.getByRole('button', { name: /“全年”写的11月31日，日历上没有/ }).click();
  await expect.element(page.getByLabelText('到哪天', { exact: true })).toHaveFocus();
  await page.getByRole('button', { name: '送签发' }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toMatchObject([{ hall: { hours: [{ from: '01-01', until: '11-31' }] } }]);
});

test('who signs sees the difference, and signs or gives a reason', async () => {
  const it = openTestDesk({
    at: { page: 'hall' },
    session: sessionOf(shenhe, ['signer']),
    wire: {
      [`GET ${routes.staff.hall}`]: () => value(waiting),
      [`POST ${routes.staff.hallDecision}`]: () => value({ ...settings, hall: waiting.waiting.hall }),
    },
  });
  open = it;
  const change = page.getByRole('region', { name: '等签发的改动' });
  await expect.element(change.getByText('明天上午停电。')).toBeVisible();
  await page.getByRole('button', { name: '签发，屏幕马上换' }).click();
  expect(it.sent('POST', routes.staff.hallDecision)).toEqual([{ n: 7, decision: 'sign' }]);
  await expect.element(change).not.toBeInTheDocument();
});

const { accent: _accent, ...old } = { ...hall, helpAt: '2 号窗口' };
const origin = '恢复自第 5 次改动。';
/** One whose fifth change is read, and then put into the editor. */
const openHistory = (): TestDesk => {
  const row = {
    by: bianji,
    at: '2026-11-20T01:00:00.000Z',
    state: 'signed',
    decidedBy: shenhe,
    note: null,
    origin: null,
    changed: ['helpAt'],
  };
  return openTestDesk({
    at: { page: 'hall-history', from: '', to: 'c5' },
    session: sessionOf(bianji, ['hall', 'signer']),
    wire: {
      [`GET ${routes.staff.hallHistory}`]: () =>
        value([
          { ...row, key: 'c6', snapshot: 9, origin },
          { ...row, key: 'c5', snapshot: 8 },
        ]),
      [`GET ${routes.staff.hallVersion('c5')}`]: () =>
        value({ key: 'c5', at: row.at, text: old, faults: [] }),
      [`GET ${routes.staff.hall}`]: () => value(settings),
      [`PUT ${routes.staff.hall}`]: () => value({ ...waiting, waiting: { ...waiting.waiting, origin } }),
    },
  });
};

test('earlier settings that are brought back say so, to who sends and to who signs', async () => {
  const it = openHistory();
  open = it;
  await page.getByRole('button', { name: '把这些放进大厅设置' }).click();
  await expect.element(page.getByText('恢复了第 5 次改动，还没有送签发。')).toBeVisible();
  await page.getByRole('button', { name: '送签发' }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toEqual([{ basedOn: digest, hall: { ...old, accent: 'reed' }, restoredFrom: 'c5' }]);
  await expect
    .element(page.getByRole('region', { name: '等签发的改动' }))
    .toHaveTextContent(/送签发：恢复自第 5 次改动。/);
});

test('what was brought back and written over until it was as on the screens came from nowhere', async () => {
  const it = openHistory();
  open = it;
  await page.getByRole('button', { name: '把这些放进大厅设置' }).click();
  const helpAt = page.getByLabelText('找谁帮忙');
  await expect.element(helpAt).toHaveValue('2 号窗口');
  await helpAt.fill('1 号窗口');
  await helpAt.fill('3 号窗口');
  await page.getByRole('button', { name: '送签发' }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.hall))
    .toEqual([{ basedOn: digest, hall: { ...hall, helpAt: '3 号窗口' } }]);
});
