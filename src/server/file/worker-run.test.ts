import { afterEach, expect, it, vi } from 'vitest';
import { hugePng, pdf, pdfOfGiantPage, pdfOfHugePicture, pdfWithoutEnd } from './test-file.ts';
import { type Bounds, runWorker } from './worker-run.ts';

/** Files made to use up time or memory: the process ends, the reason is told, and nothing else notices. */

vi.setConfig({ testTimeout: 120_000 });

const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});
/** The reader that every machine has, as a worker without Debian's programs finds it. */
const withoutPoppler = (): void => {
  process.env.PATH = '/nowhere';
};
const readers = [
  ['the machine’s own reader', (): void => undefined],
  ['PDFium', withoutPoppler],
] as const;

async function told(type: 'application/pdf' | 'image/png', bytes: Uint8Array, bounds?: Bounds) {
  const heard: string[] = [];
  const take = async (each: { readonly tell: string; readonly fault?: string }): Promise<void> =>
    void heard.push(each.fault ?? each.tell);
  expect(await runWorker({ type, bytes }, take, bounds).ended).toBe('told');
  return heard;
}
const roomy: Bounds = { ms: 60_000, memory: 1_500_000_000 };

it('a page that never ends is stopped at the end of its time', async () => {
  const heard = await told('application/pdf', pdfWithoutEnd(), { ...roomy, ms: 4_000 });
  // On a slow machine the time may be over before the pages are counted.
  expect(heard.at(-1)).toBe('too-long');
});

it('a page that never ends is stopped with PDFium too, which meets the end of its memory about as soon', async () => {
  withoutPoppler();
  const heard = await told('application/pdf', pdfWithoutEnd(), { ...roomy, ms: 4_000 });
  expect(heard.at(-1)).toMatch(/^(?:too-long|bomb)$/);
});

it('a page that unfolds is stopped at the end of its memory', async () => {
  withoutPoppler();
  const bytes = pdfOfHugePicture(12_000);
  expect(bytes.length).toBeLessThan(300_000);
  expect(await told('application/pdf', bytes, { ...roomy, memory: 150_000_000 })).toEqual(['count', 'bomb']);
});

it.each(readers)('a page as wide as a field is drawn as wide as a screen: %s', async (_, use) => {
  use();
  expect(await told('application/pdf', pdfOfGiantPage())).toEqual(['count', 'page', 'ready']);
});

it('a picture of 30,000 × 30,000 is not unfolded at all', async () => {
  expect(await told('image/png', hugePng(30_000))).toEqual(['count', 'too-many-pixels']);
});

it('the next file finds everything as it was', async () => {
  await told('application/pdf', pdfWithoutEnd(), { ...roomy, ms: 4_000 });
  expect(await told('application/pdf', pdf())).toEqual(['count', 'page', 'ready']);
});
