import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './root.mjs';
import { say } from './say.mjs';

const lockFile = join(root, '.setup.lock');

/**
 * Two `npm start` at once in one folder: the second waits until the first has installed and built. A lock left by a
 * process that is gone counts for nothing.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  let hasSaid = false;
  while (!take()) {
    if (!hasSaid) say('另一个窗口正在安装，等它做完……', 'another start is setting up here, waiting for it…');
    hasSaid = true;
    await wait(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(lockFile, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    if (!holder) return true; // just being written by its holder
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
