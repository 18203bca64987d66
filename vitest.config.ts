import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { inputData } from './src/visitor/input/data-plugin.mjs';
import { CHROMIUM_ARGS, chromiumPath } from './tests/setup/chromium.ts';

/** A machine that is busy with other things is no fault of the code; a test that hangs still ends. */
const PATIENCE = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000 } },
} as const;

/**
 * Two projects. "node": everything that needs no browser, in plain Node. "web": `x.web.test.ts(x)` beside its file, in the
 * real Chromium of the machine, so that IndexedDB, OPFS, WebCrypto and layout are the ones visitors get.
 */
export default defineConfig({
  test: {
    // Vitest would leave one core idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        plugins: [preact({ reactAliasesEnabled: false })],
        test: {
          name: 'node',
          ...PATIENCE,
          // No file here leaves anything behind in a module; loading them all anew for each file takes longer than the tests.
          isolate: false,
          environment: 'node',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/{contract,fakes,setup,faults,bench}/**/*.test.ts',
            'kiosk/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.web.test.{ts,tsx}'],
        },
      },
      {
        plugins: [preact({ reactAliasesEnabled: false }), inputData()],
        // Without this, a dependency first met in the middle of a run is bundled then and reloads the page under the tests.
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            'valibot',
            'idb',
            'canonicalize',
            'lean-qr',
            '@hpke/core',
            'workbox-window',
            'fast-check',
            'jsqr',
            'fflate',
            'mammoth',
            'parse5',
            'prosemirror-commands',
            'prosemirror-dropcursor',
            'prosemirror-gapcursor',
            'prosemirror-history',
            'prosemirror-keymap',
            'prosemirror-model',
            'prosemirror-schema-list',
            'prosemirror-state',
            'prosemirror-tables',
            'prosemirror-view',
          ],
        },
        test: {
          name: 'web',
          ...PATIENCE,
          include: ['src/**/*.web.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1080, height: 1920 },
            provider: playwright({
              launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] },
              contextOptions: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
