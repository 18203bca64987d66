import type { BrowserContext, Page } from 'playwright/test';
import { atHour, type Step, see, untouchedFor } from './screen-states.ts';

/** States that the machine brings, not the visitor: each on a page of its own that is opened anew. */

export interface MachineState {
  readonly name: string;
  /** Before the page is opened. */
  readonly before?: (context: BrowserContext, url: string) => Promise<unknown>;
  readonly steps: readonly Step[];
  /** Nobody has been there, so nobody has chosen a language. */
  readonly isInChineseOnly?: boolean;
  readonly isOnScreenOnly?: boolean;
}

const API = '**/api/**';

/** Opens a screen whose code is not here yet. */
const open =
  (path: string): Step =>
  (page: Page) =>
    page.evaluate((address) => {
      history.replaceState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);

export const MACHINE_STATES: readonly MachineState[] = [
  {
    name: 'first start, without a network',
    before: (context) => context.route(API, (route) => route.abort('internetdisconnected')),
    steps: [see('还没有连上网络。连上以后自动接着取，已经取得的不用重来。')],
  },
  {
    name: 'first start, under way',
    before: (context) => context.route('**/api/content/**', () => undefined),
    steps: [see('正在准备内容…')],
  },
  {
    name: 'first start, a network that asks for a login',
    before: (context) =>
      context.route(API, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Wi-Fi</h1>' })),
    steps: [see('网络要先登录才能用。请工作人员登录网络，之后自动接着取。')],
  },
  {
    name: 'storage, broken',
    before: (context) =>
      context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no storage', 'SecurityError');
        };
      }),
    steps: [see('这里存不下内容')],
  },
  {
    name: 'storage, held by an older page',
    before: async (context, url) => {
      const older = await context.newPage();
      await older.goto(`${url}/favicon.svg`);
      await older.evaluate(
        () =>
          new Promise((resolve) => {
            indexedDB.open('bianminping-content', 1).onsuccess = resolve;
          }),
      );
    },
    steps: [see('请关掉其他窗口')],
  },
  {
    name: 'a screen that does not open',
    steps: [
      see('您来办什么事？'),
      (page) => page.context().setOffline(true),
      open('/catalogue'),
      see('这一页打不开'),
    ],
  },
  {
    name: 'nobody there',
    steps: [see('您来办什么事？'), atHour('10:00'), untouchedFor(181), see('点一下屏幕开始')],
    isInChineseOnly: true,
    isOnScreenOnly: true,
  },
  {
    name: 'nobody there, at night',
    steps: [see('您来办什么事？'), atHour('21:30'), untouchedFor(181), see('点一下屏幕开始')],
    isInChineseOnly: true,
    isOnScreenOnly: true,
  },
];
