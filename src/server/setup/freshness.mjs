import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
const NOT_BUILT = /\.test\.tsx?$|README\.md$|^src\/server\/.*\.mjs$/;

/** What the build was made from, in one short word. Only looks at names, sizes and times, so it takes milliseconds. */
export function sourceStamp() {
  const hash = createHash('sha256');
  for (const name of SOURCES) note(hash, name);
  // The build itself is a source of the build.
  note(hash, 'src/server/build.mjs', true);
  return hash.digest('hex').slice(0, 32);
}

/** @param {import('node:crypto').Hash} hash @param {string} name @param {boolean} [always] */
function note(hash, name, always = false) {
  const path = join(root, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) {
    for (const child of readdirSync(path).sort()) note(hash, `${name}/${child}`);
  } else if (always || !NOT_BUILT.test(name)) {
    hash.update(`${name}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
}

/** Whether dist/ was made, whole, from the sources as they are now. */
export function isBuilt() {
  return readStamp(join(root, 'dist/stamp.json'))?.sources === sourceStamp();
}

const packagesStamp = join(root, 'node_modules/.bianminping.json');

/** Which packages should be there: the lock file's content, and the Node whose binaries they hold. */
export function packagesWanted() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return { lock, abi: `${process.platform}-${process.arch}-${process.versions.modules}` };
}

/** Whether node_modules holds what package-lock.json names, for this Node. */
export function isInstalled() {
  const wanted = packagesWanted();
  const found = readStamp(packagesStamp);
  if (found) return found.lock === wanted.lock && found.abi === wanted.abi;
  return installedByHand();
}

/** `npm ci` typed by a person leaves no stamp of ours, but npm writes this file last. */
function installedByHand() {
  const npmLast = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (!npmLast) return false;
  return npmLast.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

export { packagesStamp };

/** @param {string} path */
function readStamp(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
