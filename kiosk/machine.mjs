import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What this machine is: its display, its browser, its profile. Asked, never assumed. */

/** @param {string} name */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** @returns {'wayland' | 'x11' | undefined} */
export function displayPlatform() {
  if (process.env.WAYLAND_DISPLAY) return 'wayland';
  return process.env.DISPLAY ? 'x11' : undefined;
}

/** The size of an X screen; a Wayland compositor tells Chromium by itself. KIOSK_SIZE=1080x1920 decides over both. */
export function displaySize() {
  const named = /^(\d+)x(\d+)$/.exec(process.env.KIOSK_SIZE ?? '');
  const asked =
    named ?? /dimensions:\s+(\d+)x(\d+)/.exec(spawnSync('xdpyinfo', { encoding: 'utf8' }).stdout ?? '');
  return asked ? { width: Number(asked[1]), height: Number(asked[2]) } : undefined;
}

/** @returns {string | undefined} */
export function chromiumProgram() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return ['chromium', 'chromium-browser'].find(hasProgram);
}

export function profileFolder() {
  const folder = process.env.KIOSK_PROFILE ?? join(homedir(), '.local/share/bianminping/profile');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** On tmpfs, where the session has one. */
export function cacheFolder() {
  const runtime = process.env.XDG_RUNTIME_DIR;
  return runtime && existsSync(runtime) ? join(runtime, 'bianminping-cache') : undefined;
}

/**
 * Chromium guards a profile by a link that names its process. After a power cut the link stays and the process does not.
 *
 * @param {string} profile
 * @returns {number | undefined} the process that uses the profile now
 */
export function freeProfile(profile) {
  const holder = lockHolder(profile);
  if (holder && existsSync(`/proc/${holder}`)) return holder;
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, name), { force: true });
  return undefined;
}

/** @param {string} profile */
function lockHolder(profile) {
  try {
    return Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]) || undefined;
  } catch {
    return undefined;
  }
}
