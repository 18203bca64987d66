import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { day } from '../../../contract/day.ts';
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
  await page.getByRole('combobox', { name: '办件类型' }).selectOptions('即办件');
  await page.getByRole('button', { name: '时限 · 承诺时限' }).click();
  await expect.element(page.getByRole('group', { name: /^承诺时限/ })).toHaveFocus();
});
