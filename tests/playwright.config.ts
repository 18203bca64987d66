import { defineConfig } from 'playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './setup/chromium.ts';

/** Flows: real Chromium, the real built server, no retries: a flow that fails now and then has found something. */
export default defineConfig({
  testDir: 'flows',
  outputDir: '../test-results/flows',
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
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
