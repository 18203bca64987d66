import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../contract/account.ts';
import { routes } from '../../contract/routes.ts';
import {
  bianji,
  openTestDesk,
  problem,
  quietDay,
  sessionOf,
  shenhe,
  type TestDesk,
  value,
  type Wire,
} from '../test-desk.tsx';
import { helpCard as card } from './test-entry.ts';

const ID = card.id;
const detail = (part: object = {}) => ({
  id: ID,
  kind: 'card',
  title: card.title,
  revision: 5,
  state: 'submitted',
  author: bianji,
  editedAt: '2026-11-24T01:00:00.000Z',
  publishedRevision: 4,
  indexNo: null,
  entry: { ...card, where: '村部或者您家里', bring: ['身份证', '委托书'] },
  published: card,
  mayOneSign: true,
  history: [{ move: 'edit', by: bianji, at: '2026-11-24T01:00:00.000Z', note: null, revision: 5 }],
  ...part,
});

const reviewer = sessionOf(shenhe, ['reviewer', 'secrecy', 'signer']);
let open: TestDesk | undefined;
const sheet = (wire: Wire = {}, session = reviewer): TestDesk => {
  open = openTestDesk({
    at: { page: 'sheet', id: ID as never },
    session,
    wire: { [`GET ${routes.staff.entry(ID)}`]: () => value(detail()), ...wire },
  });
  return open;
};
afterEach(() => open?.close());

const movePath = routes.staff.entryMove(ID);
const approve = () => page.getByRole('button', { name: '审核通过，签字' });

test('the difference stands side by side, in words that colour only repeats', async () => {
  sheet();
  await expect.element(page.getByText(/^改了 2 处/)).toBeVisible();
  const row = page.getByRole('row', { name: /去哪办/ });
  await expect.element(row).toBeVisible();
  expect(row.element().querySelector('ins')?.textContent).toBe('或者您家里');
  expect(row.element().querySelector('del')).toBeNull();
  await expect
    .element(page.getByRole('row', { name: /带什么 第 2 项/ }))
    .toHaveTextContent('带什么 第 2 项没有委托书');
});

test('English is compared sentence by sentence, and the sheet counts it', async () => {
  const en = { 村里代办: 'Help in each village', 村部: 'Village office', 身份证: 'ID card' };
  const entry = { ...card, where: '村部或者您家里', en };
  const published = {
    ...card,
    where: '村部或者您家里',
    en: { 村里代办: 'Help in the village', 身份证: 'ID card' },
  };
  sheet({ [`GET ${routes.staff.entry(ID)}`]: () => value(detail({ entry, published })) });
  await expect.element(page.getByText(/^改了 2 处，其中英文 2 处/)).toBeVisible();
  const row = page.getByRole('row', { name: /^英文：村里代办/ });
  expect(row.element().querySelector('del')?.textContent).toBe('the');
  expect(row.element().querySelector('td[lang=en] ins')?.textContent).toBe('each');
  await expect
    .element(page.getByRole('row', { name: /^英文：村部/ }))
    .toHaveTextContent('英文：村部没有Village office');
  const paper = page.getByRole('region', { name: /政府信息公开审查单/ });
  await expect
    .element(paper.getByRole('row', { name: /^英文/ }))
    .toHaveTextContent('英文3 句，其中 1 句对应的中文已经没有了，屏幕上不显示');
});

test('a new entry is read with its English, and one without says nothing of it', async () => {
  const en = { 村部: 'Village office', 村里代办: 'Help in the village' };
  const first = { published: null, publishedRevision: null };
  const it = sheet({
    [`GET ${routes.staff.entry(ID)}`]: () => value(detail({ ...first, entry: { ...card, en } })),
  });
  const part = page.getByRole('region', { name: '英文（给外国人看）' });
  await expect.element(part).toHaveTextContent('村里代办Help in the village村部Village office');
  await expect.element(page.getByRole('row', { name: '英文 2 句', exact: true })).toBeVisible();
  it.close();
  sheet();
  await expect.element(page.getByText(/^改了 2 处。/)).toBeVisible();
  await expect.element(page.getByRole('row', { name: /^英文/ })).not.toBeInTheDocument();
});

test('nobody signs before every point of the secrecy check is ticked', async () => {
  const it = sheet({ [`POST ${movePath}`]: () => value(detail({ state: 'approved' })) });
  await approve().click();
  await expect.element(page.getByText(/还有 5 项没有勾/)).toBeVisible();
  expect(it.sent('POST', movePath)).toEqual([]);
  for (const box of page.getByRole('checkbox').elements()) (box as HTMLInputElement).click();
  await approve().click();
  await expect.element(page.getByRole('link', { name: '去发布' })).toBeVisible();
  expect(it.sent('POST', movePath)).toEqual([
    {
      move: 'approve',
      revision: 5,
      secrecyChecked: true,
      aspects: ['secret', 'disclosable', 'lawful', 'accurate'],
    },
  ]);
});

test('a return needs its reason, which begins with what was written already', async () => {
  const it = sheet({ [`POST ${movePath}`]: () => value(detail({ state: 'returned' })) });
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect.element(page.getByText('可不填')).not.toBeInTheDocument();
  await page.getByRole('button', { name: '确定退回' }).click();
  await expect.element(page.getByText('请写明退回的理由：哪里不妥，怎么改。')).toBeVisible();
  expect(it.sent('POST', movePath)).toEqual([]);
  await page.getByRole('button', { name: '先不退回' }).click();
  await page.getByRole('textbox', { name: /^意见/ }).fill('地址写完整。');
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect.element(page.getByLabelText('退回的理由')).toHaveValue('地址写完整。');
  await page.getByRole('button', { name: '确定退回' }).click();
  await expect
    .poll(() => it.sent('POST', movePath))
    .toEqual([{ move: 'return', revision: 5, note: '地址写完整。' }]);
  await expect.element(page.getByText('还没有送审。送审以后才能审核。')).toBeVisible();
  // The form is gone with its button: what is said in its place has the focus.
  await expect.poll(() => document.activeElement?.textContent).toBe('还没有送审。送审以后才能审核。');
});

test('who wrote it finds no button, and is told why', async () => {
  sheet({}, sessionOf(bianji, ['editor', 'reviewer']));
  await expect.element(page.getByText('您写的，不能自己审。')).toBeVisible();
  await expect.element(approve()).not.toBeInTheDocument();
});

test('before one person signs for three, it is said that the record will say so', async () => {
  sheet();
  await expect.element(page.getByText(/签字会记明“例外：由一人签”/)).toBeVisible();
});

const stage = (role: Role, part: object): TestDesk =>
  sheet(
    {
      [`GET ${routes.staff.entry(ID)}`]: () => value(detail({ mayOneSign: false, ...part })),
      [`POST ${movePath}`]: () => value(detail({ mayOneSign: false, state: 'approved' })),
    },
    sessionOf(shenhe, [role]),
  );

test.each([
  ['reviewer', 'submitted', '复审通过，签字', 'review', ['disclosable', 'lawful', 'accurate']],
  ['secrecy', 'reviewed', '保密审查通过，签字', 'clear', ['secret']],
  ['signer', 'cleared', '同意，签发', 'sign', ['disclosable']],
] as const)('%s signs what is %s', async (role, state, button, move, aspects) => {
  const it = stage(role, { state });
  await expect.element(page.getByRole('button', { name: button })).toBeVisible();
  await expect.element(page.getByText(/例外/)).not.toBeInTheDocument();
  for (const box of page.getByRole('checkbox').elements()) (box as HTMLInputElement).click();
  await page.getByRole('button', { name: button }).click();
  const check = move === 'clear' ? { secrecyChecked: true } : {};
  await expect.poll(() => it.sent('POST', movePath)).toEqual([{ move, revision: 5, aspects, ...check }]);
});

test.each([
  ['secrecy', 'submitted', '等科室负责人复审。'],
  ['reviewer', 'reviewed', '复审过了，等保密审查员审查。'],
  ['secrecy', 'cleared', '保密审查过了，等分管领导签发。'],
] as const)(
  '%s is told whose turn it is while it is %s, and may still return it',
  async (role, state, words) => {
    stage(role, { state });
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByRole('button', { name: '退回修改' })).toBeVisible();
  },
);

test('who has reviewed finds no button to sign off as well', async () => {
  const reviewed = { move: 'review', by: shenhe, at: '2026-11-24T01:30:00.000Z', note: null, revision: 5 };
  open = sheet(
    {
      [`GET ${routes.staff.entry(ID)}`]: () =>
        value(detail({ mayOneSign: false, state: 'cleared', history: [reviewed] })),
    },
    sessionOf(shenhe, ['reviewer', 'signer']),
  );
  await expect.element(page.getByText('这一道要由另一位同事签。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '同意，签发' })).not.toBeInTheDocument();
});

test('how the hall reviews is changed by a tick and a save, and what follows is said', async () => {
  open = openTestDesk({
    at: { page: 'review-way' },
    session: sessionOf(shenhe, ['admin']),
    wire: {
      [`GET ${routes.staff.reviewWay}`]: () => value({ mayOneSign: true, changed: null }),
      [`PUT ${routes.staff.reviewWay}`]: (body) =>
        value({ ...(body as object), changed: { by: shenhe, at: '2026-11-24T01:59:00.000Z' } }),
    },
  });
  const tick = page.getByRole('checkbox', { name: /人少的大厅/ });
  await expect.element(tick).toBeChecked();
  await expect.element(page.getByRole('button', { name: '保存' })).toHaveAttribute('aria-disabled', 'true');
  await tick.click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect.element(page.getByText(/^已关掉。/)).toBeVisible();
  expect(open.sent('PUT', routes.staff.reviewWay)).toEqual([{ mayOneSign: false }]);
});

test('an edit that came in between is said, and nothing is signed', async () => {
  sheet({ [`POST ${movePath}`]: () => problem({ code: 'edited-meanwhile', by: bianji.name, revision: 6 }) });
  await expect.element(approve()).toBeVisible();
  for (const box of page.getByRole('checkbox').elements()) (box as HTMLInputElement).click();
  await approve().click();
  await expect.element(page.getByText(/王晓梅（示例） 刚刚改过这一条（第 6 稿）/)).toBeVisible();
});

const MOBILE = { kind: 'mobile', path: 'note', word: '13800138000' };

test('what the scan points out is seen place by place before a signature', async () => {
  const it = sheet({
    [`GET ${routes.staff.entry(ID)}`]: () =>
      value(detail({ entry: { ...card, note: '找张三，13800138000' }, findings: [MOBILE] })),
    [`POST ${movePath}`]: () => value(detail({ state: 'approved' })),
  });
  await expect
    .element(page.getByRole('table', { name: '自动检查指出的' }).getByRole('row', { name: /13800138000/ }))
    .toHaveTextContent('提醒手机号13800138000');
  for (const box of page.getByRole('group', { name: '保密审查' }).getByRole('checkbox').elements())
    (box as HTMLInputElement).click();
  await approve().click();
  await expect.element(page.getByText(/还有 1 处没有确认/)).toBeVisible();
  expect(it.sent('POST', movePath)).toEqual([]);
  await page.getByRole('checkbox', { name: /看过，可以：手机号/ }).click();
  await approve().click();
  await expect
    .poll(() => it.sent('POST', movePath))
    .toMatchObject([{ move: 'approve', seen: ['mobile note'] }]);
});

test('who may edit masks what was found with one press', async () => {
  const it = sheet(
    {
      [`GET ${routes.staff.entry(ID)}`]: () => value(detail({ state: 'returned', findings: [MOBILE] })),
      [`POST ${routes.staff.entryMask(ID)}`]: () => value(detail({ state: 'draft', revision: 6 })),
    },
    sessionOf(bianji, ['editor']),
  );
  await page.getByRole('button', { name: /遮盖这些号码/ }).click();
  await expect.element(page.getByText(/自动检查没有发现/)).toBeVisible();
  expect(it.sent('POST', routes.staff.entryMask(ID))).toEqual([{ revision: 5, paths: ['note'] }]);
});

test('who checks secrecy masks on the way of review, and is told whose act it is and what follows', async () => {
  const it = sheet(
    {
      [`GET ${routes.staff.entry(ID)}`]: () =>
        value(detail({ state: 'reviewed', mayOneSign: false, findings: [MOBILE] })),
      [`POST ${routes.staff.entryMask(ID)}`]: () =>
        value(detail({ state: 'submitted', mayOneSign: false, revision: 6 })),
    },
    sessionOf(shenhe, ['secrecy']),
  );
  await expect
    .element(page.getByText(/记在您名下，稿子还算拟稿人写的.*您照样可以做保密审查，不能再签复审和签发。/))
    .toBeVisible();
  await page.getByRole('button', { name: /遮盖这些号码/ }).click();
  await expect.element(page.getByText('等科室负责人复审。')).toBeVisible();
  expect(it.sent('POST', routes.staff.entryMask(ID))).toEqual([{ revision: 5, paths: ['note'] }]);
});

test('who masked is told why another signs 复审', async () => {
  const masked = { move: 'mask', by: shenhe, at: '2026-11-24T01:30:00.000Z', note: null, revision: 6 };
  sheet(
    {
      [`GET ${routes.staff.entry(ID)}`]: () =>
        value(detail({ revision: 6, mayOneSign: false, history: [masked] })),
    },
    sessionOf(shenhe, ['reviewer', 'secrecy']),
  );
  await expect.element(page.getByText(/这一稿的号码是您遮盖的/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: '复审通过，签字' })).not.toBeInTheDocument();
});

test('colleagues say a word, and see who said what when', async () => {
  const said = { by: shenhe, at: '2026-11-24T01:58:00.000Z', revision: 5, text: '电话再核对一下' };
  const it = sheet({
    [`POST ${routes.staff.entryComment(ID)}`]: () => value(detail({ comments: [said] })),
  });
  await page.getByRole('button', { name: '发给同事' }).click();
  await expect.element(page.getByText('还没有写。')).toBeVisible();
  await page.getByLabelText('说一句').fill('  电话再核对一下 ');
  await page.getByRole('button', { name: '发给同事' }).click();
  await expect.element(page.getByText('李国强（示例）', { exact: true }).first()).toBeVisible();
  await expect.element(page.getByText('电话再核对一下')).toBeVisible();
  expect(it.sent('POST', routes.staff.entryComment(ID))).toEqual([{ text: '电话再核对一下' }]);
});

test('the sheet holds what is asked of it, and each signature with its date', async () => {
  const act = (move: string, note: string | null, aspects: readonly string[]) => ({
    move,
    by: shenhe,
    at: '2026-11-24T01:30:00.000Z',
    note,
    revision: 5,
    aspects,
  });
  sheet({
    [`GET ${routes.staff.entry(ID)}`]: () =>
      value(
        detail({
          state: 'cleared',
          mayOneSign: false,
          history: [act('clear', null, ['secret']), act('review', '写得清楚', ['lawful', 'accurate'])],
        }),
      ),
  });
  const paper = page.getByRole('region', { name: /政府信息公开审查单/ });
  for (const [term, words] of [
    ['信息名称', '村里代办'],
    ['拟公开方式', '主动公开'],
    ['公开范围', '全社会'],
    ['公开时间', '审核通过、发布以后'],
    ['不予公开的理由和依据', '不适用，拟予公开'],
    ['审查方面', '☑ 合法性 ☑ 准确性 ☐ 可公开性 ☑ 保密性'],
    ['复审意见', '写得清楚李国强（示例） 2026年11月24日（周二）09:30'],
    ['保密审查意见', '同意李国强（示例） 2026年11月24日（周二）09:30'],
    ['签发意见', '待签'],
  ] as const)
    await expect
      .element(paper.getByRole('row', { name: new RegExp(`^${term}`) }))
      .toHaveTextContent(term + words);
});

const noticeItem = {
  kind: 'item',
  id: 'item/a',
  title: '一件',
  publisher: '乡政府',
  department: 'dangzheng',
  category: 'work',
  genre: '其他',
  formedOn: '2026-11-20',
  summary: '概述。',
  figures: [],
  body: [],
  disclosureWay: '依申请公开',
  scope: '全社会',
  validity: '有效',
  personalData: '无',
  keywords: [],
  sample: false,
};

test('the sheet names what is attached, the pictures and what the scan found in them, numbers masked', async () => {
  const [list, lost] = ['Q'.repeat(43), 'L'.repeat(43)];
  const picture = { file: `P${'i'.repeat(42)}`, width: 800, height: 600, bytes: 41_000 };
  const entry = {
    ...noticeItem,
    attachments: [
      { file: list, name: '名单.pdf' },
      { file: lost, name: '丢了的.docx' },
    ],
    body: [{ type: 'image', picture, alt: '流程示意图' }],
  };
  const findings = [
    { kind: 'mobile', path: 'attachments.0.page.2', word: '13800138000（“名单.pdf”第 2 页）' },
    { kind: 'doc-no', path: 'docNo', word: '通知' },
  ];
  const its = { id: 'item/a', kind: 'item', title: '一件', published: null, publishedRevision: null };
  open = openTestDesk({
    at: { page: 'sheet', id: 'item/a' as never },
    session: reviewer,
    wire: {
      [`GET ${routes.staff.entry('item/a')}`]: () => value(detail({ ...its, entry, findings })),
      [`GET ${routes.staff.file(list)}`]: () =>
        value({
          ...{ file: list, type: 'application/pdf', bytes: 1_230_000, state: 'ready', fault: null },
          ...{ warnings: [], pages: [picture, picture, picture], pageCount: 3 },
        }),
    },
  });
  const paper = page.getByRole('region', { name: /政府信息公开审查单/ });
  for (const [term, words] of [
    [
      '附件',
      '名单.pdf：PDF，1.2 MB，3 页，校验码 QQQQQQQQQQQQ…丢了的.docx：没有查到这个文件，校验码 LLLLLLLLLLLL…',
    ],
    ['正文里的图', '流程示意图：800 × 600，41 KB，校验码 Piiiiiiiiiii…'],
    ['自动检查', '手机号：138****8000（“名单.pdf”第 2 页）文号，没有文号：通知'],
  ] as const)
    await expect
      .element(paper.getByRole('row', { name: new RegExp(`^${term}`) }))
      .toHaveTextContent(term + words);
  await expect.element(page.getByRole('button', { name: '打印审查单（A4）' })).toBeEnabled();
});

test('why it is withheld is written on the sheet by who writes the entry', async () => {
  const item = noticeItem;
  const its = {
    id: 'item/a',
    kind: 'item',
    title: '一件',
    entry: item,
    published: null,
    publishedRevision: null,
  };
  const path = routes.staff.entrySheet('item/a');
  open = openTestDesk({
    at: { page: 'sheet', id: 'item/a' as never },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry('item/a')}`]: () => value(detail({ ...its, state: 'draft' })),
      [`PUT ${path}`]: (body) =>
        value(detail({ ...its, state: 'draft', withheld: (body as { withheld: string }).withheld })),
    },
  });
  await expect
    .element(page.getByRole('row', { name: /^不予公开的理由和依据/ }))
    .toHaveTextContent('还没有写');
  await page.getByLabelText('不予公开的理由和依据').fill('涉及商业秘密（条例第十五条）');
  await page.getByRole('button', { name: '写到审查单上' }).click();
  await expect
    .element(page.getByRole('row', { name: /^不予公开的理由和依据/ }))
    .toHaveTextContent('涉及商业秘密（条例第十五条）');
  expect(open.sent('PUT', path)).toEqual([{ revision: 5, withheld: '涉及商业秘密（条例第十五条）' }]);
});

const snapshots = [
  { number: 47, signedAt: '2026-11-20T02:00:00.000Z', by: shenhe, reason: '发布', changed: 2, count: 129 },
  { number: 48, signedAt: '2026-11-23T02:00:00.000Z', by: shenhe, reason: '发布', changed: 1, count: 129 },
];

test('publishing says exactly what changes, and what came of it', async () => {
  const change = { id: ID, title: card.title, change: 'changed', revision: 5, approvedBy: shenhe };
  let changes = [change];
  open = openTestDesk({
    at: { page: 'publish' },
    session: reviewer,
    wire: {
      [`GET ${routes.staff.publication}`]: () => value({ number: 49, changes }),
      [`GET ${routes.staff.snapshots}`]: () => value(snapshots),
      [`POST ${routes.staff.publication}`]: () => {
        changes = [];
        return value({ ...snapshots[1], number: 49 });
      },
    },
  });
  await page.getByRole('button', { name: '发布这 1 条，成为第 49 版' }).click();
  await expect.element(page.getByText('现在是第 49 版。')).toBeVisible();
  await expect.element(page.getByText('没有审核通过、等待发布的内容。')).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toMatch(/^现在是第 49 版。/);
});

test('after publishing each screen’s way to the new number is followed, in words', async () => {
  const screen = (prefix: string, shows: number, lastSeenAt: string) => ({
    ...{
      id: `m-${prefix.toLowerCase()}000000`,
      prefix,
      kind: 'screen',
      place: null,
      enrolledAt: '2026-11-20T02:00:00.000Z',
    },
    ...{ lastSeenAt, shows, waiting: 0, refused: 0, confirmedAt: null, revocation: null },
  });
  const far = screen('B2', 47, '2026-11-23T22:30:00.000Z');
  let day = { ...quietDay, machines: [screen('A2', 48, '2026-11-24T01:59:50.000Z'), far] };
  open = openTestDesk({
    at: { page: 'publish' },
    session: reviewer,
    wire: {
      [`GET ${routes.staff.today}`]: () => value(day),
      [`GET ${routes.staff.publication}`]: () => value({ number: 49, changes: [] }),
      [`GET ${routes.staff.snapshots}`]: () => value(snapshots),
    },
  });
  const row = (name: string) =>
    page.getByRole('table', { name: '各屏幕显示哪一版' }).getByRole('row', { name });
  await expect.element(row('屏幕 A2')).toHaveTextContent('显示第 48 版，是最新的刚刚联系过');
  await expect.element(row('屏幕 B2')).toHaveTextContent('还停在第 47 版3 小时没有联系');
  await expect.element(page.getByRole('row', { name: /^第 47 版/ })).toHaveTextContent('屏幕 B2 正显示');
  // Published meanwhile, here or at another desk.
  day = { ...day, snapshot: 49 };
  await open.desk.refresh();
  await expect.element(row('屏幕 A2')).toHaveTextContent('还是第 48 版，正在更新');
  await expect.element(page.getByText('2 块屏幕里 0 块已经显示，1 块正在更新')).toBeVisible();
  day = { ...day, machines: [screen('A2', 49, '2026-11-24T01:59:59.000Z'), far] };
  await expect.element(row('屏幕 A2')).toHaveTextContent('显示第 49 版，是最新的');
  await expect.element(row('屏幕 B2')).toHaveTextContent('还停在第 47 版');
});

test('going back asks for a reason, says that it is a new number, and gives the focus back', async () => {
  const it = openTestDesk({
    at: { page: 'publish' },
    session: reviewer,
    wire: {
      [`GET ${routes.staff.publication}`]: () => value({ number: 49, changes: [] }),
      [`GET ${routes.staff.snapshots}`]: () => value(snapshots),
      [`GET ${routes.staff.rollbackPlan(47)}`]: () => value({ to: 47, withdrawn: [] }),
      [`POST ${routes.staff.rollback}`]: () => value({ ...snapshots[1], number: 49 }),
    },
  });
  open = it;
  await expect.element(page.getByRole('button', { name: '退回到第 48 版' })).not.toBeInTheDocument();
  const back = page.getByRole('button', { name: '退回到第 47 版' });
  await back.click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('记作第 49 版');
  await page.getByRole('button', { name: '退回，成为第 49 版' }).click();
  await expect.element(page.getByText('请写明理由。')).toBeVisible();
  await page.getByRole('button', { name: '先不退' }).click();
  await expect.element(back).toHaveFocus();
  await back.click();
  await page.getByLabelText('为什么退回').fill('写错了');
  await page.getByRole('button', { name: '退回，成为第 49 版' }).click();
  await expect.poll(() => it.sent('POST', routes.staff.rollback)).toEqual([{ to: 47, reason: '写错了' }]);
});

test('going back lists what was withdrawn since, and brings back only what is ticked', async () => {
  const gone = { by: shenhe, at: '2026-11-22T02:00:00.000Z', reason: '写了身份证号' };
  const it = openTestDesk({
    at: { page: 'publish' },
    session: reviewer,
    wire: {
      [`GET ${routes.staff.publication}`]: () => value({ number: 49, changes: [] }),
      [`GET ${routes.staff.snapshots}`]: () => value(snapshots),
      [`GET ${routes.staff.rollbackPlan(47)}`]: () =>
        value({
          to: 47,
          withdrawn: [
            { id: ID, title: card.title, ...gone },
            { id: 'item/publicity', title: '低保公布', ...gone },
          ],
        }),
      [`POST ${routes.staff.rollback}`]: () => value({ ...snapshots[1], number: 49 }),
    },
  });
  open = it;
  await page.getByRole('button', { name: '退回到第 47 版' }).click();
  await expect.element(page.getByText('其中 2 条后来撤下了，退回以后仍不显示。')).toBeVisible();
  await expect.element(page.getByText(/李国强（示例）撤下，理由：写了身份证号/).first()).toBeVisible();
  await page.getByLabelText('重新显示：村里代办（便民卡片）').click();
  await page.getByLabelText('为什么退回').fill('写错了');
  await page.getByRole('button', { name: '退回，成为第 49 版' }).click();
  await expect
    .poll(() => it.sent('POST', routes.staff.rollback))
    .toEqual([{ to: 47, reason: '写错了', showAgain: [ID] }]);
});

test('who may not publish sees the page without its buttons', async () => {
  open = openTestDesk({
    at: { page: 'publish' },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.publication}`]: () =>
        value({
          number: 49,
          changes: [{ id: ID, title: card.title, change: 'new', revision: 1, approvedBy: null }],
        }),
      [`GET ${routes.staff.snapshots}`]: () => value(snapshots),
    },
  });
  await expect.element(page.getByText('由签发岗位的同事发布。您的岗位可以看。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /退回/ })).not.toBeInTheDocument();
});

test('snapshots are found by number, person, day and reason, fifty at a time', async () => {
  open = openTestDesk({
    at: { page: 'publish' },
    session: reviewer,
    wire: {
      [`GET ${routes.staff.publication}`]: () => value({ number: 121, changes: [] }),
      [`GET ${routes.staff.snapshots}`]: () =>
        value(
          Array.from({ length: 120 }, (_, at) => ({
            ...snapshots[0],
            number: at + 1,
            reason: at === 6 ? '更正电话' : '发布',
          })),
        ),
    },
  });
  await expect.element(page.getByRole('row', { name: /第 120 版/ })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /第 70 版/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: '再看更早的 50 版' }).click();
  await expect.element(page.getByRole('row', { name: /第 70 版/ })).toBeInTheDocument();
  await page.getByLabelText('找版号、日期、人、理由').fill('更正');
  await expect.element(page.getByText('1 版，共 120 版')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /第 7 版/ })).toBeVisible();
  expect(open.href()).toContain('q=');
});

test('what the writer was told and left is folded for the reviewer', async () => {
  sheet({
    [`GET ${routes.staff.entry(ID)}`]: () => value(detail({ entry: { ...card, where: '逾期不办' } })),
  });
  const told = page.getByText('可以写得更好的 1 处');
  await expect.element(told).toBeVisible();
  await told.click();
  await expect.element(page.getByText('“逾期”（过了期限）')).toBeVisible();
});
