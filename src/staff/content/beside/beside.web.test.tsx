import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EntryId } from '../../../contract/id.ts';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../../test-desk.tsx';

const chart = {
  kind: 'chart',
  id: 'chart/try',
  title: '领养老金',
  summary: '来一次，5 天办好。',
  steps: [
    { id: 'apply', shape: 'start', label: '您提出申请', who: '您', next: 'accept' },
    { id: 'accept', shape: 'step', label: '受理', limit: '当场', next: 'done' },
    { id: 'done', shape: 'end', label: '到账' },
  ],
  sample: true,
  updatedOn: '2026-11-20',
};

const card = {
  kind: 'card',
  id: 'card/try',
  title: '领养老金',
  bring: ['身份证原件'],
  where: '3 号窗口',
  when: '周一至周五',
  howLong: '5 天办好',
  cost: '不收费',
  phone: '0436-7200000',
  sample: true,
  updatedOn: '2026-11-20',
};

const form = {
  kind: 'form',
  id: 'form/try',
  title: '评价',
  purpose: 'opinion',
  intro: ['两道题。'],
  minutes: 2,
  notice: {
    version: '2026-11-20',
    purpose: '改进服务',
    basis: '条例第九条',
    kinds: '评价',
    retention: '1 年',
    rights: '可以更正',
    contact: '党政办公室',
  },
  questions: [
    {
      id: 'rating',
      title: '您满意吗？',
      field: {
        type: 'choice',
        options: [
          { value: 'yes', label: '满意' },
          { value: 'no', label: '不满意' },
        ],
      },
      required: true,
      sensitivity: 0,
    },
  ],
  clocks: [],
  nextSteps: ['我们会看。'],
  sample: true,
  updatedOn: '2026-11-20',
};

let open: TestDesk | undefined;
const desk = (entry: typeof chart | typeof card | typeof form): TestDesk => {
  const detail = (held: unknown) => ({
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    revision: 4,
    state: 'published',
    author: bianji,
    editedAt: '2026-11-23T02:00:00.000Z',
    publishedRevision: 4,
    indexNo: null,
    entry: held,
    published: entry,
    history: [],
  });
  const path = routes.staff.entry(entry.id as EntryId);
  open = openTestDesk({
    at: { page: 'entry', id: entry.id as EntryId },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${path}`]: () => value(detail(entry)),
      [`PUT ${path}`]: (body) =>
        value({ ...detail((body as { entry: unknown }).entry), revision: 5, state: 'draft' }),
    },
  });
  return open;
};
afterEach(() => open?.close());

const besides = () => page.getByLabelText('流程图的样子');
const drawn = (): string => document.querySelector('svg[viewBox^="0 0 1000"]')?.textContent ?? '';

test('the drawing follows every key', async () => {
  desk(chart);
  await expect.element(page.getByText('每一步都走得到，每条路都走得完。')).toBeVisible();
  await page.getByText('2受理').click();
  await page.getByRole('textbox', { name: '步骤', exact: true }).fill('受理，给回执');
  await expect.poll(drawn).toContain('给回执');
});

test('a step is added, asked about and put in its place without a short name being typed', async () => {
  const it = desk(chart);
  await page.getByRole('button', { name: '加一步' }).click();
  await userEvent.keyboard('一次告知补什么');
  await expect.element(besides().getByText('步骤“一次告知补什么”还没有选下一步。')).toBeVisible();
  await expect.element(besides().getByText('走不到步骤“一次告知补什么”。')).toBeVisible();
  await page.getByLabelText('下一步').nth(2).selectOptions('2 受理');
  await page.getByText('2受理').click();
  await page.getByLabelText('形状').nth(1).selectOptions('判断（分岔）');
  await page.getByLabelText('到哪一步').nth(1).selectOptions('4 一次告知补什么');
  await expect.element(page.getByText('每一步都走得到，每条路都走得完。')).toBeVisible();
  await expect.poll(drawn).toContain('否');
  await page.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.entry('chart/try' as EntryId)))
    .toMatchObject([
      {
        entry: {
          steps: [
            { id: 'apply', next: 'accept' },
            {
              id: 'accept',
              branches: [
                { label: '是', to: 'done' },
                { label: '否', to: 'step-1' },
              ],
            },
            { id: 'done' },
            { id: 'step-1', label: '一次告知补什么', next: 'accept' },
          ],
        },
      },
    ]);
});

test('more steps than a standing reader takes in are pointed out, and can be saved all the same', async () => {
  const more = Array.from({ length: 11 }, (_, at) => ({
    id: `more-${at}`,
    shape: 'step',
    label: `第 ${at} 步`,
    next: at === 10 ? 'done' : `more-${at + 1}`,
  }));
  const [apply, , done] = chart.steps;
  desk({ ...chart, steps: [{ ...apply, next: 'more-0' }, ...more, done] as typeof chart.steps });
  await expect.element(page.getByText(/有 13 步。站着看图，超过 12 步就难记住/)).toBeVisible();
});

test('the card stands beside its fields at its true size, on both papers', async () => {
  desk(card);
  const paper = page.getByRole('img', { name: '印出来的样子' });
  await expect.element(paper).toHaveTextContent('身份证原件');
  const sheet = () => document.querySelector('article')!.getBoundingClientRect();
  const mm = 96 / 25.4;
  expect(sheet().width).toBeCloseTo(90 * mm, 0);
  expect(sheet().height).toBeCloseTo(53.9 * mm, 0);
  await page.getByRole('button', { name: '大卡 A6' }).click();
  expect(sheet().width).toBeCloseTo(105 * mm, 0);
  await page.getByLabelText('去哪办').fill('大厅 5 号窗口');
  await expect.element(paper).toHaveTextContent('大厅 5 号窗口');
});

test('letters that had to shrink are pointed out', async () => {
  const long = '户口簿原件和所有成年家庭成员的身份证复印件各一份请带齐';
  desk({ ...card, bring: Array.from({ length: 6 }, () => long) });
  await expect.element(page.getByText(/缩到了正常的 \d\d%/)).toBeVisible();
  await page.getByRole('button', { name: '大卡 A6' }).click();
  await expect.element(page.getByText('装得下，字够大。')).toBeVisible();
});

test('a question is added with its condition, by words and ticks alone', async () => {
  const it = desk(form);
  await expect.element(page.getByText('条件和选项都对得上。')).toBeVisible();
  await page.getByRole('button', { name: '加一个问题' }).click();
  await userEvent.keyboard('哪里不好？');
  await page.getByLabelText('方式').nth(1).selectOptions('一段话');
  await page.getByRole('button', { name: '加一条条件' }).click();
  await page.getByLabelText('看哪一题', { exact: true }).selectOptions('1 您满意吗？');
  await page.getByRole('checkbox', { name: '不满意' }).click();
  const way = page.getByLabelText('问的顺序');
  await expect.element(way).toHaveTextContent('哪里不好？一段话 · 必答“您满意吗？”答“不满意”才问');
  await page.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect
    .poll(() => it.sent('PUT', routes.staff.entry('form/try' as EntryId)))
    .toMatchObject([
      {
        entry: {
          questions: [
            form.questions[0],
            {
              id: 'question-1',
              title: '哪里不好？',
              field: { type: 'long-text', min: 2, max: 500 },
              when: [{ question: 'rating', oneOf: ['no'] }],
            },
          ],
        },
      },
    ]);
});

test('a condition about a later question is told', async () => {
  const [rating] = form.questions;
  const later = { ...rating, id: 'early', title: '先问的', when: [{ question: 'rating', oneOf: ['no'] }] };
  desk({ ...form, questions: [later, rating] as typeof form.questions });
  await expect.element(page.getByText(/这一题不在前面。请把顺序调过来/)).toBeVisible();
});
