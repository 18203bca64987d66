import { type APIResponse, type Browser, expect, type Page } from 'playwright/test';
import type { Role } from '../../src/contract/account.ts';
import type { Invitation } from '../../src/contract/people.ts';
import { MEDIA_TYPE, routes } from '../../src/contract/routes.ts';
import type { Hall } from './server.ts';

/** Colleagues with accounts of their own, each in a browser of their own: for flows whose subject is who does what. */

export interface NewColleague {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export const PASSWORD = '河边芦苇三丈高，秋天都来看白鹤';

/** A browser of somebody's own, in which an address may begin with `/`. */
export const openBrowser = async (browser: Browser, hall: Hall): Promise<Page> =>
  (
    await browser.newContext({
      baseURL: hall.url,
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
  ).newPage();

/** Past the page, in the person's own session: what the server says to what no page offers. */
const ask = (page: Page, method: string, path: string, body?: unknown): Promise<APIResponse> =>
  page.request.fetch(path, {
    method,
    // A connection that was kept may be closed by the server just as the next question is on its way.
    headers: { 'content-type': MEDIA_TYPE, 'sec-fetch-site': 'same-origin', connection: 'close' },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  });

export async function tell<T>(page: Page, method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
  const answer = await ask(page, method, path, body);
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const read = async <T>(page: Page, path: string): Promise<T> =>
  (await (await ask(page, 'GET', path)).json()) as T;

/** The code with which the server says no; `200` where it says yes. */
export async function refusal(page: Page, method: string, path: string, body?: unknown): Promise<string> {
  const answer = await ask(page, method, path, body);
  if (answer.ok()) return String(answer.status());
  return ((await answer.json()) as { problem: { code: string } }).problem.code;
}

/** Invited by who keeps the accounts, and in with the code. */
export async function invite(browser: Browser, hall: Hall, admin: Page, who: NewColleague): Promise<Page> {
  const { code } = await tell<Invitation>(admin, 'POST', routes.staff.people, { ...who, department: null });
  const page = await openBrowser(browser, hall);
  await tell(page, 'POST', routes.staff.welcome, { login: who.login, code, password: PASSWORD });
  await page.goto('/staff');
  await expect(page.getByRole('navigation', { name: '工作台菜单' })).toBeVisible();
  return page;
}

/** Opens what the menu leads to. */
export async function openMenu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: '工作台菜单' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** What a page offers to press, without the menu around it. */
export const buttonsOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('main')
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent ?? ''));
