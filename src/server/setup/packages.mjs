import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { debianCommand, hasProgram, installDebian } from './debian.mjs';
import { isInstalled, packagesStamp, packagesWanted } from './freshness.mjs';
import { root } from './root.mjs';
import { lastLines, runQuietly } from './run.mjs';
import { say, stop } from './say.mjs';

const COMPILERS = [
  { program: 'python3', debian: 'python3' },
  { program: 'make', debian: 'make' },
  { program: 'g++', debian: 'g++' },
];

/** Brings node_modules to what package-lock.json names; does nothing when it is there already. */
export async function ensurePackages() {
  if (isInstalled()) {
    if (!existsSync(packagesStamp)) stampPackages();
    return;
  }
  say('安装依赖……', 'installing packages…');
  const first = await npmCi();
  if (first.code === 0) return stampPackages();

  // The database driver comes ready-made where it can be downloaded and is compiled where not: then it needs a compiler.
  const missing = COMPILERS.filter(({ program }) => !hasProgram(program)).map(({ debian }) => debian);
  if (missing.length === 0 || !/node-gyp|prebuild/.test(first.output)) return explain(first.output);
  say(
    '数据库驱动需要在本机编译，缺少编译工具',
    `the database driver has to be compiled here; missing: ${missing.join(' ')}`,
  );
  if (!(await installDebian(missing))) {
    stop(
      `请先安装编译工具，再重新 npm start：${debianCommand(missing)}`,
      'install the compiler with the command above, then type npm start again',
    );
  }
  const second = await npmCi();
  if (second.code === 0) return stampPackages();
  return explain(second.output);
}

async function npmCi() {
  const exact = await npm('ci');
  // A lock file made through a mirror that lacks packages for other systems is refused by `ci` (see complete-lock.mjs).
  return /EUSAGE/.test(exact.output) ? npm('install', '--no-save') : exact;
}

/** @param {string[]} words */
function npm(...words) {
  // Called through `npm start`, npm says where it lies; called as plain `node src/server/start.mjs`, it is on the PATH.
  const script = process.env.npm_execpath;
  const [command, ...before] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  const args = [...words, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return runQuietly(command ?? 'npm', [...before, ...args], {
    cwd: root,
    env: nodeHeaders(),
    onWait: sayWaiting,
  });
}

let hasExplained = false;

/** The reason once, then a sign of life now and then. @param {number} seconds */
function sayWaiting(seconds) {
  if (!hasExplained && seconds >= 30) {
    hasExplained = true;
    say('正在编译数据库驱动，约需两分钟', 'compiling the database driver, about two minutes');
  } else if (hasExplained) {
    say(`仍在安装（${seconds} 秒）`, `still installing (${seconds} s)`);
  }
}

/** Headers that lie beside this Node spare the compiler a download; many offices cannot make it. */
function nodeHeaders() {
  const folder = dirname(dirname(process.execPath));
  const isThere = statSync(join(folder, 'include/node/node.h'), { throwIfNoEntry: false });
  return isThere && !process.env.npm_config_nodedir ? { npm_config_nodedir: folder } : {};
}

/** Written after npm has ended well, so an interrupted installation is never taken for a whole one. */
function stampPackages() {
  writeFileSync(packagesStamp, `${JSON.stringify(packagesWanted())}\n`);
}

/** @param {string} output @returns {never} */
function explain(output) {
  process.stderr.write(`${lastLines(output, 12)}\n`);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    stop(
      '安装依赖失败：连不上 npm 软件源。接通网络，或用 npm config set registry 换一个能连上的源，再重新 npm start。',
      'packages could not be installed: the npm registry cannot be reached. Connect, or set another registry, then npm start.',
    );
  }
  stop('安装依赖失败，原因见上面几行。', 'packages could not be installed; the lines above say why.');
}
