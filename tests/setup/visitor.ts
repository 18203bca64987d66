import { expect, type Page } from 'playwright/test';

/** What a visitor does at the screen, told in words that stand on it. */

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** An opinion: short, anonymous. `suggestion` is the canary to look for afterwards. */
export const opinion = (suggestion: string): Answers => ({
  '您满意吗？': '满意',
  '说的是什么？': ['办事指南写得清不清楚', '窗口的服务'],
  '您有什么建议？': suggestion,
  '要我们回个电话吗？': '不用',
});

/** The statutory request of a citizen who comes to fetch the answer. */
export const request = (name: string, idNumber: string, wish: string): Answers => ({
  '谁来申请？': '我本人（公民）',
  您的姓名: name,
  '用什么证件？': '居民身份证',
  证件号码: idNumber,
  联系电话: '13800138000',
  '想要的信息叫什么？': wish,
  '要什么样的？': ['纸质复印件'],
  '您想怎样拿到答复？': '到大厅来取',
  '给不了这种形式，换一种行吗？': '行，换一种也可以',
  '需要我们帮忙吗？': '不用',
  '是谁在填？': '我自己填',
  '请看完，再交出': '我同意',
});

/** Opens the app and waits until the screen has content and, for the hall's screen, may take forms. */
export async function openHall(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await atHome(page);
  await expect(page.getByText(/^内容更新到/)).toBeVisible();
}

export const atHome = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: '您来办什么事？' })).toBeVisible();

/** The words at the foot of the screen while something waits to be sent. */
export const waitingWords = (page: Page) => page.getByText(/份已存好|份正在提交/);

/** The cable is in again and the machine says so: what waits for its next try need not wait longer. */
export const cableIn = (page: Page): Promise<unknown> =>
  page.evaluate(() => window.dispatchEvent(new Event('online')));

/** When these words first stood on the screen, in ms since 1970; begin before the cause. */
export const seenAt = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (!document.body.innerText.includes(text)) return;
          watch.disconnect();
          resolve(Date.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true, characterData: true });
        look();
      }),
    words,
  );

/** The visitor's app, as a page or in a frame. */
export type Glass = Pick<Page, 'getByRole' | 'getByText' | 'locator'>;

/** Life events stand on the home screen; this opens one. */
export const openTopic = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

/** Waits until nothing of the first visit is under way any more: the worker holds the shell, the hall has named the machine. */
export async function isSetUp(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(hasName)).toBe(true);
}

const hasName = async (): Promise<boolean> => {
  const name = 'bianminping-outbox';
  // Opening it before the app does would make it, empty.
  if (!(await indexedDB.databases()).some((each) => each.name === name)) return false;
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open(name);
    open.onsuccess = () => resolve(open.result);
  });
  const machine = await new Promise<{ enrolled: unknown } | undefined>((resolve) => {
    const get = db.transaction('machine').objectStore('machine').get('self');
    get.onsuccess = () => resolve(get.result);
  });
  db.close();
  return machine !== undefined && machine.enrolled !== null;
};

export const title = (page: Glass): Promise<string> => page.locator('h1').innerText();

/** Answers one question and goes on; the next question must come. */
async function answerQuestion(page: Glass, value: string | readonly string[] | undefined): Promise<void> {
  const before = await title(page);
  const field = page.locator('main').getByRole('textbox');
  if (typeof value === 'string' && (await field.count()) > 0) await field.fill(value);
  else
    for (const label of [value ?? []].flat())
      await page.locator('label').filter({ hasText: label }).first().click();
  await page.getByRole('button', { name: '下一题' }).first().click();
  await expect(page.locator('h1')).not.toHaveText(before);
}

/** From the form's introduction to the page that shows everything once more. */
export async function fillForm(page: Glass, answers: Answers): Promise<void> {
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await expect(page.getByText(/^第 1 题/)).toBeVisible();
  await answerRest(page, answers);
}

/** From the question that stands there to the page that shows everything once more. */
export const answerRest = (page: Glass, answers: Answers): Promise<void> =>
  answerUntil(page, answers, '请核对一遍');

/** From the question that stands there to the one with this title. */
export async function answerUntil(page: Glass, answers: Answers, wanted: string): Promise<void> {
  for (let now = await title(page); now !== wanted; now = await title(page)) {
    const value = answers[now];
    if (value === undefined) await expect(page.getByText(/可以不填/)).toBeVisible();
    await answerQuestion(page, value);
  }
}

export interface Slip {
  readonly receiptNo: string;
  readonly code: string;
}

/** Sends what was filled in; resolves when the receipt is on the glass: from here on nothing may be lost. */
export async function sendForm(page: Page): Promise<Slip> {
  await page.getByRole('button', { name: '没有错，交出' }).click();
  await expect(page.locator('h1')).toHaveText('收到了。');
  const text = await page.locator('main').innerText();
  const receiptNo = /[A-HJ-NP-Z][0-9A-HJ-NP-Z]{1,3}-\d{6}-\d/.exec(text)?.[0] ?? '';
  const code = /\b[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}\b/.exec(text)?.[0] ?? '';
  expect([receiptNo, code]).not.toContain('');
  return { receiptNo, code: code.replace(' ', '') };
}

/** From home to the receipt. */
export async function file(page: Page, url: string, form: string, answers: Answers): Promise<Slip> {
  await page.goto(`${url}/form/${form}`);
  await fillForm(page, answers);
  return sendForm(page);
}
