import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './run.mjs';
import { say } from './say.mjs';

/** Whether a program of this name can be started. @param {string} name */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** How apt-get may be called here without asking anybody: as root, by sudo without password, or not at all. */
function aptPrefix() {
  if (!hasProgram('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  if (hasProgram('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)
    return ['sudo', '-n'];
  return undefined;
}

/** The command a person would type. @param {string[]} packages */
export function debianCommand(packages) {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  return `${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Installs Debian packages where that is allowed without asking. Gives false when it is not, or when it failed;
 * the caller says what to type.
 *
 * @param {string[]} packages
 * @returns {Promise<boolean>}
 */
export async function installDebian(packages) {
  const prefix = aptPrefix();
  if (!prefix) return false;
  say(`安装系统软件包 ${packages.join(' ')}……`, 'installing system packages…');
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages];
  await apt(prefix, ['apt-get', 'update', '-q']);
  const { code, output } = await apt(prefix, install);
  if (code !== 0) process.stderr.write(`${output.trimEnd().split('\n').slice(-5).join('\n')}\n`);
  return code === 0;
}

/** Debian's package manager serves one at a time. @type {Promise<unknown>} */
let before = Promise.resolve();

/** @param {string[]} prefix @param {string[]} words */
function apt(prefix, words) {
  const call = before.then(() => aptNow(prefix, words));
  before = call;
  return call;
}

/** @param {string[]} prefix @param {string[]} words */
function aptNow(prefix, words) {
  const [command = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...words];
  return runQuietly(command, args, {
    onWait: (seconds) => say(`仍在安装（${seconds} 秒）`, `still installing (${seconds} s)`),
  });
}
