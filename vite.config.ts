import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';
import { inputData } from './src/visitor/input/data-plugin.mjs';

/**
 * Three pages, three builds: `--mode visitor` (the page at /, the only one that is a PWA), `--mode staff` (the desk) and
 * `--mode preview` (the visitor's app in the desk's frame).
 *
 * Promise: nobody who opens the visitor's page loads a byte that only the desk needs. One build with two entries cannot
 * keep it: a module that both use is tree-shaken for both together. Hence builds of their own into one folder; their files
 * begin with `assets/staff-` and `assets/preview-`, and the visitor's precache list is made before they exist.
 *
 * Any other mode is the dev server, which serves both pages and never a service worker.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'visitor') return visitor;
  if (mode === 'staff') return ofDesk('staff', 'src/staff/index.html');
  if (mode === 'preview') return ofDesk('preview', 'src/visitor/preview.html');
  return { ...common, server: { host: '127.0.0.1' } };
});

const common: UserConfig = {
  appType: 'mpa',
  plugins: [preact({ reactAliasesEnabled: false }), inputData()],
};

const build: UserConfig['build'] = {
  outDir: 'dist/client',
  // The hall's Chromium is newer; the same page is the public website on people's phones.
  target: ['chrome120', 'safari16.4'],
  // The content security policy allows neither inline script nor data: addresses.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  manifest: true,
  reportCompressedSize: false,
};

let outDir = '';
const rememberOutDir: Plugin = {
  name: 'remember-out-dir',
  configResolved(config) {
    outDir = resolve(config.root, config.build.outDir);
  },
};

/** Each file the worker takes in must be this one, byte for byte: a captive portal's page with status 200 is refused. */
function integrityOf(url: string): string {
  return `sha384-${createHash('sha384')
    .update(readFileSync(resolve(outDir, url)))
    .digest('base64')}`;
}

const pwa: Partial<VitePWAOptions> = {
  strategies: 'injectManifest',
  srcDir: 'src/visitor/sw',
  filename: 'sw.ts',
  injectRegister: false,
  integration: {
    configureCustomSWViteBuild(worker) {
      worker.logLevel = 'error';
    },
  },
  manifest: {
    name: '便民屏',
    short_name: '便民屏',
    description: '乡镇办事大厅的便民服务屏',
    lang: 'zh-CN',
    start_url: '/',
    display: 'fullscreen',
    background_color: '#faf7f0',
    theme_color: '#125646',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  // The worker bears the page's content security policy, under which importScripts fails: Workbox is bundled in.
  injectManifest: {
    rollupFormat: 'iife',
    globPatterns: ['**/*.{js,css,html,svg,png,woff2,bin}'],
    // Data of the ways to write are megabytes that a phone never needs: the page brings and keeps them (sync/input-data.ts).
    globIgnores: [
      'staff/**',
      'assets/staff-*',
      'preview/**',
      'assets/preview-*',
      'assets/input-*',
      '**/*.map',
    ],
    maximumFileSizeToCacheInBytes: 4_000_000,
    manifestTransforms: [
      (entries) => ({ manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(entry.url) })) }),
    ],
  },
};

/**
 * What home stands on, in one file: each file more is one more way to the service worker and back before anything is painted.
 * The bundler alone would cut it by which later screen shares which part.
 */
const HOME_GROUND = new RegExp(
  [
    '/node_modules/(?:preact|@preact|idb)/',
    'vite/preload-helper',
    String.raw`/src/visitor/(?:session/mode|clock|t)\.ts$`,
    String.raw`/src/visitor/store/(?:content|read-content|content-db|connect|timed|notice)\.ts$`,
    String.raw`/src/(?:ui/)?words/(?:words|sentence)\.ts$`,
    String.raw`/src/contract/(?:day|english|words/say)\.ts$`,
  ].join('|'),
);

const visitor: UserConfig = {
  ...common,
  plugins: [...(common.plugins ?? []), rememberOutDir, VitePWA(pwa)],
  build: {
    ...build,
    rolldownOptions: {
      input: 'index.html',
      output: { comments: false, codeSplitting: { groups: [{ name: 'ground', test: HOME_GROUND }] } },
    },
  },
};

const ofDesk = (name: 'staff' | 'preview', input: string): UserConfig => ({
  ...common,
  publicDir: false,
  build: {
    ...build,
    emptyOutDir: false,
    rolldownOptions: {
      input,
      output: {
        comments: false,
        entryFileNames: `assets/${name}-[name]-[hash].js`,
        chunkFileNames: `assets/${name}-[name]-[hash].js`,
        assetFileNames: `assets/${name}-[name]-[hash][extname]`,
      },
    },
  },
});
