import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { freePort } from '../setup/server.ts';

/** `npm start` as the person at the terminal sees it: the same script, on a tree that is built. */

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
const started: ChildProcess[] = [];

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
});

test.afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Terminal {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  text(): string;
}

function npmStart(env: Record<string, string>, ...args: string[]): Terminal {
  const child = spawn(process.execPath, [join(root, 'src/server/start.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { child, text: () => text, ended: once(child, 'close').then(([code]) => code as number | null) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

test('the first start prints addresses and two passwords; the second keeps all and prints none', async () => {
  const env = { PORT: String(await freePort()), DATA_DIR: join(folder, 'data') };
  const url = `http://127.0.0.1:${env.PORT}`;

  const first = npmStart(env);
  await expect.poll(() => answers(url), { timeout: 60_000 }).toBe(true);
  await expect.poll(first.text).toContain(`${url}/staff`);
  const passwords = [...first.text().matchAll(/密码 (\S+)/g)].map(([, password]) => password);
  expect(new Set(passwords).size).toBe(2);
  expect(passwords.every((password) => (password ?? '').length >= 15)).toBe(true);
  const head = await (await fetch(`${url}/api/content/head`)).text();
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = npmStart(env);
  await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(true);
  await expect.poll(second.text).toContain(`${url}/staff`);
  expect(second.text()).not.toMatch(/密码|安装依赖|构建/);
  expect(await (await fetch(`${url}/api/content/head`)).text()).toBe(head);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test('a port that is taken gets one sentence that says what to type', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const terminal = npmStart({ PORT: String(port), DATA_DIR: join(folder, 'data') });
  expect(await terminal.ended).toBe(1);
  expect(terminal.text().trim().split('\n')).toHaveLength(1);
  expect(terminal.text()).toContain(`端口 ${port} 已被占用`);
  expect(terminal.text()).toContain('PORT=');
  other.close();
});

test('a data folder that cannot be one gets one sentence', async () => {
  const file = join(folder, 'data');
  await writeFile(file, 'not a folder');
  const terminal = npmStart({ PORT: String(await freePort()), DATA_DIR: file });
  expect(await terminal.ended).toBe(1);
  expect(terminal.text().trim().split('\n')).toHaveLength(1);
  expect(terminal.text()).toContain(file);
});

test('two servers never share a data folder', async () => {
  const dataDir = join(folder, 'data');
  const port = await freePort();
  npmStart({ PORT: String(port), DATA_DIR: dataDir });
  await expect.poll(() => answers(`http://127.0.0.1:${port}`), { timeout: 60_000 }).toBe(true);
  const second = npmStart({ PORT: String(await freePort()), DATA_DIR: dataDir });
  expect(await second.ended).toBe(1);
  expect(second.text()).toContain(dataDir);
});

test('a command that nobody knows is refused, and an import of nothing says how', async () => {
  const unknown = npmStart({}, 'dance');
  expect(await unknown.ended).toBe(1);
  expect(unknown.text()).toContain('dance');
  const nothing = npmStart({ DATA_DIR: join(folder, 'data') }, 'import');
  expect(await nothing.ended).not.toBe(0);
  expect(nothing.text()).toContain('npm run content:import');
  expect(nothing.text()).not.toContain('    at ');
});
