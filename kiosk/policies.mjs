import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHROMIUM_ETC = '/etc/chromium';
const FILE = 'policies/managed/bianminping.json';

/**
 * The managed policies with this hall's address in them: the only one that the screen may open.
 *
 * @param {string} hallUrl
 * @returns {Record<string, unknown>}
 */
export function policiesFor(hallUrl) {
  const template = readFileSync(
    fileURLToPath(new URL('./policies/bianminping.json', import.meta.url)),
    'utf8',
  );
  return JSON.parse(template.replaceAll('HALL_ORIGIN', new URL(hallUrl).origin));
}

/** Whether this machine has been set up for this hall already. @param {string} hallUrl */
export function arePoliciesInstalled(hallUrl) {
  try {
    const installed = JSON.parse(readFileSync(join(CHROMIUM_ETC, FILE), 'utf8'));
    return JSON.stringify(installed) === JSON.stringify(policiesFor(hallUrl));
  } catch {
    return false;
  }
}

/**
 * A copy of /etc/chromium that has the policies in it, to be laid over the real one for a single process: other browsers
 * on the machine are not touched, and nothing is left behind.
 *
 * @param {Record<string, unknown>} policies
 * @returns {string} its folder
 */
export function makeEtc(policies) {
  const folder = mkdtempSync(join(tmpdir(), 'bianminping-etc-'));
  if (existsSync(CHROMIUM_ETC)) cpSync(CHROMIUM_ETC, folder, { recursive: true });
  mkdirSync(join(folder, 'policies/managed'), { recursive: true });
  writeFileSync(join(folder, FILE), `${JSON.stringify(policies, null, 2)}\n`);
  return folder;
}

/**
 * The words that start a program with that folder in place of /etc/chromium. Needs root; the mount ends with the process.
 *
 * @param {string} etc
 * @param {string[]} command
 */
export function underEtc(etc, command) {
  const script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"';
  return ['unshare', '-m', 'sh', '-c', script, 'sh', etc, CHROMIUM_ETC, ...command];
}
