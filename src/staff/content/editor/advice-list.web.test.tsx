import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { day } from '../../../contract/day-schema.ts';
import { entryId } from '../../../contract/id.ts';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, problem, sessionOf, type TestDesk, value } from '../../test-desk.tsx';
import { blankEntry } from '../blank.ts';

const ID = entryId('guide', 'try');
let it: TestDesk;
afterEach(() => it.close());

test('what a guide lacks is counted while one writes, and each line leads to its field', async () => {
  const text = blankEntry(ID, '试一试', null, day('2026-11-24'));
  it = openTestDesk({
    at: { page: 'entry', id: ID },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry(ID)}`]: () => problem({ code: 'no-such-thing' }),
      [`GET ${routes.staff.writing(ID)}`]: () =>
        value({
          mine: { n: 1, basedOn: 0, savedAt: '2026-11-24T01:00:00.000Z', base: {}, text },
          others: [],
        }),
    },
  });
  const panel = page.getByRole('region', { name: '要素完整率 12%' });
  await expect.element(panel).toBeVisible();
  await panel.getByRole('button', { name: '一句话说明' }).click();
  const summary = page.getByRole('textbox', { name: '一句话说明' });
  await expect.element(summary).toHaveFocus();
  await summary.fill('满 60 周岁可以领。');
  await expect.element(page.getByRole('region', { name: '要素完整率 18%' })).toBeVisible();
  await summary.fill('满六十周岁的本乡老人带上身份证和银行卡到一号窗口就能领，不收费。');
  const tooLong = '有一句长 30 字，站着读不下来。请拆成两三句，一句最多 25 字，只说一件事。';
  await expect.element(page.getByRole('paragraph').filter({ hasText: tooLong })).toBeVisible();
  await summary.fill('满 60 周岁可以领。不收费。');
  await expect.element(page.getByText(tooLong)).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: '办件类型' }).selectOptions('即办件');
  await page.getByRole('button', { name: '时限 · 承诺时限' }).click();
  await expect.element(page.getByRole('group', { name: /^承诺时限/ })).toHaveFocus();
});

test('a permit is held against its chart as it was saved', async () => {
  const detail = (entry: { readonly id: string; readonly title: string }) => ({
    ...{ id: entry.id, title: entry.title, kind: entry.id.split('/')[0], revision: 1, state: 'draft' },
    ...{ author: bianji, editedAt: '2026-11-23T02:00:00.000Z', publishedRevision: null, indexNo: null },
    ...{ entry, published: null, history: [] },
  });
  const CHART = entryId('chart', 'try');
  const chart = {
    ...{ kind: 'chart', id: CHART, title: '采伐', summary: '七天办好', guide: ID, sample: false },
    ...{ updatedOn: '2026-11-20' },
    steps: [
      { id: 'a', shape: 'start', label: '交材料', next: 'b' },
      { id: 'b', shape: 'end', label: '领证' },
    ],
  };
  const guide = {
    ...(blankEntry(ID, '采伐许可', null, day('2026-11-24')) as Record<string, unknown>),
    ...{ taskType: '行政许可', chart: CHART },
    time: { promised: { n: 7, unit: 'workday' }, special: [{ name: '公示', days: '7 天', counted: false }] },
  };
  const wire = {
    [`GET ${routes.staff.entry(CHART)}`]: () => value(detail(chart)),
    [`GET ${routes.staff.entry(ID)}`]: () => problem({ code: 'no-such-thing' } as const),
    [`GET ${routes.staff.writing(ID)}`]: () =>
      value({
        mine: { n: 1, basedOn: 0, savedAt: '2026-11-24T01:00:00.000Z', base: {}, text: guide },
        others: [],
      }),
  };
  it = openTestDesk({ at: { page: 'entry', id: ID }, session: sessionOf(bianji, ['editor']), wire });
  await expect.element(page.getByText(/流程图里没有：受理、审查、决定。请在流程图里补上/)).toBeVisible();
  await expect.element(page.getByText(/这里写了“公示”，流程图里没有这一步/)).toBeVisible();
});

test('what is wrong and what could be better in a chart stand beside its drawing', async () => {
  const CHART = entryId('chart', 'try');
  const text = {
    ...{
      kind: 'chart',
      id: CHART,
      title: '采伐',
      summary: '七天办好',
      sample: false,
      updatedOn: '2026-11-20',
    },
    steps: [
      { id: 'a', shape: 'start', label: '到窗口把身份证和权属材料交齐', next: 'b' },
      { id: 'b', shape: 'decision', label: '齐不齐？', branches: [{ label: '', to: 'c' }] },
      { id: 'c', shape: 'end', label: '领证' },
    ],
  };
  it = openTestDesk({
    at: { page: 'entry', id: CHART },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry(CHART)}`]: () => problem({ code: 'no-such-thing' }),
      [`GET ${routes.staff.writing(CHART)}`]: () =>
        value({
          mine: { n: 1, basedOn: 0, savedAt: '2026-11-24T01:00:00.000Z', base: {}, text },
          others: [],
        }),
    },
  });
  const side = page.getByRole('complementary');
  await expect
    .element(side.getByText('判断“齐不齐？”至少要两个分岔；只有一条路的，请改成步骤。'))
    .toBeVisible();
  await expect.element(side.getByText(/判断“齐不齐？”有分岔没写字/)).toBeVisible();
  await expect.element(side.getByText(/有 14 个字，图上挤成几行/)).toBeVisible();
  await side.getByRole('button', { name: '步骤 第 1 项 · 步骤' }).click();
  await expect.element(page.getByRole('textbox', { name: '步骤', exact: true })).toHaveFocus();
});
