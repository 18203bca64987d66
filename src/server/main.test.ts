import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../contract/routes.ts';

/** The program itself, as a process: what it prints, what it refuses, how it stops. */

const TIMEOUT = 120_000;
const running: ChildProcess[] = [];
// Inside node_modules, where the bundle finds its packages.
const cache = join('node_modules', '.cache');
let bundle = '';
const programs = ['main', 'import', 'staff', 'audit-verify'];

/** Bundled as for use: every start would otherwise compile all sources anew. */
beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'server-test-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir: bundle,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(programs.map((name) => [name, `src/server/${name}.ts`])),
      },
    },
  });
  cpSync('src/server/demo-hall', join(bundle, 'demo-hall'), { recursive: true });
}, TIMEOUT);
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  /** Everything printed once a line appears that begins so, or the process has ended. */
  readonly until: (start: string) => Promise<string>;
  readonly end: () => Promise<{ code: number | null; printed: string }>;
}

function run(env: Record<string, string>, script = 'main', args: string[] = []): Run {
  const child = spawn(process.execPath, [join(bundle, `${script}.js`), ...args], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let printed = '';
  const waiting = new Set<() => void>();
  const more = (chunk: Buffer): void => {
    printed += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout?.on('data', more);
  child.stderr?.on('data', more);
  const ended = once(child, 'close').then(() => more(Buffer.from('')));
  return {
    child,
    until: (start) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!printed.split('\n').some((line) => line.startsWith(start)) && child.exitCode === null) return;
          waiting.delete(look);
          resolve(printed);
        };
        waiting.add(look);
        look();
      }),
    end: async () => {
      await ended;
      return { code: child.exitCode, printed };
    },
  };
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'bianminping-main-'));
const addressIn = (printed: string): string => /访客屏幕 {2}(http:\/\/\S+)\//.exec(printed)?.[1] ?? 'none';
const READY = '工作台    http://';

describe('the program', () => {
  test('starts from nothing, says where, stops when told, starts again with its data', {
    timeout: TIMEOUT,
  }, async () => {
    const DATA_DIR = newFolder();
    const first = run({ DATA_DIR });
    const printed = await first.until('账号 shenhe');
    expect(printed).toMatch(/^访客屏幕 {2}http:\/\/127\.0\.0\.1:\d+\/$/m);
    expect(printed).toMatch(/^工作台 {4}http:\/\/127\.0\.0\.1:\d+\/staff$/m);
    expect(printed).toMatch(/^账号 bianji {2}密码 \S{19}$/m);
    expect(printed).toMatch(/^账号 shenhe {2}密码 \S{19}$/m);
    const head = await (await fetch(addressIn(printed) + routes.head)).text();
    expect(statSync(join(DATA_DIR, 'keys')).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(DATA_DIR, 'keys'))) {
      expect(statSync(join(DATA_DIR, 'keys', name)).mode & 0o777).toBe(0o600);
    }
    first.child.kill('SIGTERM');
    expect((await first.end()).code).toBe(0);
    expect(readdirSync(DATA_DIR)).not.toContain('server.lock');

    const second = run({ DATA_DIR });
    const again = await second.until(READY);
    expect(again).not.toContain('密码');
    expect(await (await fetch(addressIn(again) + routes.head)).text()).toBe(head);
    // Killed without warning: the lock that is left behind holds nobody up.
    second.child.kill('SIGKILL');
    await second.end();
    expect(readdirSync(DATA_DIR)).toContain('server.lock');

    const third = run({ DATA_DIR });
    expect(await (await fetch(addressIn(await third.until(READY)) + routes.head)).text()).toBe(head);

    const rival = await run({ DATA_DIR }).end();
    expect([rival.code, rival.printed]).toEqual([1, expect.stringContaining('另一个服务正在用数据文件夹')]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a wrong PORT', { PORT: 'abc' }, 'PORT 要写 0 到 65535 的数字，现在是“abc”'],
    ['a PORT too large', { PORT: '65536' }, 'PORT 要写 0 到 65535 的数字'],
    ['a folder that cannot be', { DATA_DIR: '/proc/hall' }, '数据文件夹 /proc/hall 不能写入'],
    ['an address of another machine', { HOST: '192.0.2.1' }, '这台机器没有地址 192.0.2.1'],
  ])('%s gets one sentence', { timeout: TIMEOUT }, async (_, env, say) => {
    const { code, printed } = await run({ DATA_DIR: newFolder(), ...env }).end();
    expect([code, printed.trim().split('\n')]).toEqual([1, [expect.stringContaining(say)]]);
  });

  test('a busy port gets one sentence, and nothing is made', { timeout: TIMEOUT }, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const DATA_DIR = newFolder();
    const { code, printed } = await run({ DATA_DIR, PORT: String(port) }).end();
    other.close();
    expect([code, printed.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining(`端口 ${port} 已被占用`)],
    ]);
    expect(readdirSync(DATA_DIR)).toEqual([]);
  });

  test('a damaged database is not touched', { timeout: TIMEOUT }, async () => {
    const DATA_DIR = newFolder();
    writeFileSync(join(DATA_DIR, 'hall.sqlite'), 'this is not a database, '.repeat(500));
    const { code, printed } = await run({ DATA_DIR }).end();
    expect([code, printed]).toEqual([1, expect.stringContaining('已损坏')]);
  });
});

test('content:import says what it did, what is wrong, and how it is used', { timeout: TIMEOUT }, async () => {
  const env = { DATA_DIR: newFolder() };
  const done = await run(env, 'import', ['src/server/demo-hall']).end();
  expect([done.code, done.printed]).toEqual([
    0,
    expect.stringMatching(/已导入：新增 \d+，更新 0，没有变化 0。现在是第 1 版。/),
  ]);
  const again = await run(env, 'import', ['src/server/demo-hall']).end();
  expect([again.code, again.printed]).toEqual([0, expect.stringContaining('内容没有变化')]);
  const bad = newFolder();
  writeFileSync(join(bad, 'what.txt'), 'x');
  const refused = await run(env, 'import', [bad]).end();
  expect([refused.code, refused.printed]).toEqual([
    1,
    expect.stringContaining('what.txt 第 1 行：不认识这个文件'),
  ]);
  rmSync(join(env.DATA_DIR, 'keys', 'snapshot.key'));
  const keyless = await run(env, 'import', ['src/server/demo-hall']).end();
  expect([keyless.code, keyless.printed.trim().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/缺少钥匙文件 .*snapshot\.key。.*这次什么都没有导入/)],
  ]);
  const damaged = newFolder();
  writeFileSync(join(damaged, 'hall.sqlite'), 'this is not a database, '.repeat(500));
  const broken = await run({ DATA_DIR: damaged }, 'import', ['src/server/demo-hall']).end();
  expect([broken.code, broken.printed.trim().split('\n')]).toEqual([
    1,
    ['便民屏 · 数据库 hall.sqlite 已损坏，这次什么都没有导入。请用备份恢复。'],
  ]);
  expect((await run(env, 'import', ['src/server/demo-hall', 'more']).end()).code).toBe(2);
  expect((await run(env, 'import', []).end()).code).toBe(2);
  expect((await run(env, 'import', ['/nowhere']).end()).printed).toContain('没有这个文件夹');
});

test('staff and audit:verify work on the hall’s database, beside a running server', {
  timeout: TIMEOUT,
}, async () => {
  const DATA_DIR = newFolder();
  const none = await run({ DATA_DIR }, 'staff', ['password', 'shenhe']).end();
  expect([none.code, none.printed]).toEqual([1, expect.stringContaining('没有数据库')]);
  expect(readdirSync(DATA_DIR)).toEqual([]);

  const hall = run({ DATA_DIR });
  const url = addressIn(await hall.until('账号 shenhe'));
  const logIn = (login: string, password: string) =>
    fetch(url + routes.staff.session, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ login, password }),
    });
  const shownIn = (printed: string): string => /密码 (\S{19})$/m.exec(printed)?.[1] ?? 'none';

  const added = await run({ DATA_DIR }, 'staff', ['add', 'wangfang', '王芳', '审计员', 'officer']).end();
  expect([added.code, added.printed]).toEqual([
    0,
    expect.stringContaining('添加了王芳（审计员、依申请公开经办）'),
  ]);
  expect((await logIn('wangfang', shownIn(added.printed))).status).toBe(200);
  const reset = await run({ DATA_DIR }, 'staff', ['password', 'wangfang']).end();
  expect((await logIn('wangfang', shownIn(reset.printed))).status).toBe(200);

  const refused = async (...args: string[]) => (await run({ DATA_DIR }, 'staff', args).end()).printed;
  expect(await refused('add', 'wangfang', '另一个王芳', 'editor')).toContain('已经有人用了');
  expect(await refused('add', 'zhaoli', '赵丽', '局长')).toContain('没有“局长”这个岗位');
  expect(await refused('password', 'nobody')).toContain('没有账号 nobody');
  expect(await refused()).toContain('用法：npm run staff');

  const whole = await run({ DATA_DIR }, 'audit-verify').end();
  expect([whole.code, whole.printed]).toEqual([0, expect.stringMatching(/审计记录共 \d+ 条，全部完整/)]);
  const database = new SQLite(join(DATA_DIR, 'hall.sqlite'));
  database.prepare("update audit set object = 'other' where n = 2").run();
  database.close();
  const broken = await run({ DATA_DIR }, 'audit-verify').end();
  expect([broken.code, broken.printed]).toEqual([1, expect.stringContaining('从第 2 条起不完整')]);
});
