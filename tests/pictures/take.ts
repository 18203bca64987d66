import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Guide } from '../../src/contract/guide.ts';
import { VIEWPORTS } from '../setup/browser.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../setup/chromium.ts';
import { publishChange } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { fillForm, openHall, opinion, request, sendForm } from '../setup/visitor.ts';

/** `npm run pictures`: the README's pictures, taken from the real app with the demo hall, at half size. */

const here = fileURLToPath(new URL('.', import.meta.url));

async function newPage(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 0.5,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return context.newPage();
}

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${here}${name}.png` });
  console.log(`  ${name}.png`);
};

async function atTheScreen(browser: Browser, hall: Hall): Promise<void> {
  const page = await newPage(browser, VIEWPORTS.portrait);
  await openHall(page, hall.url);
  await shoot(page, 'home');
  await page.goto(`${hall.url}/guide/pension-claim`);
  const ticks = page.locator('label').filter({ hasText: /身份证|社会保障卡/ });
  await ticks.nth(0).click();
  await ticks.nth(1).click();
  await shoot(page, 'guide');
  await page.goto(`${hall.url}/chart/pension-claim`);
  await expect(page.getByText('材料齐吗？').first()).toBeVisible();
  await shoot(page, 'chart');
  await page.goto(`${hall.url}/form/opinion`);
  await fillForm(page, opinion('多放两把椅子'));
  await sendForm(page);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await fillForm(page, request('示例张三', '220821199001010014', '2025年部门预算'));
  await sendForm(page);
  await expect(page.getByText(/已经交到/)).toBeVisible();
  await shoot(page, 'receipt');
  await page.goto(`${hall.url}/form/disclosure-request`);
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await page.locator('label').filter({ hasText: '我本人' }).click();
  await page.getByRole('button', { name: '下一题' }).first().click();
  for (const key of 'zhang') await page.getByRole('button', { name: key, exact: true }).click();
  await expect(page.getByRole('button', { name: '张', exact: true })).toBeVisible();
  await shoot(page, 'question');
  await page.context().close();
}

async function atTheDesk(browser: Browser, hall: Hall): Promise<void> {
  await publishChange<Guide>(hall, 'guide/pension-claim', (guide) => ({
    ...guide,
    summary: `${guide.summary}`,
  }));
  const page = await newPage(browser, { width: 1366, height: 768 });
  await page.goto(`${hall.url}/staff`);
  const account = hall.credentials.find((each) => each.login === 'bianji');
  await page.getByLabel('账号').fill(account?.login ?? '');
  await page.getByLabel('密码').fill(account?.password ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '今天' })).toBeVisible();
  await expect(page.getByText('申请公开一份政府信息').first()).toBeVisible();
  await shoot(page, 'desk');
  await page.context().close();
}

spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
const hall = await startHall();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
try {
  console.log('正在拍图…… / taking pictures…');
  await atTheScreen(browser, hall);
  await atTheDesk(browser, hall);
} finally {
  await browser.close();
  await hall.stop();
}
