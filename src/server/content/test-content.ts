import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Role } from '../../contract/account.ts';
import { momentOf } from '../../contract/day.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Entry } from '../../contract/entry.ts';
import { findingKey } from '../../contract/finding.ts';
import type { HallId, StaffId } from '../../contract/id.ts';
import type { ReviewMove } from '../../contract/review.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { canonical } from '../../seal/canonical.ts';
import { makeApp } from '../app.ts';
import type { Deps, Log, Staff } from '../deps.ts';
import { fileTools } from '../file/file-tools.ts';
import { keepPreparing } from '../file/preparer.ts';
import { openKeys } from '../keys.ts';
import { ONE_SIGNS, putSetting } from '../store/setting.ts';
import { openStore } from '../store/store.ts';
import { makeEvents } from './events.ts';
import { type Importing, importFolder } from './import/import-folder.ts';

/** A hall for tests of content: real store and app in a temporary folder, filled by a real import. People are named in a header. */

const HALL_YAML = `code: "220821203"
name: 试验乡
hallName: 试验乡便民服务大厅
place: 某县试验乡
government: 试验乡人民政府
countyGovernment: 某县人民政府
areaCode: "0436"
hotline: "0436-7861003"
superviseLine: "0436-7861003"
helpAt: 1 号窗口
office: { name: 党政办公室, address: 政府院内, postcode: "137300", phone: "0436-7861003" }
hours: [{ season: 全年, from: "01-01", until: "12-31", days: 周一至周五, times: "8:30–16:30" }]
departments: [{ id: dangzheng, name: 党政办公室 }]
categories: [{ id: work, label: 工作信息 }]
homeTopics: [old-age]
indexTemplate: "{region}/{yyyy}-{seq:5}"
notices: []
sample: []
`;

export const pageFile = (title: string, body = '正文。'): string =>
  `---\ntitle: ${title}\nsection: 帮助\nsummary: 说明。\nsample: false\nupdatedOn: "2026-11-20"\n---\n\n${body}\n`;

export const itemFile = (title: string, formedOn: string): string => `---
title: ${title}
publisher: 试验乡人民政府
department: dangzheng
category: work
genre: 通知
formedOn: "${formedOn}"
summary: 概述。
figures: []
disclosureWay: 主动公开
scope: 全社会
validity: 有效
personalData: 无
keywords: []
sample: false
---

正文。
`;

export const chartFile = (title: string): string =>
  `title: ${title}\nsummary: 一步办好。\nsample: false\nupdatedOn: "2026-11-20"\n` +
  'steps:\n  - { id: a, shape: start, label: 来, next: b }\n  - { id: b, shape: end, label: 办好 }\n';

export const smallHall: Readonly<Record<string, string>> = {
  'hall.yaml': HALL_YAML,
  'calendar/2026.yaml': 'year: 2026\nsource: 试验\noff: ["2026-10-01"]\nmakeup: []\n',
  'page/help.md': pageFile('怎么用', '见[流程](chart/one)。'),
  'page/about.md': pageFile('关于'),
  'chart/one.yaml': chartFile('流程'),
  'item/first.md': itemFile('第一件', '2025-03-01'),
};

/** The demo hall's own files: what belongs together there is tested in its real shape. */
export const demoHall = (): Readonly<Record<string, string>> => {
  const folder = fileURLToPath(new URL('../demo-hall/', import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => extname(path) !== '',
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
};

export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bianminping-files-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export const people = {
  editor: { id: 's-editor00' as StaffId, name: '编辑', roles: ['editor'], department: null },
  second: { id: 's-second00' as StaffId, name: '另一位编辑', roles: ['editor'], department: null },
  reviewer: {
    id: 's-reviewer' as StaffId,
    name: '审核',
    roles: ['reviewer', 'secrecy', 'signer'],
    department: null,
  },
  both: {
    id: 's-both0000' as StaffId,
    name: '身兼两职',
    roles: ['editor', 'reviewer', 'secrecy', 'signer'],
    department: null,
  },
  head: { id: 's-head0000' as StaffId, name: '科室负责人', roles: ['reviewer'], department: null },
  secrecy: { id: 's-secrecy0' as StaffId, name: '保密审查员', roles: ['secrecy'], department: null },
  signer: { id: 's-signer00' as StaffId, name: '分管领导', roles: ['signer'], department: null },
  officer: { id: 's-officer0' as StaffId, name: '经办', roles: ['officer'], department: null },
} as const satisfies Record<string, Staff & { roles: readonly Role[] }>;
export type Name = keyof typeof people;

export interface TestContent {
  readonly deps: Deps;
  readonly app: Hono;
  readonly importing: Importing;
  readonly databaseFile: string;
  readonly logged: string[];
  readonly pass: (ms: number) => void;
  readonly get: (path: string, as?: Name) => Promise<Response>;
  readonly send: (as: Name, method: 'POST' | 'PUT', path: string, body: unknown) => Promise<Response>;
  /** Saves, submits, approves: ready to be published. */
  readonly approve: (entry: Entry) => Promise<void>;
  readonly move: (as: Name, id: string, move: ReviewMove, more?: object) => Promise<Response>;
  readonly detail: (id: string) => Promise<EntryDetail>;
  readonly close: () => Promise<void>;
}

export async function openTestContent(
  files: Readonly<Record<string, string>> = smallHall,
): Promise<TestContent> {
  let now = Date.parse('2026-11-24T02:00:00.000Z');
  const clock = () => now;
  const folder = mkdtempSync(join(tmpdir(), 'bianminping-content-'));
  const store = await openStore(join(folder, 'hall.sqlite'));
  const keysOf = (hall: HallId) => openKeys({ folder: join(folder, 'keys'), hall, clock, mayMake: true });
  const importing: Importing = { store, clock, keysOf, tools: fileTools };
  const imported = await importFolder(importing, writeFolder(files));
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  const setting = { name: ONE_SIGNS, value: 'yes', by_id: null, changed_at: momentOf(now) };
  await store.transaction((trx) => putSetting(trx, setting));
  await store.db.insertInto('staff').values(Object.values(people).map(staffRow)).execute();
  const logged: string[] = [];
  const log = logTo(logged);
  const preparer = keepPreparing(store, log);
  const deps: Deps = {
    store,
    keys: await keysOf('220821203' as HallId),
    clock,
    log,
    files: preparer,
    events: makeEvents(),
    whoIs: async (headers) => people[headers.get('x-test-staff') as Name] ?? null,
    isBehindProxy: false,
  };
  const app = makeApp(deps);
  const get: TestContent['get'] = async (path, as) =>
    app.request(path, { headers: as === undefined ? {} : { 'x-test-staff': as } });
  const send: TestContent['send'] = async (as, method, path, body) =>
    app.request(path, {
      method,
      headers: { 'x-test-staff': as, 'content-type': MEDIA_TYPE, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    });
  const detail = async (id: string): Promise<EntryDetail> =>
    (await (await get(routes.staff.entry(id), 'editor')).json()) as EntryDetail;
  const move: TestContent['move'] = async (as, id, name, more = {}) =>
    send(as, 'POST', routes.staff.entryMove(id), {
      move: name,
      revision: (await detail(id)).revision ?? 0,
      ...more,
    });
  return {
    deps,
    app,
    importing,
    databaseFile: join(folder, 'hall.sqlite'),
    logged,
    pass: (ms) => {
      now += ms;
    },
    get,
    send,
    detail,
    move,
    async approve(entry) {
      const revision = (await detail(entry.id)).revision ?? 0;
      await send('editor', 'PUT', routes.staff.entry(entry.id), { basedOn: revision, entry });
      await move('editor', entry.id, 'submit');
      const seen = (await detail(entry.id)).findings.map(findingKey);
      await move('reviewer', entry.id, 'approve', { secrecyChecked: true, seen });
    },
    close: async () => {
      await preparer.close();
      await store.close();
    },
  };
}

const logTo = (lines: string[]): Log => {
  const write = (fields: object, message: string) => void lines.push(canonical({ ...fields, message }));
  return {
    info: write,
    warn: write,
    error: (fields, message) => void lines.push(`ERROR ${message} ${JSON.stringify(fields)}`),
  };
};

const staffRow = ({ id, name, roles }: Staff) => ({
  id,
  login: id,
  name,
  password_hash: 'none',
  roles: JSON.stringify(roles),
  created_at: momentOf(0),
  disabled_at: null,
});
