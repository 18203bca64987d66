/*
 * Data of the ways to write: compiled from packages when a page is built or served, never kept in the repository.
 *
 * Each kind has `KIND/compile.mjs` beside this file, which exports
 *   sources    paths of every file that it reads (itself included): nothing is compiled twice from the same bytes
 *   compile()  the bytes, or a promise of them
 * and becomes a hashed file `assets/input-KIND-….bin`. `virtual:input-data` says where it lies and which bytes it holds.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../../node_modules/.cache/input-data');

const KINDS = ['pinyin', 'handwriting'];
const NAME = 'virtual:input-data';

/** Where the compiled data lie; made when they are not there yet. @param {string} kind */
export async function inputDataFile(kind) {
  /** @type {{ sources: readonly string[], compile: () => Uint8Array | Promise<Uint8Array> }} */
  const { sources, compile } = await import(pathToFileURL(compilerOf(kind)).href);
  const made = createHash('sha256');
  for (const path of sources) made.update(readFileSync(path)).update('\0');
  const folder = join(cache, made.digest('hex').slice(0, 16));
  const file = join(folder, `input-${kind}.bin`);
  if (existsSync(file)) return file;
  const bytes = await compile();
  mkdirSync(folder, { recursive: true });
  // Several builds and test runs may do this at once; none must read half a file.
  const part = `${file}.${process.pid}`;
  writeFileSync(part, bytes);
  renameSync(part, file);
  return file;
}

/** @param {string} kind */
const compilerOf = (kind) => join(here, kind, 'compile.mjs');

/** @returns {import('vite').Plugin} */
export function inputData() {
  return {
    name: 'input-data',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const kinds = KINDS.filter((kind) => existsSync(compilerOf(kind)));
      const files = await Promise.all(kinds.map(inputDataFile));
      const imports = files.map((file, at) => `import url${at} from ${JSON.stringify(`${file}?url`)};`);
      const parts = kinds.map((kind, at) => {
        const digest = createHash('sha256')
          .update(readFileSync(files[at] ?? ''))
          .digest('base64url');
        return `${kind}: { url: url${at}, digest: '${digest}' }`;
      });
      return `${imports.join('\n')}\nexport const inputData = { ${parts.join(', ')} };`;
    },
  };
}
