/**
 * `node src/server/setup/complete-lock.mjs`, after `npm install` through a mirror that lacks packages for other systems.
 *
 * npm then leaves those optional packages out of package-lock.json, and `npm ci` refuses such a file everywhere. This writes
 * them in: name and version as the packages that want them say, system and processor as their names say. They carry no
 * digest, for nobody here has seen them; npm skips them on every machine they are not made for.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
let added = 0;

for (const [at, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (at === '') continue;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`${at}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
    const target = targetOf(name);
    if (!target || !/^\d/.test(String(version))) continue;
    lock.packages[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), ...target, optional: true };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages for other systems written into package-lock.json`);

/** @param {string} name e.g. @oxc-parser/binding-linux-arm64-musl */
function targetOf(name) {
  const words = name.split(/[-/]/).map((word) => (word === 'armv7' ? 'arm' : word));
  const os = OS.filter((word) => words.includes(word) || (word === 'linux' && words.includes('linuxmusl')));
  const cpu = CPU.filter((word) => words.includes(word));
  if (os.length !== 1 && !words.includes('wasm32')) return undefined;
  const isMusl = words.some((word) => word.includes('musl'));
  const isGlibc = words.some((word) => word.startsWith('gnu'));
  const libc = os[0] !== 'linux' ? undefined : isMusl ? ['musl'] : isGlibc ? ['glibc'] : undefined;
  return { ...(os.length ? { os } : {}), ...(cpu.length ? { cpu } : {}), ...(libc ? { libc } : {}) };
}
