import { expect, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/** People say 新农合; the paper says 城乡居民基本医疗保险. The search knows both, and how they are typed. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

test('said in hanzi, in pinyin or by first letters, it is found', async ({ page }) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /搜索/ }).click();
  const field = page.getByRole('textbox');
  for (const [typed, found] of [
    ['新农合', '交新农合（居民医保）'],
    ['xinnonghe', '交新农合（居民医保）'],
    ['xnh', '交新农合（居民医保）'],
    ['城乡居民基本医疗保险参保', '交新农合（居民医保）'],
    ['养老金', '领取城乡居民养老金'],
    ['yanglaojin', '领取城乡居民养老金'],
    ['ylj', '领取城乡居民养老金'],
    ['年度报告', '嘎什根乡2014年政府信息公开工作报告'],
  ] as const) {
    await field.fill(typed);
    await expect(page.getByText(/^找到 \d+ 条/)).toBeVisible();
    await expect(page.getByRole('button', { name: found }).first()).toBeVisible();
  }
  await field.fill('xnh');
  await page.getByRole('button', { name: '交新农合（居民医保）' }).first().click();
  await expect(page.locator('h1')).toHaveText('交新农合（居民医保）');
  await expect(page.getByText(/城乡居民基本医疗保险参保登记/).first()).toBeVisible();
  // The way back leads to what was found.
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('xnh');
  await page.getByRole('textbox').fill('qqqqzzzz');
  await expect(page.getByText(/没有找到/)).toBeVisible();
  // What was typed is in no address.
  expect(page.url()).toBe(`${hall.url}/search`);
});

test('without a network, who answers for a thing is found with window and telephone', async ({ page }) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /搜索/ }).click();
  await page.getByRole('button', { name: '低保谁管' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '低保谁管' }).click();
  await expect(page.getByRole('heading', { name: '民政办' })).toBeVisible();
  await expect(page.getByText(/5 号窗口 · 大厅电话 0436-786 1003/)).toBeVisible();
  await expect(page.getByRole('button', { name: '申请低保' }).first()).toBeVisible();
  for (const [letters, name] of [
    ['mzb', '民政办'],
    ['canlian', '残联'],
  ] as const) {
    await page.getByRole('textbox').fill(letters);
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await page.getByRole('textbox').fill('窗口工作人员');
  await expect(page.getByRole('heading', { name: '党政办公室' })).toBeVisible();
  await expect(page.getByText(/李某某/)).toBeVisible();
});
