import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { parse } from 'yaml';
import { either, type Sentence } from './either.ts';
import { begin, press, type ScreenState, type Step, see } from './screen-states.ts';

/** The states of the demo hall's forms: each kind of question, each way to write, the check, the receipt. */

interface Question {
  readonly id: string;
  readonly title: string;
}
interface FormFile {
  readonly questions: readonly Question[];
  readonly en?: Readonly<Record<string, string>>;
}

const fileOf = (form: string): FormFile =>
  parse(readFileSync(new URL(`../../src/server/demo-hall/form/${form}.yaml`, import.meta.url), 'utf8'));

/** What is answered on the way: a choice by its place, or words. Anything else is passed over. */
const ANSWERS: Readonly<Record<string, number | string>> = {
  'applicant-kind': 0,
  name: '王秀英',
  'identity-kind': 0,
  'identity-number': '220821199001010014',
  phone: '13800138000',
  'information-name': '低保名单',
  description: '前进村 2025 年的低保名单',
  carrier: 0,
  delivery: 1,
  address: '前进村三组李家',
  postcode: '137399',
  email: 'a@example.cn',
  'accept-other': 0,
  help: 0,
  'filled-by': 0,
  statement: 0,
  kind: 0,
  what: '路灯坏了三天',
  'full-name': '王秀英',
  home: '前进村三组李家',
  'contact-phone': '13800138000',
  reply: 0,
  rating: 0,
  about: 0,
  'call-back': 0,
};

const answer = async (page: Page, id: string): Promise<void> => {
  const given = ANSWERS[id];
  const main = page.locator('main');
  // What was chosen before stands.
  if (typeof given === 'number' && (await main.locator(':checked').count()) === 0)
    await main.locator('[type="radio"], [type="checkbox"]').nth(given).check();
  if (typeof given === 'string') await main.getByRole('textbox').fill(given);
};

const CHECK = '请核对一遍';

/** Which of them stands there. */
const standing = async (page: Page, { questions, en }: FormFile): Promise<number> => {
  const words = (await page.locator('main h1').textContent()) ?? '';
  if (either(CHECK).test(words)) return questions.length;
  return questions.findIndex(({ title }) => words === title || words === en?.[title]);
};

/** Begun where it is not, answered or gone back until this question stands there, or what is after the last. */
const ask =
  (form: string, id: string): Step =>
  async (page) => {
    const file = fileOf(form);
    const wanted = id === CHECK ? file.questions.length : file.questions.findIndex((each) => each.id === id);
    await begin(page);
    for (let at = await standing(page, file); at !== wanted; at = await standing(page, file)) {
      const title = await page.locator('main h1').textContent();
      if (at > wanted) await press('上一步')(page);
      else {
        await answer(page, file.questions[at]?.id ?? '');
        await press('下一题')(page);
      }
      await page.waitForFunction(
        (before) => document.querySelector('main h1')?.textContent !== before,
        title,
      );
    }
  };

const choose =
  (place: number): Step =>
  (page) =>
    page.locator('main').locator('[type="radio"], [type="checkbox"]').nth(place).check();

const key =
  (name: Sentence | RegExp): Step =>
  (page) =>
    page
      .getByRole('group', { name: either('屏幕键盘') })
      .getByRole('button', { name: typeof name === 'string' ? either(name) : name })
      .first()
      .click();

/** Letters of pinyin, until there is something to choose. */
const spell =
  (letters: string): Step =>
  async (page) => {
    for (const letter of letters) await key(new RegExp(`^${letter}$`))(page);
    await page
      .getByRole('group', { name: either('屏幕键盘') })
      .getByRole('button', { name: either('更多') })
      .waitFor();
  };

const candidate: Step = (page) =>
  page
    .getByRole('group', { name: either('屏幕键盘') })
    .getByRole('button', { name: /^\p{Script=Han}$/u })
    .first()
    .waitFor();

/** A cross, drawn with a finger. */
const draw =
  (name: Sentence): Step =>
  async (page) => {
    const box = await page.getByRole('img', { name: either(name) }).boundingBox();
    if (box === null) throw new Error(`nothing to draw in: ${name}`);
    const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
    for (const [from, to] of [
      [at(0.3, 0.5), at(0.7, 0.5)],
      [at(0.5, 0.3), at(0.5, 0.7)],
    ] as const) {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
    }
  };

const REQUEST = '/form/disclosure-request';
const request = (id: string) => ask('disclosure-request', id);
const COMPLAINT = '/form/complaint';
const complaint = (id: string) => ask('complaint', id);

const pad = (name: string, id: string, ...steps: readonly Step[]): ScreenState => ({
  name: `form, ${name}`,
  path: REQUEST,
  steps: [request(id), ...steps],
  isOnScreenOnly: true,
});
const asked = (name: string, id: string, ...steps: readonly Step[]): ScreenState => ({
  name: `form, ${name}`,
  path: REQUEST,
  steps: [request(id), ...steps],
});
const told = (name: string, id: string, ...steps: readonly Step[]): ScreenState => ({
  name: `complaint, ${name}`,
  path: COMPLAINT,
  steps: [complaint(id), ...steps],
});

export const FORM_STATES: readonly ScreenState[] = [
  asked('a line', 'name'),
  pad('pinyin', 'name', key('拼音'), see('打拼音，例如 yang')),
  pad('pinyin, candidates', 'name', key('拼音'), spell('yang')),
  {
    name: 'form, pinyin, all candidates',
    path: '',
    isNext: true,
    steps: [key('更多')],
    isOnScreenOnly: true,
  },
  pad('handwriting', 'name', key('手写'), see('不会拼音就用手写：在下面写一个字')),
  {
    name: 'form, handwriting, candidates',
    path: REQUEST,
    isNext: true,
    steps: [draw('手写格：用手指在这里写一个字'), candidate],
    isOnScreenOnly: true,
  },
  pad('digits', 'name', key('数字')),
  pad('letters', 'name', key('字母符号')),
  { name: 'form, signs', path: '', isNext: true, steps: [key('符号')], isOnScreenOnly: true },
  pad('keys at the left', 'name', key('拼音'), press('键盘靠左')),
  pad('keys at the right', 'name', key('拼音'), press('键盘靠右')),
  pad('keys put away', 'name', press('收起键盘')),
  asked('a number', 'identity-number'),
  asked('a wrong number', 'identity-number', (page) => page.getByRole('textbox').fill('220821199001010015')),
  asked('a telephone', 'phone'),
  asked('long text', 'description'),
  asked('many choices', 'carrier'),
  asked('digits alone', 'postcode'),
  asked('a signature', 'signature'),
  asked('signed', 'signature', draw('还没有签名')),
  asked('signed in letters', 'signature', press('不签，打字写姓名')),
  asked('a statement', 'statement', choose(0)),
  asked('the check', CHECK),
  { name: 'form, given up?', path: REQUEST, steps: [press('不填了，清除并离开')] },
  told('words offered', 'place'),
  told('a department', 'which-department'),
  told('a day', 'happened-on'),
  told('a year', 'happened-on', (page) => page.locator('main fieldset button').first().click()),
  {
    name: 'complaint, a village',
    path: COMPLAINT,
    steps: [complaint('kind'), choose(5), complaint('village')],
  },
  told('another place', 'village', (page) => page.locator('main label').last().click()),
  told('not here', 'kind', choose(6), press('下一题'), (page) => page.getByText(/12388/).first().waitFor()),
];

const OPINION = '/form/opinion';
const send: readonly Step[] = [ask('opinion', CHECK), press('没有错，交出')];
const offline =
  (isOff: boolean): Step =>
  async (page) => {
    await page.context().setOffline(isOff);
    await page.evaluate((event) => window.dispatchEvent(new Event(event)), isOff ? 'offline' : 'online');
  };

/** The two numbers of a receipt, as they stand on the glass. */
const slips = new WeakMap<Page, readonly string[]>();
const note: Step = async (page) => {
  const text = await page.locator('main').innerText();
  const number = /[A-HJ-NP-Z][0-9A-HJ-NP-Z]{1,3}-\d{6}-\d/.exec(text)?.[0] ?? '';
  const code = /\b[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}\b/.exec(text)?.[0] ?? '';
  slips.set(page, [number, code]);
};
const lookUp: Step = async (page) => {
  for (const [at, text] of (slips.get(page) ?? []).entries())
    await page.getByRole('textbox').nth(at).fill(text);
  await press('查进度')(page);
};

/** What is filed, with a network and without: in this order. The last leaves the screen as after a visitor. */
export const FILED_STATES: readonly ScreenState[] = [
  {
    name: 'receipt, waiting',
    path: OPINION,
    steps: [
      offline(true),
      ...send,
      see(
        '您的申请已经加密存好，正等着交到{hall}。没有联网也不要紧：联网后自动交出，不用再来。期限从今天算起。',
      ),
      note,
    ],
  },
  { name: 'home, offline with one waiting', path: '/', steps: [see('未联网，不影响使用')] },
  { name: 'progress, offline', path: '/progress', steps: [lookUp, see('没有查到')] },
  {
    name: 'receipt, handed in',
    path: OPINION,
    steps: [offline(false), ...send, see('已经交到{hall}，对方确认收到。'), note],
  },
  {
    name: 'receipt, printed',
    path: OPINION,
    isNext: true,
    steps: [
      (page) =>
        page.evaluate(() => {
          window.print = () => undefined;
        }),
      press('打印回执'),
      see('已送去打印，纸从屏幕下方出来，大约 10 秒。没有出来请告诉工作人员。'),
    ],
  },
  { name: 'progress, found', path: '/progress', steps: [lookUp, see('经过')] },
];
