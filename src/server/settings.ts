import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../contract/result.ts';

/** What the surroundings say: PORT, HOST, DATA_DIR, BEHIND_PROXY. Every mistake is one sentence that says what to do. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly isBehindProxy: boolean;
}

export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
  const port = env.PORT?.trim() || '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return fail(`PORT 要写 0 到 65535 的数字，现在是“${port}”。例如：PORT=8090 npm start`);
  }
  const dataDir = resolve(env.DATA_DIR?.trim() || 'data');
  const problem = whyNotWritable(dataDir);
  if (problem !== null) return fail(problem);
  return ok({
    port: Number(port),
    host: env.HOST?.trim() || '127.0.0.1',
    dataDir,
    isBehindProxy: env.BEHIND_PROXY === '1',
  });
}

function whyNotWritable(folder: string): string | null {
  const todo = '请换一个能写的文件夹，例如：DATA_DIR=~/bianminping npm start';
  try {
    makeFolder(folder);
    // Tried, not asked: what the system says of rights is not true for root, nor on a read-only disk.
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    return `数据文件夹 ${folder} ${isFile ? '不是文件夹' : '不能写入'}。${todo}`;
  }
}

/** Step by step: Node's own recursive mkdir never returns where a system folder answers "no such file" (/proc). */
function makeFolder(folder: string): void {
  const its = statSync(folder, { throwIfNoEntry: false });
  if (its?.isDirectory() === true) return;
  if (its === undefined && dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
