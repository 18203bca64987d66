import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../contract/account.ts';
import { routes } from '../../contract/routes.ts';
import type { Route } from '../route/route.ts';
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
const row = {
  id: ID,
  kind: 'card',
  title: card.title,
  revision: 5,
  state: 'approved',
  author: bianji,
  editedAt: '2026-11-24T01:00:00.000Z',
  publishedRevision: 4,
  indexNo: null,
};
const detail = (part: object = {}) => ({ ...row, entry: card, published: card, history: [], ...part });
const PUBLISH_AT = '2026-11-25T01:30:00.000Z';

let open: TestDesk | undefined;
afterEach(() => open?.close());
const at = (
  part: object,
  {
    roles = ['signer'],
    wire = {},
    route = { page: 'sheet', id: ID as never },
  }: {
    roles?: readonly Role[];
    wire?: Wire;
    route?: Route;
  } = {},
): TestDesk => {
  open = openTestDesk({
    at: route,
    session: sessionOf(shenhe, roles),
    wire: {
      [`GET ${routes.staff.entry(ID)}`]: () => value(detail(part)),
      [`GET ${routes.staff.entries}`]: () => value([{ ...row, ...part }]),
      ...wire,
    },
  });
  return open;
};
const move = routes.staff.entryMove(ID);

test('who had signed reads on the first page that a moment was taken away', async () => {
  const voided = {
    ...{ id: ID, kind: 'card', title: card.title, by: bianji, at: '2026-11-24T01:12:00.000Z' },
    note: '改成第 6 稿，11月25日 09:30 的定时发布取消。',
  };
  at(
    {},
    {
      wire: { [`GET ${routes.staff.today}`]: () => value({ ...quietDay, voided: [voided] }) },
      route: { page: 'today' },
    },
  );
  await expect.element(page.getByText(`“${card.title}”不会按时自动发布了。`)).toBeVisible();
  await expect.element(page.getByText(/王晓梅（示例） 今天 09:12 改成第 6 稿/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: '去看 ›' }))
    .toHaveAttribute('href', `/staff/review/${ID}`);
});

test('the signer sets the moment by the hall’s clock; one that is missing or over is not sent', async () => {
  const it = at(
    {},
    { wire: { [`POST ${move}`]: () => value(detail({ state: 'scheduled', publishAt: PUBLISH_AT })) } },
  );
  const button = page.getByRole('button', { name: '到时发布' });
  await button.click();
  await expect.element(page.getByText('请写明日期和时间。')).toBeVisible();
  await page.getByLabelText('自动发布的时间').fill('2026-11-24T09:59');
  await button.click();
  await expect.element(page.getByText('这个时间已经过了。')).toBeVisible();
  expect(it.sent('POST', move)).toEqual([]);
  await page.getByLabelText('自动发布的时间').fill('2026-11-25T09:30');
  await button.click();
  await expect.element(page.getByText('2026年11月25日（周三）09:30 自动发布。')).toBeVisible();
  expect(it.sent('POST', move)).toEqual([{ move: 'schedule', revision: 5, publishAt: PUBLISH_AT }]);
});

test('what is set is taken back with one press', async () => {
  const it = at(
    { state: 'scheduled', publishAt: PUBLISH_AT },
    { wire: { [`POST ${move}`]: () => value(detail()) } },
  );
  await page.getByRole('button', { name: '取消定时' }).click();
  await expect.element(page.getByRole('button', { name: '到时发布' })).toBeVisible();
  expect(it.sent('POST', move)).toEqual([{ move: 'unschedule', revision: 5 }]);
});

test('the end is set and a refusal is said', async () => {
  const end = routes.staff.entryEnd(ID);
  const it = at({}, { wire: { [`PUT ${end}`]: () => problem({ code: 'ends-before' }) } });
  await page.getByLabelText('自动撤下的时间').fill('2026-11-25T09:30');
  await page.getByRole('button', { name: '到时撤下' }).click();
  await expect.element(page.getByText(/自动撤下的时间不晚于发布的时间/)).toBeVisible();
  expect(it.sent('PUT', end)).toEqual([{ endAt: PUBLISH_AT }]);
});

test('who does not publish sets no time', async () => {
  at({}, { roles: ['reviewer'] });
  await expect.element(page.getByText('已审核通过')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: '定时' })).not.toBeInTheDocument();
});

test('the page of publication lists what happens by itself, in the order of time', async () => {
  at(
    { state: 'scheduled', publishAt: PUBLISH_AT, endAt: '2026-12-01T09:00:00.000Z' },
    {
      route: { page: 'publish' },
      wire: {
        [`GET ${routes.staff.publication}`]: () => value({ number: 49, changes: [] }),
        [`GET ${routes.staff.snapshots}`]: () => value([]),
      },
    },
  );
  const list = page.getByRole('table', { name: '定时的' });
  await expect.element(list).toHaveTextContent(/11月25日（周三）09:30自动发布.*12月1日（周二）17:00自动撤下/);
});

test('what cannot wait goes out with every point ticked and a reason', async () => {
  const it = at(
    { state: 'submitted' },
    {
      wire: {
        [`POST ${move}`]: () =>
          value(
            detail({
              state: 'published',
              publishedRevision: 5,
              urgentRevision: 5,
              urgent: {
                by: shenhe,
                at: '2026-11-24T01:59:00.000Z',
                reason: '汛情',
                isReviewed: false,
                isCleared: true,
              },
            }),
          ),
      },
    },
  );
  await page.getByRole('button', { name: /紧急发布……/ }).click();
  await page.getByRole('button', { name: '紧急发布，签字' }).click();
  await expect.element(page.getByText(/还有 5 项没有勾/)).toBeVisible();
  await expect.element(page.getByText('请写明理由。')).toBeVisible();
  for (const box of page.getByRole('checkbox').elements()) (box as HTMLInputElement).click();
  await page.getByLabelText('为什么来不及审核').fill('汛情');
  await page.getByRole('button', { name: '紧急发布，签字' }).click();
  await expect.element(page.getByText('紧急发布，事后补审：还缺复审。')).toBeVisible();
  expect(it.sent('POST', move)).toEqual([
    {
      move: 'urgent',
      revision: 5,
      note: '汛情',
      secrecyChecked: true,
      aspects: ['secret', 'disclosable', 'lawful', 'accurate'],
    },
  ]);
});

test('a tiny hall is offered no urgent way: one person signs at once anyway', async () => {
  at({ state: 'submitted', mayOneSign: true }, { roles: ['reviewer', 'secrecy', 'signer'] });
  await expect.element(page.getByRole('button', { name: '审核通过，签字' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /紧急发布/ })).not.toBeInTheDocument();
});

const owed = {
  state: 'published',
  publishedRevision: 5,
  urgentRevision: 5,
  urgent: { by: bianji, at: '2026-11-24T01:59:00.000Z', reason: '汛情', isReviewed: false, isCleared: false },
};

const owedRow = { ...row, state: 'published', publishedRevision: 5, urgentRevision: 5 };

test('the reviewer signs afterwards, and the first page reminds until then', async () => {
  const it = at(owed, {
    roles: ['reviewer'],
    wire: {
      [`GET ${routes.staff.today}`]: () => value({ ...quietDay, urgent: [owedRow] }),
      [`POST ${move}`]: () => value(detail({ ...owed, urgent: { ...owed.urgent, isReviewed: true } })),
    },
    route: { page: 'today' },
  });
  const link = page.getByRole('link', { name: /去补审/ });
  await expect.element(link).toHaveAttribute('href', `/staff/review/${ID}`);
  it.desk.place.go({ page: 'sheet', id: ID as never });
  await expect.element(page.getByText(/还缺复审、保密审查/)).toBeVisible();
  for (const box of page.getByRole('checkbox').elements()) (box as HTMLInputElement).click();
  await page.getByRole('button', { name: '补复审，签字' }).click();
  await expect.element(page.getByText('紧急发布，事后补审：还缺保密审查。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '补复审，签字' })).not.toBeInTheDocument();
  expect(it.sent('POST', move)).toEqual([
    { move: 'review-after', revision: 5, aspects: ['disclosable', 'lawful', 'accurate'] },
  ]);
});
