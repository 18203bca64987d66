import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { demoObjects, show } from '../../../tests/fixtures/demo-content.ts';
import { layoutFaults } from '../../../tests/fixtures/layout-faults.ts';
import type { EntryId } from '../../contract/id.ts';
import type { PublishedEntry, PublishedObject } from '../../contract/published.ts';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import '../../ui/base.css';
import '../../ui/tokens.css';
import { App } from '../app.tsx';
import { now } from '../clock.ts';
import { forget, makeComfortable, memory, ticksOf, typeSearch } from '../session/memory.ts';
import { mode } from '../session/mode.ts';
import type { Screen } from '../session/path.ts';
import { goInstead, screen } from '../session/screen.ts';
import { noteInCanary } from '../store/canary.ts';
import { DatabaseBlocked } from '../store/connect.ts';
import { contentDatabase, contentFault, current, readAgain, shown } from '../store/content.ts';
import { CONTENT_DB } from '../store/content-db.ts';
import { connection, fetching } from '../store/facts.ts';
import { unshownReceipt } from '../store/outbox.ts';
import { typing } from '../typing.ts';
import { followComfort } from './shell/comfort.ts';
import { followPlaces } from './shell/places.ts';

const objects = await demoObjects();
const entries = objects.filter((object): object is PublishedEntry => object.type === 'entry');
const root = document.createElement('div');

const main = (): HTMLElement => document.querySelector('main')!;
const text = (): string => main().textContent ?? '';
const until = (words: string | RegExp) =>
  vi.waitFor(() => expect(text()).toMatch(words), { timeout: 5_000, interval: 20 });
const button = (name: string | RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((each) =>
    typeof name === 'string' ? each.textContent?.includes(name) : name.test(each.textContent ?? ''),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const choice = (words: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find((each) => each.innerText.trim().endsWith(words));
  const input = found?.querySelector('input');
  if (!input) throw new Error(`no choice ${words}`);
  return input;
};
const open = (to: Screen): void => goInstead(to);
const guide = 'guide/pension-claim' as EntryId;

beforeAll(async () => {
  await contentDatabase.close();
  await deleteDB(CONTENT_DB);
  await show(objects, 1);
  document.body.append(root);
  followComfort(document.documentElement);
  followPlaces();
});
beforeEach(async () => {
  await page.viewport(1080, 1920);
  mode.value = 'screen';
  forget();
  open({ name: 'home' });
  render(<App />, root);
});
afterEach(() => {
  render(null, root);
  typing.value = null;
});

describe('home', () => {
  it('offers what there is, with real counts', async () => {
    await until('您来办什么事？');
    const counts = shown.value!.counts;
    expect(text()).toContain(`${counts.kinds.guide} 项`);
    expect(text()).toContain(`指南、目录、${counts.kinds.item} 条`);
    for (const topic of current.value!.hall.homeTopics)
      if (counts.topics[topic]) expect(text()).toContain(`${counts.topics[topic]} 项`);
    await until('投诉、建议、评价');
  });

  it('keeps everything to be pressed below the top of the glass and above the foot', async () => {
    await until('投诉、建议、评价');
    const tops = [...main().querySelectorAll('button')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect());
    expect(Math.min(...tops.map((each) => each.top))).toBeGreaterThan(1920 * 0.15);
    expect(Math.max(...tops.map((each) => each.bottom))).toBeLessThan(1920 - 148);
    for (const { width, height } of tops) expect(Math.min(width, height)).toBeGreaterThan(88 - 1);
  });

  it('leads to a topic, and back', async () => {
    await until('养老');
    button(/^养老/).click();
    await until(/\d+ 项，点一项看/);
    expect(screen.value).toEqual({ name: 'topic', id: 'old-age' });
    button('上一步').click();
    await until('您来办什么事？');
  });
});

/** What stands on the page without unfolding anything. */
const shownText = (): string => main().innerText.replace(/\s+/g, ' ');

/** Does the row that shows these words bear the mark? */
const isMarked = (words: string): boolean => {
  const holders = [...main().querySelectorAll('button, dd, dt')].filter((each) =>
    each.textContent?.includes(words),
  );
  if (holders.length === 0) throw new Error(`nothing says ${words}`);
  return holders.every((each) => each.closest('button, dl > div')?.textContent?.includes('示例'));
};

describe('a guide', () => {
  it('says how long, how much, how often; what to bring; where; and marks what is sample', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    for (const words of [
      '5 个工作日',
      '不收费',
      '跑 1 次',
      '本人居民身份证',
      '去哪里办',
      '谁能办',
      '办好能拿到什么',
      '咨询和投诉',
      '12333',
      '常见问题',
      '法律依据',
      '《社会保险经办条例》',
      '更新于2026年11月20日',
    ])
      expect(shownText()).toContain(words);
    // The texts behind them unfold.
    expect(shownText()).not.toContain('满 60 周岁的前一个月就可以来');
    expect(text()).toContain('满 60 周岁的前一个月就可以来');
    const entry = entries.find((each) => each.entry.id === guide)!.entry;
    if (entry.kind !== 'guide') throw new Error('not a guide');
    expect(entry.sample).toContain('materials');
    const title = [...main().querySelectorAll('h2')].find((each) => each.textContent?.startsWith('要带什么'));
    expect(title?.textContent).toContain('示例');
  });

  it('keeps ticks in the session and nowhere else', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    main().querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
    expect(ticksOf(guide)).toEqual([0]);
    forget();
    expect(ticksOf(guide)).toEqual([]);
  });

  it('leads to its chart', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    button('看流程').click();
    await until('您提出申请');
    expect(screen.value).toEqual({ name: 'chart', id: 'chart/pension-claim' });
  });

  it('shows its address as a code, where a phone can get there; else says so', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    button('手机带走').click();
    const dialog = () => document.querySelector('dialog[open]');
    await vi.waitFor(() => expect(dialog()?.textContent).toContain('手机上还打不开'));
    expect(dialog()?.querySelector('svg[role="img"]')).toBeNull();
    const held = current.value!;
    current.value = { ...held, hall: { ...held.hall, publicUrl: 'https://bm.example.gov.cn' } };
    await vi.waitFor(() =>
      expect(document.querySelector('dialog[open] svg[role="img"]')?.getAttribute('aria-label')).toContain(
        'https://bm.example.gov.cn/guide/pension-claim',
      ),
    );
    current.value = held;
  });

  it('stays as it was while it is read; the new one comes when asked for', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    const renewed = objects.map(
      (object): PublishedObject =>
        object.type === 'entry' && object.entry.id === guide
          ? { ...object, entry: { ...object.entry, title: '领养老金（新）' } as typeof object.entry }
          : object,
    );
    const number = current.value!.number + 1;
    await show(renewed, number, (object) =>
      object.type === 'entry' && object.entry.id === guide ? number : 1,
    );
    await until('这一页刚刚更新过');
    expect(main().querySelector('h1')?.textContent).toBe('领取城乡居民养老金');
    button('看新的').click();
    await vi.waitFor(() => expect(main().querySelector('h1')?.textContent).toBe('领养老金（新）'));
    expect(text()).not.toContain('这一页刚刚更新过');
    await show(objects, number + 1);
  });

  it('says so when it is withdrawn, and does not vanish', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    const number = current.value!.number + 1;
    await show(
      objects.filter((object) => object.type !== 'entry' || object.entry.id !== guide),
      number,
    );
    await until('这一页刚刚撤下了');
    expect(text()).toContain('要带什么');
    await show(objects, number + 1);
  });
});

describe('the catalogue', () => {
  it('counts by category and leads to a list', async () => {
    open({ name: 'catalogue' });
    await until('政府信息公开指南');
    button(/^年度报告/).click();
    await until('2014年');
    expect(main().querySelector('h1')?.textContent).toBe('年度报告');
  });

  it('lists everything, newest first, and narrows by year', async () => {
    open({ name: 'catalogue', category: 'all' });
    await until(`${shown.value!.counts.kinds.item} 条`);
    button('年份：全部').click();
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')?.textContent).toContain('2014 年'));
    button(/^2014 年/).click();
    await until(/1 条，新的在前/);
    expect(text()).toContain('嘎什根乡2014年');
  });
});

describe('office hours in a page', () => {
  const realNow = now.peek();
  afterEach(() => {
    now.value = realNow;
  });
  const terms = (): readonly string[] => [...main().querySelectorAll('dt')].map((it) => it.textContent ?? '');
  const hours = (): readonly string[] => terms().filter((term) => /^今天$|季办公$/.test(term));

  it('begin with today’s, then those of the season, then the other’s', async () => {
    now.value = Date.parse('2026-07-01T02:00:00.000Z');
    open({ name: 'page', id: 'page/disclosure-guide' as EntryId });
    await until('8:30–11:30，13:30–17:00，现在办公');
    expect(hours()).toEqual(['今天', '夏季办公', '冬季办公']);
    now.value = Date.parse('2026-11-22T02:00:00.000Z');
    await until('不办公，11月23日（周一）办公');
    expect(hours()).toEqual(['今天', '冬季办公', '夏季办公']);
  });

  it('say nothing of today in a year whose days off are not known', async () => {
    now.value = Date.parse('2031-07-01T02:00:00.000Z');
    open({ name: 'page', id: 'page/disclosure-guide' as EntryId });
    await until('夏季办公');
    expect(hours()).toEqual(['夏季办公', '冬季办公']);
  });
});

describe('an item', () => {
  it('bears its official marks, its figures and its text', async () => {
    open({ name: 'item', id: 'item/annual-report-2014' as EntryId });
    await until('全文');
    for (const words of ['索引号', '发布机构', '成文日期', '有效性', '里面的数字'])
      expect(text()).toContain(words);
    // Its own day of publication, not that of the installation.
    expect(text()).toContain('公开日期2014年12月31日');
  });

  it('says when it is no longer valid', async () => {
    open({ name: 'item', id: 'item/flood-plan-2023' as EntryId });
    await until('这份文件已经废止');
    await until('代替它的新文件');
    button('嘎什根乡2026年防汛应急预案').click();
    await until('被它代替的旧文件');
  });
});

describe('an item whose time is over', () => {
  const timed = 'item/subsistence-publicity-2026' as EntryId;
  const before = Date.parse('2027-02-28T15:59:00.000Z');
  const afterwards = Date.parse('2027-02-28T16:01:00.000Z');
  const realNow = now.peek();
  afterEach(() => {
    now.value = realNow;
  });

  it('is in no list, count or search from the next day at the hall on, without a network', async () => {
    now.value = before;
    const count = shown.value!.counts.kinds.item;
    open({ name: 'catalogue', category: 'work' });
    await until('低保对象公布');
    now.value = afterwards;
    expect(shown.value!.counts.kinds.item).toBe(count - 1);
    open({ name: 'catalogue', category: 'all' });
    await until(`${count - 1} 条，新的在前`);
    expect(text()).not.toContain('低保对象公布');
    open({ name: 'search' });
    typeSearch('低保对象公布');
    await until(/找到 \d+ 条|没有找到/);
    expect(text()).not.toContain('新增农村低保对象公布');
  });

  it('says so at its address', async () => {
    now.value = before;
    open({ name: 'item', id: timed });
    await until('全文');
    now.value = afterwards;
    expect(text()).toContain('全文');
    open({ name: 'home' });
    await until('您来办什么事？');
    open({ name: 'item', id: timed });
    await until('公示期已满，这一条已经撤下');
    expect(text()).toContain('公示到2027年2月28日为止');
  });
});

describe('search', () => {
  it.each([
    ['新农合', '新农合'],
    ['ylj', '养老金'],
    ['zhaijidi', '宅基地'],
  ])('answers %s', async (query, words) => {
    open({ name: 'search' });
    typeSearch(query);
    await until(/找到 \d+ 条/);
    expect(text()).toContain(words);
  });

  it.each([
    ['低保 谁管', '民政办', '5 号窗口'],
    ['社保找谁', '社会保障所', '3 号窗口'],
    ['王某某', '党政办公室', '1 号窗口'],
    ['窗口工作人员', '党政办公室', '电话 0436-786 1003'],
    ['宅基地审批 哪个科室', '农业农村办', '7 号窗口'],
    ['防汛抗旱', '应急办', '先到 1 号窗口问'],
  ])('says who answers for it, where and by which telephone: %s', async (query, name, where) => {
    open({ name: 'search' });
    typeSearch(query);
    await until('谁来管');
    const section = [...main().querySelectorAll('section')].find((each) =>
      each.textContent?.startsWith('谁来管'),
    );
    expect(section?.querySelector('h3')?.textContent).toBe(name);
    expect(section?.textContent).toContain(where);
    expect(section?.textContent).toContain('0436-786 1003');
  });

  it('puts who answers first where that is asked, and after the guides where it is not', async () => {
    const heads = (): string[] =>
      [...main().querySelectorAll('section h2')].map((each) => each.firstChild?.textContent ?? '');
    open({ name: 'search' });
    typeSearch('低保谁管');
    await until('谁来管');
    expect(heads().slice(0, 2)).toEqual(['谁来管', '办事指南']);
    typeSearch('低保');
    await until(/找到 1 个科室、\d+ 条/);
    expect(heads()[0]).toBe('办事指南');
    expect(heads().at(-1)).toBe('谁来管');
  });

  it('says what to do when there is nothing', async () => {
    open({ name: 'search' });
    typeSearch('量子计算机');
    await until('没有找到');
    expect(text()).toContain('养老金');
    expect(text()).toContain(current.value!.hall.helpAt);
  });

  it('opens the screen keyboard on a screen, and leaves a phone its own', async () => {
    open({ name: 'search' });
    await vi.waitFor(() => expect(document.querySelector('[aria-label="屏幕键盘"]')).not.toBeNull());
    button('收起键盘').click();
    await vi.waitFor(() => expect(document.querySelector('[aria-label="屏幕键盘"]')).toBeNull());
    mode.value = 'phone';
    main().querySelector('input')!.focus();
    expect(typing.value).toBeNull();
  });
});

describe('sample data', () => {
  it('bears its mark in the catalogue, in the generated catalogue and beside its index number', async () => {
    const items = entries.filter(({ entry }) => entry.kind === 'item');
    const real = items.find(({ entry }) => entry.id === 'item/annual-report-2014')!.entry.title;
    const sample = items.find(({ entry }) => entry.sample === true)!.entry.title;
    open({ name: 'catalogue', category: 'all' });
    await until(sample);
    expect(isMarked(sample)).toBe(true);
    open({ name: 'catalogue', category: 'annual-report' });
    await until(real);
    expect(isMarked(real)).toBe(false);
    open({ name: 'page', id: 'page/disclosure-catalogue' as EntryId });
    await until(real);
    await until(sample);
    expect(isMarked(sample)).toBe(true);
    await until(/索引号 11220821013698700K\S+ 示例/);
  });

  it('of the hall bears it wherever it is told', async () => {
    open({ name: 'page', id: 'page/disclosure-guide' as EntryId });
    await until('信息分类');
    for (const words of ['137300', 'xxgk@gashigen.example', '夏季办公'])
      expect([words, isMarked(words)]).toEqual([words, true]);
    expect(isMarked('监督电话')).toBe(false);
    open({ name: 'page', id: 'page/organisation' as EntryId });
    await until('3 号窗口');
    expect(isMarked('3 号窗口')).toBe(true);
    button('帮助').click();
    await vi.waitFor(() =>
      expect(document.querySelector('dialog[open]')?.textContent).toContain('1 号窗口（示例）'),
    );
  });

  it('is marked among what a search finds', async () => {
    open({ name: 'search' });
    typeSearch('耕地地力保护补贴发放情况');
    await until('公示 示例');
  });

  it('in the official elements of a guide is marked line by line', async () => {
    open({ name: 'guide', id: guide });
    await until('要带什么');
    for (const [term, mark] of [
      ['承诺时限', true],
      ['受理机构', true],
      ['到现场的原因', true],
      ['事项类型', false],
    ] as const) {
      const row = [...main().querySelectorAll('dt')].find((each) => each.textContent === term)!;
      expect([term, row.nextElementSibling!.textContent!.endsWith('示例')]).toEqual([term, mark]);
    }
  });
});

describe('going back', () => {
  it('finds the same rows under the finger; going on begins at the top', async () => {
    open({ name: 'guides' });
    await until('社会保障所');
    await vi.waitFor(() => expect(main().scrollHeight).toBeGreaterThan(main().clientHeight + 600));
    main().scrollTo({ top: 600 });
    button(/^领取城乡居民养老金/).click();
    await until('要带什么');
    expect(main().scrollTop).toBe(0);
    button('上一步').click();
    await until('社会保障所');
    await vi.waitFor(() => expect(main().scrollTop).toBe(600));
  });
});

describe('any state', () => {
  it('has words for a page that is not there', async () => {
    open({ name: 'guide', id: 'guide/nothing-here' as EntryId });
    await until('没有找到这一页');
  });

  it('has words for a machine that cannot open its database, and goes on when it can', async () => {
    const { run } = contentDatabase;
    noteInCanary({ helpLine: '0436-786 1003' });
    for (const [fault, words] of [
      [new DatabaseBlocked('bianminping-content'), '请关掉其他窗口'],
      [new DOMException('', 'UnknownError'), '这里存不下内容'],
    ] as const) {
      current.value = undefined;
      Object.assign(contentDatabase, { run: () => Promise.reject(fault) });
      await readAgain();
      await until(words);
      expect(text()).toContain('0436-786 1003');
      expect(document.body.textContent).not.toContain('正在取得内容');
    }
    Object.assign(contentDatabase, { run });
    // By itself.
    await until('您来办什么事？');
    expect(contentFault.value).toBeNull();
  });

  it('has words for the very first start', async () => {
    const held = current.value;
    current.value = null;
    await until('正在准备内容');
    fetching.value = { done: 50, of: 129 };
    await until('已经存好 50 份，共 129 份');
    fetching.value = null;
    connection.value = 'offline';
    await until('还没有连上网络');
    connection.value = 'unknown';
    current.value = held ?? null;
    await until('您来办什么事？');
  });

  it('makes letters large and strong, and forgets it with the visitor', async () => {
    const { dataset } = document.documentElement;
    button('大字').click();
    for (const [words, ...now] of [
      ['特大字', 'huge', 'normal'],
      ['黑白分明', 'huge', 'high'],
      ['深色底', 'huge', 'dark'],
      ['大字', 'large', 'dark'],
    ] as const) {
      await vi.waitFor(() => choice(words).click());
      expect([dataset.textSize, dataset.contrast]).toEqual(now);
      expect(choice(words).checked).toBe(true);
    }
    button('好了').click();
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull());
    forget();
    expect([dataset.textSize, dataset.contrast]).toEqual(['normal', 'normal']);
  });

  it('tells of a filing whose number was not seen', async () => {
    unshownReceipt.value = 'A7-000128-6' as ReceiptNo;
    await until('A7-000128-6');
    unshownReceipt.value = null;
    await vi.waitFor(() => expect(text()).not.toContain('A7-000128-6'));
  });

  it('says how to reach a person', async () => {
    button('帮助').click();
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')?.textContent).toContain('1 号窗口'));
  });
});

const SCREENS: readonly (readonly [Screen, string | RegExp])[] = [
  [{ name: 'home' }, '投诉、建议、评价'],
  [{ name: 'topic', id: 'old-age' }, '点一项看'],
  [{ name: 'guides' }, '社会保障所'],
  [{ name: 'guide', id: guide }, '要带什么'],
  [{ name: 'chart', id: 'chart/pension-claim' as EntryId }, '您提出申请'],
  [{ name: 'catalogue' }, '最近公开'],
  [{ name: 'catalogue', category: 'all' }, '新的在前'],
  [{ name: 'item', id: 'item/annual-report-2014' as EntryId }, '全文'],
  [{ name: 'page', id: 'page/disclosure-guide' as EntryId }, '信息分类'],
  [{ name: 'page', id: 'page/disclosure-catalogue' as EntryId }, '年度报告'],
  [{ name: 'card', id: 'card/hall-contact' as EntryId }, '去哪里'],
];

const VIEWPORTS = [
  { width: 1080, height: 1920, minPx: 24, is: 'screen' },
  { width: 1920, height: 1080, minPx: 19, is: 'screen' },
  { width: 390, height: 844, minPx: 13, is: 'phone' },
] as const;

describe.each(VIEWPORTS)('$width × $height', ({ width, height, minPx, is }) => {
  it.each(SCREENS)(
    '%o: nothing overlaps, runs out or is too small, at any text size',
    async (shown, words) => {
      await page.viewport(width, height);
      mode.value = is;
      open(shown);
      await until(words);
      for (const textSize of [0, 1, 2] as const) {
        makeComfortable({ textSize });
        await vi.waitFor(() => expect(layoutFaults(main(), minPx)).toEqual([]));
        expect(main().scrollWidth).toBeLessThanOrEqual(main().clientWidth);
      }
      expect(memory.value.comfort.textSize).toBe(2);
    },
  );
});
