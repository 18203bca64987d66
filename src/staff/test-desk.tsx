import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Role } from '../contract/account.ts';
import type { Session } from '../contract/desk.ts';
import type { Problem } from '../contract/problem.ts';
import { MEDIA_TYPE, routes } from '../contract/routes.ts';
import type { KeepWriting } from '../contract/writing.ts';
import './desk.css';
import '../ui/tokens.css';
import { makeApi } from './api/api.ts';
import type { Ask } from './api/call.ts';
import { App } from './app.tsx';
import { type Desk, makeDesk } from './desk.ts';
import { type Practice, practisedAsk } from './practice/practice.ts';
import { routeOf } from './route/read-route.ts';
import { hrefOf, type Route } from './route/route.ts';
import { makeShelf } from './shelf.ts';

/** The whole desk for tests, on an api whose network is a table. No module is replaced; only the wire is. */

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** An answer's value, or a problem, or silence. */
export type Reply = { readonly value: unknown } | { readonly problem: Problem } | 'silence';
export type Wire = Record<string, (body: unknown) => Reply>;

export const value = (it: unknown): Reply => ({ value: it });
export const problem = (it: Problem): Reply => ({ problem: it });

const statusOf = (code: string): number => (code === 'not-logged-in' ? 401 : 400);

const respond = (reply: Reply): Response => {
  if (reply === 'silence') throw new TypeError('Failed to fetch');
  const [body, status] =
    'problem' in reply ? [reply, statusOf(reply.problem.code)] : ([reply.value, 200] as const);
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': MEDIA_TYPE } });
};

/** 24 November 2026, 10:00 at the hall. */
export const NOW_MS = Date.parse('2026-11-24T02:00:00.000Z');

export const bianji = { id: 's-bianji', name: '王晓梅（示例）' };
export const shenhe = { id: 's-shenhe', name: '李国强（示例）' };

export const sessionOf = (staff: typeof bianji, roles: readonly Role[]): Session =>
  ({
    staff,
    roles,
    department: null,
    hallName: '嘎什根乡便民服务大厅',
    expiresAt: '2026-11-24T10:00:00.000Z',
  }) as unknown as Session;

export const quietDay = {
  snapshot: 48,
  toReview: [],
  toPublish: 0,
  urgent: [],
  returned: [],
  voided: [],
  hallChanges: 0,
  open: [],
  late: 0,
  machines: [],
  incidents: [],
  published: { guide: 1, item: 0, chart: 0, card: 0, form: 0, page: 0 },
};

export interface TestDesk {
  readonly desk: Desk;
  readonly asked: Asked[];
  /** What was sent to one address. */
  readonly sent: (method: string, path: string) => readonly unknown[];
  readonly wire: Wire;
  readonly href: () => string;
  /** Out of sight, and still open. */
  readonly hide: () => void;
  readonly close: () => void;
}

export interface TestDeskInput {
  readonly at: Route;
  readonly session: Session | null;
  readonly wire?: Wire;
  /** What an earlier desk left in this browser's storage is still there. */
  readonly isSameBrowser?: boolean;
}

/** A browser's storage of a test's own: test files share the real one. */
const emptyStorage = (): Storage => {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
};
let storage = emptyStorage();
/** Pages of this browser that are open: a desk that is closed is gone. */
let pages = new Set<string>();
/** Names of what lies in the browser. */
export const shelved = (): readonly string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');

/** A server that keeps what is typed, where a test does not say otherwise. */
const keepsWriting = (method: string, path: string, body: unknown): Reply | undefined => {
  if (!path.startsWith(routes.staff.writings)) return undefined;
  if (method === 'DELETE') return value({});
  if (method === 'GET') return value(path === routes.staff.writings ? [] : { mine: null, others: [] });
  const { after, basedOn } = body as KeepWriting;
  return value({ n: after + 1, savedAt: '2026-11-24T02:00:00.000Z', revision: basedOn, by: null });
};

export const openTestDesk = ({ at, session, wire = {}, isSameBrowser }: TestDeskInput): TestDesk => {
  if (!isSameBrowser) [storage, pages] = [emptyStorage(), new Set()];
  const own: string[] = [];
  const [open, kept] = [pages, storage];
  const asked: Asked[] = [];
  const table: Wire = {
    [`GET ${routes.staff.session}`]: () => (session ? value(session) : problem({ code: 'not-logged-in' })),
    [`GET ${routes.staff.today}`]: () => value(quietDay),
    [`GET ${routes.staff.entries}`]: () => value([]),
    [`GET ${routes.staff.timeliness}`]: () =>
      value({ today: '2026-11-24', rows: [], progress: [], headings: [] }),
    ...wire,
  };
  const practice: Practice = signal(null);
  const wireAsk: Ask = async (path, init) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    asked.push({ method: init.method ?? 'GET', path, body });
    const method = init.method ?? 'GET';
    const reply = table[`${method} ${path}`]?.(body) ?? keepsWriting(method, path, body);
    return respond(reply ?? problem({ code: 'no-such-address' }));
  };
  const api = makeApi(practisedAsk(wireAsk, practice));
  const route = signal<Route>(at);
  const turn = (next: Route): void => {
    // Through the address, as in life: what it cannot hold is lost here too.
    const [path = '', search = ''] = hrefOf(next).split('?');
    route.value = routeOf(path, search);
  };
  const desk = makeDesk({
    api,
    place: { route, go: turn, refine: turn },
    clock: () => NOW_MS,
    practice,
    shelf: makeShelf(kept),
    presence: {
      stay: (name) => {
        own.push(name);
        open.add(name);
      },
      present: async () => open,
    },
  });
  const root = document.createElement('div');
  document.body.append(root);
  render(<App desk={desk} />, root);
  void desk.begin();
  return {
    desk,
    asked,
    wire: table,
    sent: (method, path) =>
      asked.filter((each) => each.method === method && each.path === path).map((each) => each.body),
    href: () => hrefOf(route.value),
    hide: () => {
      render(null, root);
      root.remove();
    },
    close: () => {
      for (const name of own) open.delete(name);
      render(null, root);
      root.remove();
    },
  };
};
