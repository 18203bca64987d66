import { type Browser, expect, type Page } from 'playwright/test';
import type { EntryDetail, SubmissionRow } from '../../src/contract/desk.ts';
import type { Entry } from '../../src/contract/entry.ts';
import { findingKey } from '../../src/contract/finding.ts';
import { routes } from '../../src/contract/routes.ts';
import type { Credentials, Hall } from './server.ts';

/** A colleague at the desk, through the same addresses that the desk's pages use: for flows whose subject is the screen. */
export interface Colleague {
  /** Of their session, for requests that are to be refused. */
  readonly cookie: string;
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T>;
  /** A file, as it is. */
  give<T>(path: string, bytes: Uint8Array): Promise<T>;
}

type Who = 'bianji' | 'shenhe';

/** Sessions outlive a restart of the server, and log-ins are counted: one each is enough. */
const inside = new WeakMap<Hall, Map<Who, Promise<Colleague>>>();

export function logIn(hall: Hall, who: Who): Promise<Colleague> {
  const known = inside.get(hall) ?? new Map<Who, Promise<Colleague>>();
  inside.set(hall, known);
  const held =
    known.get(who) ?? cookieOf(hall, accountOf(hall, who)).then((cookie) => colleague(hall, cookie));
  known.set(who, held);
  return held;
}

/** After the server's clock went on: yesterday's session is over. */
export function logInAnew(hall: Hall, who: Who): Promise<Colleague> {
  inside.get(hall)?.delete(who);
  return logIn(hall, who);
}

/** What the first start printed for this person. */
export function accountOf(hall: Hall, who: Who): Credentials {
  const account = hall.credentials.find((each) => each.login === who);
  if (account === undefined) throw new Error(`the first start named no ${who}`);
  return account;
}

async function cookieOf(hall: Hall, account: Credentials): Promise<string> {
  const response = await call(hall, 'POST', routes.staff.session, { body: account });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || cookie === undefined)
    throw new Error(`log-in failed: ${response.status} ${await response.text()}`);
  return cookie;
}

function colleague(hall: Hall, cookie: string): Colleague {
  const answer = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await call(hall, method, path, { body, cookie });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    cookie,
    get: (path) => answer('GET', path),
    send: (method, path, body) => answer(method, path, body),
    give: (path, bytes) => answer('POST', path, bytes),
  };
}

function call(
  hall: Hall,
  method: string,
  path: string,
  { body, cookie }: { body?: unknown; cookie?: string },
): Promise<Response> {
  const isFile = body instanceof Uint8Array;
  return fetch(hall.url + path, {
    method,
    headers: {
      origin: hall.url,
      'sec-fetch-site': 'same-origin',
      ...(body === undefined
        ? {}
        : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
  });
}

/** Writes and has it signed by the other; the screens change at the next publication. */
export async function approveChange<K extends Entry>(
  hall: Hall,
  id: string,
  change: (entry: K) => K,
): Promise<void> {
  const writer = await logIn(hall, 'bianji');
  const reviewer = await logIn(hall, 'shenhe');
  const held = await writer.get<EntryDetail>(routes.staff.entry(id));
  const entry = change(held.entry as K);
  const saved = await writer.send<EntryDetail>('PUT', routes.staff.entry(id), {
    basedOn: held.revision,
    entry,
  });
  const move = { revision: saved.revision };
  await writer.send('POST', routes.staff.entryMove(id), { ...move, move: 'submit' });
  const seen = saved.findings.map(findingKey);
  const approve = { ...move, move: 'approve', secrecyChecked: true, seen };
  await reviewer.send('POST', routes.staff.entryMove(id), approve);
}

/** Publishes what is approved; gives the moment at which the server said that it is done. */
export async function publish(hall: Hall): Promise<number> {
  await (await logIn(hall, 'shenhe')).send('POST', routes.staff.publication, {});
  return Date.now();
}

/** Writes, has it signed by the other, publishes. */
export async function publishChange<K extends Entry>(
  hall: Hall,
  id: string,
  change: (entry: K) => K,
): Promise<number> {
  await approveChange(hall, id, change);
  return publish(hall);
}

/** Receipt numbers in the inbox, in order. */
export async function inbox(hall: Hall): Promise<string[]> {
  const rows = await (await logIn(hall, 'bianji')).get<SubmissionRow[]>(routes.staff.submissions);
  return rows.map((row) => row.receiptNo).sort();
}

/** A colleague in a browser of their own, who types what the first start printed. */
export async function sitDown(browser: Browser, hall: Hall, who: Who): Promise<Page> {
  const context = await browser.newContext({
    baseURL: hall.url,
    viewport: { width: 1440, height: 1000 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(`${hall.url}/staff`);
  const { login, password } = accountOf(hall, who);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation', { name: '工作台菜单' })).toBeVisible();
  return page;
}
