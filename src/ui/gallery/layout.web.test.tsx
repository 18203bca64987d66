import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands, page } from 'vitest/browser';
import '../base.css';
import '../tokens.css';
import { layoutChanges, layoutPrint } from './layout-print.ts';
import { PartsPage } from './parts-page.tsx';

/** Each component looks as it did. What is meant to look otherwise is written anew by `npm run gallery:renew`. */

const html = document.documentElement;
const root = document.createElement('div');
const still = document.createElement('style');
still.textContent = '* { animation: none !important; transition: none !important }';
document.body.append(root);
beforeEach(() => {
  html.lang = 'zh-CN';
  document.head.append(still);
});
afterEach(async () => {
  render(null, root);
  still.remove();
  html.dataset.contrast = 'normal';
  await page.viewport(1080, 1920);
});

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const printAt = async (width: number, height: number, contrast: string): Promise<string> => {
  await page.viewport(width, height);
  html.dataset.contrast = contrast;
  render(<PartsPage />, root);
  await document.fonts.ready;
  // Its buttons come when it has seen that there is more.
  await expect.poll(() => root.querySelectorAll('[data-part="ScrollArea"] button').length).toBe(2);
  await drawn();
  return layoutPrint(root, `${width} × ${height}, ${contrast}`);
};

const FILE = 'src/ui/gallery/layout.txt';

const SHOWN = [
  [1080, 1920, 'normal'],
  [1920, 1080, 'high'],
  [390, 844, 'dark'],
] as const;

it('no component has changed its look', async () => {
  const prints: string[] = [];
  for (const [width, height, contrast] of SHOWN) prints.push(await printAt(width, height, contrast));
  const now = `${prints.join('\n')}\n`;
  const before = await commands.readFile(FILE).catch(() => '');
  const changes = layoutChanges(before, now);
  if (changes.length > 0 && import.meta.env.VITE_RENEW === '1') await commands.writeFile(FILE, now);
  else expect(changes).toEqual([]);
});

it('six pixels or another colour are a change; two pixels are not', async () => {
  const before = await printAt(1080, 1920, 'normal');
  const planted = document.createElement('style');
  const changedBy = async (css: string): Promise<readonly string[]> => {
    planted.textContent = css;
    document.head.append(planted);
    await drawn();
    const changes = layoutChanges(before, layoutPrint(root, '1080 × 1920, normal'));
    planted.remove();
    return changes;
  };
  expect(await changedBy('[data-part="Notice"] svg { margin-inline-end: 6px }')).toHaveLength(1);
  expect(await changedBy('[data-part="Notice"] b { color: rgb(90 60 0) !important }')).toHaveLength(1);
  expect(await changedBy('[data-part="Notice"] b { position: relative; left: 2px }')).toEqual([]);
  expect(await changedBy('[data-part="Notice"] [role="alert"] { display: none }')).toHaveLength(1);
});
