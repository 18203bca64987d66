import { build } from 'vite';
import { root } from '../../src/server/setup/root.mjs';

/** A module of the benchmarks with all that it imports of the app, as one script for a page; what it exports is `bench` there. */
export async function pageScript(module: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: new URL(module, import.meta.url).pathname, formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`the script of ${module} was not built`);
  return first.output.map((each) => (each.type === 'chunk' ? each.code : '')).join('\n');
}
