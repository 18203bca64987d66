import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt, isInstalled } from './freshness.mjs';
import { alone } from './lock.mjs';
import { root } from './root.mjs';
import { runAloud } from './run.mjs';
import { complain, Stopped, stop } from './say.mjs';

/** Prepares what is missing, then runs the program that was asked for. @param {string[]} args */
export async function launch(args) {
  try {
    const file = programFor(args[0]);
    await prepare();
    await runBuilt(file, args.slice(1));
  } catch (error) {
    if (error instanceof Stopped) process.exitCode = error.code;
    else if (/** @type {NodeJS.ErrnoException} */ (error)?.code === 'ERR_DLOPEN_FAILED') explainBinary();
    else throw error;
  }
}

async function prepare() {
  if (isInstalled() && isBuilt()) return;
  await alone(async () => {
    const { ensurePackages } = await import('./packages.mjs');
    await ensurePackages();
    if (isBuilt()) return;
    // A process of its own: the builder's memory is gone again when the server starts.
    const code = await runAloud(process.execPath, [join(root, 'src/server/build.mjs')], { cwd: root });
    if (code !== 0) throw new Stopped(code);
  });
}

/** @type {Record<string, string>} */
const programs = { import: 'import', export: 'export', staff: 'staff', audit: 'audit-verify' };

/** @param {string | undefined} command */
function programFor(command) {
  const name = command === undefined ? 'main' : programs[command];
  if (name !== undefined) return join(root, `dist/server/${name}.js`);
  return stop(
    `不认识的命令：${command}。可以用：npm start、npm run content:import -- 文件夹、npm run content:export -- 文件夹、npm run staff、npm run audit:verify`,
    'unknown command; there are: npm start, npm run content:import -- FOLDER, npm run content:export -- FOLDER, npm run staff, npm run audit:verify',
  );
}

/** @param {string} file @param {string[]} args */
async function runBuilt(file, args) {
  if (!existsSync(file))
    stop(`缺少 ${file}，请删掉 dist 再 npm start。`, 'the build is incomplete: remove dist, npm start.');
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

function explainBinary() {
  complain(
    '数据库驱动与这个 Node.js 不相配。请删掉 node_modules 再 npm start。',
    'the database driver was built for another Node.js: remove node_modules, then npm start.',
  );
  process.exitCode = 1;
}
