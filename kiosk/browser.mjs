import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A browser that lived this long was well: its end says nothing about the next start. */
const WELL_MS = 60_000;

/** How long to wait before the next start. @param {number} livedMs @param {number} lastPauseMs */
export function nextPause(livedMs, lastPauseMs) {
  if (livedMs >= WELL_MS || lastPauseMs === 0) return FIRST_PAUSE_MS;
  return Math.min(lastPauseMs * 2, LONGEST_PAUSE_MS);
}

/**
 * Keeps a browser before the visitor: whenever it ends, for whatever reason, it is started again, at once after a long
 * life and ever slower while it fails. Only `signal` ends it.
 *
 * @param {object} options
 * @param {string[]} options.command
 * @param {string} options.logFile Chromium's own noise; begins anew with each start
 * @param {AbortSignal} options.signal
 * @param {() => void} options.beforeStart
 * @param {(what: { livedMs: number, pauseMs: number }) => void} options.onEnd
 */
export async function keepRunning({ command, logFile, signal, beforeStart, onEnd }) {
  let pauseMs = 0;
  while (!signal.aborted) {
    beforeStart();
    const startedAt = performance.now();
    await runOnce(command, logFile, signal);
    if (signal.aborted) return;
    const livedMs = performance.now() - startedAt;
    pauseMs = nextPause(livedMs, pauseMs);
    onEnd({ livedMs, pauseMs });
    await wait(pauseMs, undefined, { signal }).catch(() => {});
  }
}

/** @param {string[]} command @param {string} logFile @param {AbortSignal} signal @returns {Promise<void>} */
function runOnce([program = '', ...args], logFile, signal) {
  return new Promise((resolve) => {
    const log = openSync(logFile, 'w');
    // A group of its own: whatever the launcher starts is ended with it.
    const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    const end = () => endGroup(child.pid);
    signal.addEventListener('abort', end, { once: true });
    const done = () => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    child.once('error', done);
    child.once('exit', done);
  });
}

/** Asks politely, so that storage is closed well; insists after five seconds. @param {number | undefined} pid */
function endGroup(pid) {
  if (!pid) return;
  send(pid, 'SIGTERM');
  setTimeout(() => send(pid, 'SIGKILL'), 5_000).unref();
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}
