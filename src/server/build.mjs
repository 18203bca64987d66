/**
 * `npm run build`: both pages and the server, into dist/.
 *
 *   dist/client/             what browsers get: index.html, sw.js, staff/index.html, preview/index.html, assets/
 *   dist/server/main.js      the server; import.js and export.js, the content's; staff.js, audit-verify.js; each with their packages, save those with native parts
 *   dist/visitor.json        which files the visitor's page loads at first and later (Vite's manifest); staff.json the desk's
 *   dist/stamp.json          what it was made from; written last
 *
 * Promise: dist/ is whole or absent. Everything is made in a folder beside it and renamed at the end.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'vite';
import { sourceStamp } from './setup/freshness.mjs';
import { root } from './setup/root.mjs';
import { complain, say } from './setup/say.mjs';

const dist = join(root, 'dist');
const fresh = join(root, `.dist-${process.pid}`);
const client = join(fresh, 'client');

/** How long files of earlier builds stay: a page opened before an update still asks for its own chunks. */
const KEEP_MS = 14 * 24 * 3600 * 1000;

process.env.NODE_ENV = 'production';
process.chdir(root);

try {
  await buildAll();
} catch (error) {
  complain('构建失败，原因如下。', 'the build failed:');
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.stderr.isTTY ? message : stripVTControlCharacters(message));
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

async function buildAll() {
  const startedAt = Date.now();
  // Taken before the work: a source saved in the meantime makes the result stale, as it should.
  const sources = sourceStamp();
  mkdirSync(fresh, { recursive: true });

  say('构建访客页面……', 'building the visitor’s page…');
  await buildPage('visitor');
  say('构建工作人员页面……', 'building the desk…');
  await buildPage('staff');
  await buildPage('preview');
  for (const folder of ['staff', 'preview']) mkdirSync(join(client, folder));
  renameSync(join(client, 'src/staff/index.html'), join(client, 'staff/index.html'));
  renameSync(join(client, 'src/visitor/preview.html'), join(client, 'preview/index.html'));
  rmSync(join(client, 'src'), { recursive: true });
  say('构建服务程序……', 'building the server…');
  await buildServer();

  // Content files of the demo hall, beside main.js as they are beside main.ts.
  cpSync(join(root, 'src/server/demo-hall'), join(fresh, 'server/demo-hall'), { recursive: true });

  keepEarlierFiles();
  writeFileSync(join(fresh, 'stamp.json'), `${JSON.stringify({ sources })}\n`);
  swap();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`构建完成（${seconds} 秒）`, `built in ${seconds} s`);
}

/** @param {'visitor' | 'staff' | 'preview'} mode */
async function buildPage(mode) {
  await build({
    mode,
    logLevel: 'error',
    configFile: join(root, 'vite.config.ts'),
    build: { outDir: client },
  });
  renameSync(join(client, '.vite/manifest.json'), join(fresh, `${mode}.json`));
  rmSync(join(client, '.vite'), { recursive: true });
}

async function buildServer() {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // One file starts in two thirds of the time that a few hundred take; what has native parts or workers stays outside.
    ssr: {
      noExternal: true,
      external: ['better-sqlite3', '@node-rs/argon2', 'pino', 'sharp', '@hyzyla/pdfium'],
    },
    build: {
      ssr: true,
      outDir: join(fresh, 'server'),
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(serverEntries().map((path) => [basename(path, '.ts'), path])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  });
}

/** The programs, and every worker thread: a file `…-worker.ts` becomes dist/server/…-worker.js. */
function serverEntries() {
  const server = join(root, 'src/server');
  const workers = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('-worker.ts'),
  );
  return ['main.ts', 'import.ts', 'export.ts', 'staff.ts', 'audit-verify.ts', ...workers].map((path) =>
    join(server, path),
  );
}

/** Hashed files never change, so an earlier build's can lie beside the new ones; the precache list does not know them. */
function keepEarlierFiles() {
  const earlier = join(dist, 'client/assets');
  if (!existsSync(earlier)) return;
  for (const name of readdirSync(earlier)) {
    const from = join(earlier, name);
    const to = join(client, 'assets', name);
    if (existsSync(to) || Date.now() - statSync(from).mtimeMs > KEEP_MS) continue;
    cpSync(from, to, { preserveTimestamps: true });
  }
}

function swap() {
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}
