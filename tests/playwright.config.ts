import { defineConfig } from 'playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './setup/chromium.ts';

/** Flows: real Chromium, the real built server, no retries: a flow that fails now and then has found something. */
export default defineConfig({
  testDir: '.',
  testMatch: ['flows/*.spec.ts', 'faults/*.spec.ts'],
  globalSetup: './setup/prepare-hall.ts',
  outputDir: '../test-results/flows',
  workers: 2,
  retries: 0,
  // Long on purpose: a machine that is busy with other things is no fault of the code. What must be quick is measured by itself.
  timeout: 300_000,
  expect: { timeout: 40_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../test-results/flows.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1080, height: 1920 },
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] },
  },
});
