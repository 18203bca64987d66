import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workAtOnce } from '../seal/node/at-once.ts';
import { createFirstAccounts } from './account/first-run.ts';
import { makeWhoIs } from './account/session.ts';
import { makeApp } from './app.ts';
import { makeEvents } from './content/events.ts';
import { faultLine } from './content/import/file-fault.ts';
import { keepTime } from './content/schedule.ts';
import { watchImports } from './content/watch.ts';
import type { Deps } from './deps.ts';
import { fileTools } from './file/file-tools.ts';
import { keepPreparing, type Preparer } from './file/preparer.ts';
import { keepSwept } from './file/sweep-files.ts';
import { listen } from './http/listen.ts';
import { openKeys } from './keys.ts';
import { openLog } from './log.ts';
import { Stop, sentenceFor } from './sentence.ts';
import { readSettings, type Settings } from './settings.ts';
import { takeLock } from './store/lock.ts';
import { shownHall } from './store/snapshot.ts';
import { openStore, type Store } from './store/store.ts';

/** The server: opens the data folder, fills it at the first start, listens, and stops when it is told to. */

const here = fileURLToPath(new URL('.', import.meta.url));
const clock = Date.now;
const say = (line: string): void => console.log(line);

// Files of the data folder are for their owner only.
process.umask(0o077);

try {
  await main();
} catch (error) {
  console.error(`便民屏 · ${sentenceFor(error, '没有启动')}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  workAtOnce();
  const read = readSettings(process.env);
  if (!read.ok) throw new Stop(read.problem);
  const settings = read.value;
  const letGo = await takeLock(join(settings.dataDir, 'server.lock'));
  if (letGo === null) {
    throw new Stop(
      `另一个服务正在用数据文件夹 ${settings.dataDir}。请先停掉它，或换一个：DATA_DIR=./data2 npm start`,
    );
  }
  const closing: (() => unknown)[] = [letGo];
  try {
    await start(settings, closing);
  } catch (error) {
    for (const close of closing.reverse()) await close();
    throw error;
  }
}

async function start(settings: Settings, closing: (() => unknown)[]): Promise<void> {
  // The port first: that it is taken should be said before anything is made.
  const door = await listen(settings).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(whyNoDoor(error, settings) ?? String(error));
  });
  closing.push(() => door.close());
  const store = await openStore(join(settings.dataDir, 'hall.sqlite'));
  closing.push(() => store.close());
  if (!store.isIntact()) {
    throw new Stop(
      `数据库 ${join(settings.dataDir, 'hall.sqlite')} 已损坏，没有启动，以免丢失更多。请用备份恢复。`,
    );
  }
  const deps = await makeDeps(settings, store);
  closing.push(() => deps.files.close());
  deps.files.wake();
  closing.push(keepSwept(deps));
  const stopWatching = watchImports(deps);
  closing.push(stopWatching);
  closing.push(keepTime(deps));
  const accounts = await createFirstAccounts(deps);
  door.open(makeApp(deps, { pages: join(here, '../client') }));
  const address = `http://${door.host}:${door.port}`;
  say(`访客屏幕  ${address}/`);
  say(`工作台    ${address}/staff`);
  if (accounts.length > 0) say('第一次启动，生成了两个账号。密码只显示这一次，请记下来：');
  for (const { login, password } of accounts) say(`账号 ${login}  密码 ${password}`);
  stopWhenTold(closing);
}

function whyNoDoor({ code }: NodeJS.ErrnoException, { host, port }: Settings): string | null {
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用。请换一个，例如：PORT=${(port % 65_535) + 1} npm start`;
  if (code === 'EACCES') return `没有权限用端口 ${port}。请用 1024 以上的，例如：PORT=8080 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `这台机器没有地址 ${host}。请改 HOST，例如：HOST=127.0.0.1 npm start`;
  return null;
}

async function makeDeps(settings: Settings, store: Store): Promise<Deps & { readonly files: Preparer }> {
  const keyFolder = join(settings.dataDir, 'keys');
  const isFirst = (await shownHall(store.db)) === null;
  if (isFirst) await importDemo(store, keyFolder);
  const hall = await shownHall(store.db);
  if (hall === null) throw new Error('no hall is published');
  const { isBehindProxy } = settings;
  const log = openLog(settings.dataDir, clock);
  return {
    store,
    keys: await openKeys({ folder: keyFolder, hall: hall.code, clock, mayMake: false }),
    clock,
    log,
    files: keepPreparing(store, log),
    events: makeEvents(),
    whoIs: makeWhoIs({ store, clock, isBehindProxy }),
    isBehindProxy,
  };
}

async function importDemo(store: Store, keyFolder: string): Promise<void> {
  const folder = join(here, 'demo-hall');
  if (!existsSync(folder)) throw new Stop('缺少示例内容 demo-hall。请删掉 dist 再 npm start。');
  say('第一次启动：正在装入示例大厅的内容……');
  const keysOf = (hall: Parameters<typeof openKeys>[0]['hall']) =>
    openKeys({ folder: keyFolder, hall, clock, mayMake: true });
  // Readers of YAML and Markdown are loaded for this one time only.
  const { importFolder } = await import('./content/import/import-folder.ts');
  const imported = await importFolder({ store, clock, keysOf, tools: fileTools }, folder);
  if (!imported.ok) throw new Stop(`示例内容有错：\n${imported.problem.map(faultLine).join('\n')}`);
  say(`装好了：${imported.value.added} 份内容，已签发第 ${imported.value.number} 版。`);
}

function stopWhenTold(closing: (() => unknown)[]): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    for (const close of closing.reverse()) await close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
