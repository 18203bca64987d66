import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type Moment, momentOf } from '../contract/day.ts';
import { day } from '../contract/day-schema.ts';
import type { CalendarYear } from '../contract/deadline.ts';
import type { Form } from '../contract/form.ts';
import { calendarObjectId, entryId, entryObjectId, type HallId, type ObjectId } from '../contract/id.ts';
import type { PublishedObject } from '../contract/published.ts';
import { MEDIA_TYPE, routes } from '../contract/routes.ts';
import { canonical } from '../seal/canonical.ts';
import { digest } from '../seal/digest.ts';
import { createFirstAccounts } from './account/first-run.ts';
import { makeWhoIs } from './account/session.ts';
import { makeApp } from './app.ts';
import type { Deps } from './deps.ts';
import { keepPreparing } from './file/preparer.ts';
import { openKeys } from './keys.ts';
import { putObjects, putSnapshot } from './store/snapshot.ts';
import { openStore } from './store/store.ts';

/** A hall for tests: the real app on a real SQLite file, with a clock that stands until it is turned. Needs no port. */

export const START_MS = Date.parse('2026-11-24T02:00:00.000Z');
export const HALL = '220821203' as HallId;
const ORIGIN = 'http://hall.test';

export interface Asking {
  readonly body?: unknown;
  /** Sent as it is, instead of a body. */
  readonly text?: string;
  readonly cookie?: string | undefined;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestHall {
  readonly deps: Deps;
  readonly app: Hono;
  /** Every line of the log, as text. */
  readonly logged: readonly string[];
  readonly turnClock: (ms: number) => void;
  readonly ask: (method: string, path: string, asking?: Asking) => Promise<Response>;
  /** The cookie of a person who has logged in. */
  readonly logIn: (login: 'bianji' | 'shenhe') => Promise<string>;
  readonly passwords: Readonly<Record<string, string>>;
  readonly form: Form;
  readonly formDigest: string;
  /** All bytes of the database's files, its write-ahead log included. */
  readonly databaseBytes: () => Buffer;
  readonly close: () => Promise<void>;
}

export async function openTestHall(): Promise<TestHall> {
  let now = START_MS;
  const clock = () => now;
  const folder = mkdtempSync(join(tmpdir(), 'bianminping-hall-'));
  const store = await openStore(join(folder, 'hall.sqlite'));
  const keys = await openKeys({ folder: join(folder, 'keys'), hall: HALL, clock, mayMake: true });
  const logged: string[] = [];
  const write = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const log = { info: write, warn: write, error: write };
  const files = keepPreparing(store, log);
  const deps: Deps = {
    store,
    keys,
    clock,
    log,
    events: { announce: () => undefined, onHead: () => () => undefined },
    whoIs: makeWhoIs({ store, clock, isBehindProxy: true }),
    isBehindProxy: true,
    files,
  };
  const app = makeApp(deps);
  const formDigest = await publishForm(deps);
  const accounts = await createFirstAccounts(deps);
  const passwords = Object.fromEntries(accounts.map((each) => [each.login, each.password]));
  const ask = asker(app);
  return {
    deps,
    app,
    logged,
    turnClock: (ms) => {
      now += ms;
    },
    ask,
    async logIn(login) {
      const answer = await ask('POST', routes.staff.session, { body: { login, password: passwords[login] } });
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    passwords,
    form: testForm,
    formDigest,
    databaseBytes: () =>
      Buffer.concat(
        readdirSync(folder)
          .filter((name) => name.startsWith('hall.sqlite'))
          .map((name) => readFileSync(join(folder, name))),
      ),
    close: async () => {
      await files.close();
      await store.close();
    },
  };
}

const asker =
  (app: Hono) =>
  async (method: string, path: string, asking: Asking = {}): Promise<Response> => {
    const hasBody = asking.body !== undefined || asking.text !== undefined;
    return app.request(`${ORIGIN}${path}`, {
      method,
      headers: {
        host: new URL(ORIGIN).host,
        origin: ORIGIN,
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': asking.address ?? '203.0.113.1',
        ...(hasBody ? { 'content-type': MEDIA_TYPE } : {}),
        ...(asking.cookie ? { cookie: asking.cookie } : {}),
        ...asking.headers,
      },
      ...(hasBody ? { body: asking.text ?? JSON.stringify(asking.body) } : {}),
    });
  };

const testForm: Form = {
  kind: 'form',
  id: entryId('form', 'disclosure-request'),
  title: '政府信息公开申请',
  purpose: 'disclosure-request',
  intro: ['写明要什么信息。'],
  minutes: 5,
  notice: {
    version: '2026-11-20',
    purpose: '办理申请',
    basis: '条例第二十九条',
    kinds: '姓名、证件号码、电话',
    retention: '10 年',
    rights: '可以查阅、更正',
    contact: '党政办公室',
  },
  questions: [
    {
      id: 'name',
      title: '您的姓名',
      field: { type: 'text', min: 2, max: 50 },
      required: true,
      sensitivity: 2,
    },
    {
      id: 'what',
      title: '要什么信息',
      field: { type: 'long-text', min: 2, max: 1_000 },
      required: true,
      sensitivity: 1,
    },
  ],
  clocks: [
    {
      promised: { n: 7, unit: 'workday' },
      statutory: { limit: { n: 20, unit: 'workday' }, basis: '条例第三十三条' },
    },
  ],
  nextSteps: ['我们会登记。'],
  sample: true,
  updatedOn: day('2026-11-20'),
};

const calendar2026: CalendarYear = {
  year: 2026,
  off: [day('2026-01-01')],
  makeup: [],
  source: '测试用：只有元旦放假的一年',
};

async function publishForm({ store, keys, clock }: Deps): Promise<string> {
  const at: Moment = momentOf(clock());
  const objects: [ObjectId, PublishedObject][] = [
    [
      entryObjectId(testForm.id),
      {
        v: 1,
        type: 'entry',
        entry: testForm,
        revision: 1,
        publishedAt: at,
        firstPublishedAt: at,
        search: { pinyin: [], initials: [] },
      },
    ],
    [calendarObjectId(2026), { v: 1, type: 'calendar', calendar: calendar2026 }],
  ];
  const named = await Promise.all(
    objects.map(async ([id, object]) => ({
      id,
      body: canonical(object),
      digest: await digest(canonical(object)),
    })),
  );
  await store.transaction(async (trx) => {
    await putObjects(trx, named);
    await putSnapshot(
      trx,
      {
        number: 1,
        head: '{}',
        head_digest: await digest('{}'),
        signature: '',
        key_id: keys.snapshot.keyId,
        count: named.length,
        changed: named.length,
        signed_at: at,
        by_id: null,
        by_name: '系统',
        reason: '测试',
      },
      new Map(named.map((each) => [each.id, each.digest])),
    );
  });
  return named[0]?.digest ?? '';
}
