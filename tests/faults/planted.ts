import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, mergeConfig, type Plugin } from 'vite';

/** Builds of the visitor's app with one known fault each: a driver of faults that does not find them proves nothing. */

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Bug {
  readonly file: string;
  readonly is: string;
  readonly becomes: string;
}

export const bugs = {
  'acknowledged before it is kept': {
    file: 'src/visitor/store/keep.ts',
    is: 'const kept = await Promise.allSettled([',
    becomes: 'return true; const kept = await Promise.allSettled([',
  },
  'any answer with status 200 is believed': {
    file: 'src/visitor/sync/push.ts',
    is: "if (!parsed.success) return 'stop';",
    becomes:
      "if (!parsed.success) { await acknowledge(parts.db, envelope.id, { body: '', signature: '', keyId: '' } as never); return 'sent'; }",
  },
  'no journal': {
    file: 'src/visitor/store/keep.ts',
    is: 'journal.append([envelopeRecord(envelope.bytes)]),',
    becomes: 'Promise.resolve(envelopeRecord),',
  },
} as const satisfies Record<string, Bug>;

const plant = ({ file, is, becomes }: Bug): Plugin => {
  let isPlanted = false;
  return {
    name: 'plant',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith(file)) return null;
      if (code.split(is).length !== 2) throw new Error(`${file} no longer says: ${is}`);
      isPlanted = true;
      return code.replace(is, becomes);
    },
    buildEnd(error) {
      if (!error && !isPlanted) throw new Error(`${file} is not in the build`);
    },
  };
};

/** Beside the packages, so that the copied server finds them. Gives a folder for `startHall({ dist })`. */
export async function buildWith(bug: Bug, name: string): Promise<string> {
  const dist = join(root, 'node_modules/.cache/planted', name);
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await cp(join(root, 'dist/server'), join(dist, 'server'), { recursive: true });
  const env = { command: 'build', mode: 'visitor' } as const;
  const loaded = await loadConfigFromFile(env, join(root, 'vite.config.ts'), root);
  await build(
    mergeConfig(loaded?.config ?? {}, {
      configFile: false,
      root,
      mode: 'visitor',
      logLevel: 'error',
      plugins: [plant(bug)],
      build: { outDir: join(dist, 'client'), emptyOutDir: true },
    }),
  );
  return dist;
}
