import type { Page } from 'playwright';

/** A slower machine: the page's main thread gets one n-th of its time. Workers and the browser's own processes do not slow down. */
export async function throttle(page: Page, times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
}
