/** `npx tsx tests/icons.mjs`: draws public/icon-*.png from public/favicon.svg, full to the edges, so that they can be masked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, chromiumPath } from './setup/chromium.ts';

const publicDir = fileURLToPath(new URL('../public/', import.meta.url));
const svg = readFileSync(join(publicDir, 'favicon.svg'), 'utf8').replace(/ rx="104"/, '');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
for (const size of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: join(publicDir, `icon-${size}.png`) });
}
await browser.close();
