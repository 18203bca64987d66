import { expect, type Page, test } from 'playwright/test';
import type { Guide } from '../../src/contract/guide.ts';
import { publishChange, sitDown } from '../setup/desk.ts';
import { catchPaper } from '../setup/paper.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/** A visitor who reads English only: from home to the progress of what they filed, and what is honest about the rest. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const next = (page: Page) => button(page, 'Next').first().click();
const pick = (page: Page, label: string) =>
  page.locator('main label').filter({ hasText: label }).first().click();

async function chooseEnglish(page: Page): Promise<void> {
  await button(page, /^大字/).click();
  await page.getByRole('dialog').locator('label').filter({ hasText: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await button(page, 'Done').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Chinese that stands there and is not marked as Chinese: words, and names that a screen reader says. */
const unmarked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isChinese = (it: Element | null): boolean =>
      it?.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') === true;
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      if (/\p{Script=Han}/u.test(text.nodeValue ?? '') && !isChinese(text.parentElement))
        found.push(text.nodeValue ?? '');
    for (const it of document.querySelectorAll('[aria-label], [alt], [placeholder], [title]'))
      for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
        if (/\p{Script=Han}/u.test(it.getAttribute(name) ?? '') && !isChinese(it))
          found.push(`${name}: ${it.getAttribute(name)}`);
    return found;
  });

/** The page's own words, without what stands around them. */
const chineseIn = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('main').innerText()).split('\n').filter((line) => /\p{Script=Han}/u.test(line));

test('English is chosen on any page, which stays where it is with all that was done there', async ({
  page,
}) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/guide/pension-claim`);
  const ticks = page.locator('main').getByRole('checkbox');
  await page.locator('main label').first().click();
  const done = await ticks.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked));
  expect(done).toContain(true);
  await chooseEnglish(page);
  await expect(page.locator('h1')).toHaveText("Claim a resident's pension");
  expect(page.url()).toBe(`${hall.url}/guide/pension-claim`);
  expect(await ticks.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked))).toEqual(
    done,
  );
});

test('in the middle of a form too: the answers stay', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await button(page, '看过了，开始填').click();
  await pick(page, '我本人');
  await button(page, '下一题').first().click();
  await page.getByRole('textbox').fill('John Smith');
  await chooseEnglish(page);
  await expect(page.locator('h1')).toHaveText('Your name');
  await expect(page.getByRole('textbox')).toHaveValue('John Smith');
  expect(await unmarked(page)).toEqual([]);
});

test('from home to the progress of a request, all in English', async ({ page, browser }) => {
  const paper = await catchPaper(page);
  await openHall(page, hall.url);
  await chooseEnglish(page);
  await expect(page.locator('h1')).toHaveText('How can we help?');
  expect(await unmarked(page)).toEqual([]);
  expect(await chineseIn(page)).toEqual([]);

  await button(page, /^Old age/).click();
  await expect(page.getByText('Some of this is in Chinese only.')).toBeVisible();
  expect(await unmarked(page)).toEqual([]);
  await button(page, 'Home').click();
  await button(page, /^ID papers/).click();
  await button(page, /Get a resident ID card/).click();
  await expect(page.getByRole('heading', { name: 'What to bring' }).first()).toBeVisible();
  expect(await unmarked(page)).toEqual([]);
  await button(page, 'Print a card').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Large card/ })
    .click();
  const card = await paper();
  expect(card.text).toContain('GetaresidentIDcard');
  expect(card.text).not.toMatch(/\p{Script=Han}/u);
  await page.keyboard.press('Escape');

  await page.goto(`${hall.url}/`);
  await chooseEnglish(page);
  await button(page, /^Request information/).click();
  await expect(page.locator('h1')).toHaveText('Request government information');
  expect(await unmarked(page)).toEqual([]);
  expect(await chineseIn(page)).toEqual([]);
  await button(page, 'I have read this, begin').click();
  const answers: Readonly<Record<string, string>> = {
    'Who is asking?': 'I, as a person',
    'Your name': 'John Smith',
    'Which document?': 'Passport',
    'Document number': 'C01234567',
    Telephone: '13800138000',
    'What is the information called?': 'Budget of the township for 2025',
    'In which form?': 'Paper copy',
    'How would you like the answer?': 'I collect it in the hall',
    'If that form is not possible, is another all right?': 'Yes, another is fine',
    'Do you need help?': 'No',
    'Who is filling this in?': 'I am',
    'Please read before you send': 'I agree',
  };
  const title = () => page.locator('h1').innerText();
  for (let now = await title(); now !== 'Please check your answers'; now = await title()) {
    expect(await chineseIn(page), now).toEqual(now.startsWith('Do you know') ? [expect.any(String)] : []);
    expect(await unmarked(page), now).toEqual([]);
    const answer = answers[now];
    const field = page.locator('main').getByRole('textbox');
    if (answer !== undefined && (await field.count()) > 0) await field.fill(answer);
    else if (answer !== undefined) await pick(page, answer);
    await next(page);
    await expect(page.locator('h1')).not.toHaveText(now);
  }
  expect(await chineseIn(page)).toEqual([]);
  expect(await unmarked(page)).toEqual([]);
  await button(page, 'All correct, send it').click();
  await expect(page.locator('h1')).toHaveText('Received.');
  expect(await chineseIn(page)).toEqual([]);
  await button(page, 'Print the receipt').click();
  const slip = await paper();
  expect(slip.text).toContain('Receipt:Requestgovernmentinformation');
  expect(slip.text).not.toMatch(/\p{Script=Han}/u);
  const text = await page.locator('main').innerText();
  const receiptNo = /[A-HJ-NP-Z][0-9A-HJ-NP-Z]{1,3}-\d{6}-\d/.exec(text)?.[0] ?? '';
  const code = /\b[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}\b/.exec(text)?.[0] ?? '';
  await expect(page.getByText(/It has reached Gashigen Township/)).toBeVisible();

  await page.goto(`${hall.url}/progress`);
  await chooseEnglish(page);
  await page.getByLabel('Receipt number').fill(receiptNo);
  await page.getByLabel('Query code').fill(code);
  await button(page, 'Look it up').first().click();
  await expect(page.locator('h1')).toHaveText('Received, to be registered');
  await expect(page.getByText('Request government information')).toBeVisible();
  expect(await unmarked(page)).toEqual([]);
  expect(await chineseIn(page)).toEqual([]);

  const desk = await sitDown(browser, hall, 'bianji');
  await desk.getByRole('link', { name: /^收件/ }).click();
  await desk.getByRole('row', { name: receiptNo }).getByRole('link').click();
  await desk.getByRole('button', { name: '打开，并记录是我打开的' }).click();
  await expect(desk.getByText('您的姓名')).toBeVisible();
  await expect(desk.getByText('John Smith').first()).toBeVisible();
  await expect(desk.getByText('护照')).toBeVisible();
});

test('guides are found by their English name and by English words', async ({ page }) => {
  await openHall(page, hall.url);
  await chooseEnglish(page);
  await button(page, /^Search/)
    .first()
    .click();
  const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
  for (const [query, found] of [
    ['Join residents', /Join residents' medical insurance/],
    ['business licence', /Get a licence for a one-person business/],
    ['fingerprints', /Get a resident ID card/],
    ['PENSION', /Claim a resident's pension/],
  ] as const) {
    await field.fill(query);
    await expect(page.locator('main').getByText(found).first()).toBeVisible();
    expect(await unmarked(page), query).toEqual([]);
  }
});

test('what was changed in Chinese since says so, with the Chinese beside it', async ({ page }) => {
  await openHall(page, hall.url);
  await chooseEnglish(page);
  await publishChange<Guide>(hall, 'guide/senior-card', (guide) => ({
    ...guide,
    summary: '满 65 周岁就能办，逛公园、坐车、看病有优待。',
  }));
  await button(page, /^Search/)
    .first()
    .click();
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('senior card');
  await button(page, /Get a senior card/)
    .first()
    .click();
  const notice = page.getByRole('status').filter({ hasText: 'Where they differ, the Chinese counts.' });
  await expect(notice).toContainText('The Chinese text was changed on');
  await expect(notice).toContainText('满 65 周岁就能办');
  await expect(notice).toContainText('From 60 years of age');
  expect(await unmarked(page)).toEqual([]);
});

test('what is in Chinese only says so, and every Chinese word is marked', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/guide/homestead`);
  await chooseEnglish(page);
  await expect(page.getByText('This page is in Chinese only.')).toBeVisible();
  expect((await chineseIn(page)).length).toBeGreaterThan(5);
  expect(await unmarked(page)).toEqual([]);
});
