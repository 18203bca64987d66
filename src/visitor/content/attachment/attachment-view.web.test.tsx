import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { demoObjects, show } from '../../../../tests/fixtures/demo-content.ts';
import { layoutFaults } from '../../../../tests/fixtures/layout-faults.ts';
import type { Picture } from '../../../contract/attachment.ts';
import type { Digest, EntryId } from '../../../contract/id.ts';
import { fail } from '../../../contract/result.ts';
import { browserPrinter } from '../../../print/browser-printer.ts';
import type { PrintJob } from '../../../print/port.ts';
import '../../../ui/base.css';
import '../../../ui/tokens.css';
import { App } from '../../app.tsx';
import { forget, makeComfortable } from '../../session/memory.ts';
import { mode } from '../../session/mode.ts';
import { installPorts } from '../../session/port.ts';
import { back, goInstead, screen } from '../../session/screen.ts';
import { contentDatabase } from '../../store/content.ts';
import { CONTENT_DB } from '../../store/content-db.ts';
import { connection } from '../../store/facts.ts';
import { bringPicture, pictureNow } from '../../sync/bring-picture.ts';
import { attachedItem, drawPicture } from '../../sync/fixture-picture.ts';
import { openHttp } from '../../sync/http.ts';
import { followComfort } from '../shell/comfort.ts';

const ID = 'item/accounts' as EntryId;
const root = document.createElement('div');
const hall = { pictures: new Map<Digest, Uint8Array<ArrayBuffer>>() };
let isCut = false;
const http = openHttp({
  fetch: async (path) => {
    if (isCut) throw new TypeError('cut');
    const bytes = hall.pictures.get(String(path).split('/').at(-1) as Digest);
    return new Response(bytes ?? 'gone', {
      status: bytes ? 200 : 404,
      headers: { 'content-type': 'image/webp' },
    });
  },
  onContact: () => undefined,
});
let pages: readonly Picture[];
let inText: Picture;
let printed: PrintJob[] = [];

const main = (): HTMLElement => document.querySelector('main')!;
const text = (): string => main().innerText;
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 20 });
const says = (words: string | RegExp) => soon(() => expect(text()).toMatch(words));
const button = (name: string): HTMLButtonElement => {
  const all = [...document.querySelectorAll('button')];
  const found =
    all.find((each) => each.textContent === name) ?? all.find((each) => each.textContent?.includes(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
/** The picture whose pixels are really there. */
const picture = async (alt: RegExp): Promise<HTMLImageElement> => {
  let found: HTMLImageElement | undefined;
  await soon(() => {
    found = [...document.querySelectorAll('img')].find((each) => alt.test(each.alt));
    expect(found?.naturalWidth ?? 0).toBeGreaterThan(0);
  });
  return found!;
};

beforeAll(async () => {
  await contentDatabase.close();
  await deleteDB(CONTENT_DB);
  pages = [
    await drawPicture(hall, 620, 877),
    await drawPicture(hall, 620, 877),
    await drawPicture(hall, 877, 620),
  ];
  inText = await drawPicture(hall, 800, 450);
  const item = attachedItem('accounts', {
    pages,
    inText: [inText],
    text: '收入 3 万元\n\f支出 2 万元\n\f结余',
    fileName: '2014 年收支情况表（含各村）.pdf',
  });
  await show([...(await demoObjects()).filter(({ type }) => type !== 'entry'), item], 1);
  installPorts({
    mayFile: async () => fail({ code: 'not-ready' }),
    prepareSubmission: async () => undefined,
    submit: async () => fail({ code: 'not-ready' }),
    lookUpProgress: async () => fail({ code: 'not-ready' }),
    print: async (job) => {
      printed.push(job);
      return browserPrinter(document).print(job);
    },
    picture: (needed) => pictureNow({ db: contentDatabase, http }, needed),
    inputData: async () => new ArrayBuffer(0),
  });
  document.body.append(root);
  followComfort(document.documentElement);
});
beforeEach(async () => {
  await page.viewport(1080, 1920);
  mode.value = 'screen';
  isCut = false;
  printed = [];
  forget();
  goInstead({ name: 'item', id: ID });
  render(<App />, root);
});
afterEach(() => {
  render(null, root);
  vi.restoreAllMocks();
});

const openFile = async (): Promise<void> => {
  await says('附件');
  button('收支情况表').click();
  await says('第 1 页，共 3 页');
};

describe('an attachment', () => {
  it('is a row with its name, its pages and its size in words, and opens page by page', async () => {
    await says('PDF · 共 3 页 · 约 1.2 兆');
    await openFile();
    expect(screen.value).toEqual({ name: 'item', id: ID, file: 1 });
    const first = await picture(/第 1 页/);
    expect([first.naturalWidth, first.naturalHeight]).toEqual([620, 877]);
    expect(document.querySelector('section[aria-label$="的文字"]')?.textContent).toBe('收入 3 万元');
    expect(button('上一页').disabled).toBe(true);
    button('下一页').click();
    await picture(/第 2 页/);
    button('下一页').click();
    expect((await picture(/第 3 页/)).naturalWidth).toBe(877);
    expect(button('下一页').disabled).toBe(true);
    back();
    await says('全文');
  });

  it('is enlarged by buttons, and what was in the middle stays there', async () => {
    await openFile();
    const image = await picture(/第 1 页/);
    const before = image.getBoundingClientRect().width;
    expect(button('缩小').disabled).toBe(true);
    button('放大').click();
    await soon(() => expect(image.getBoundingClientRect().width).toBeCloseTo(before * 1.5, 0));
    const view = image.closest('section')!;
    expect(view.scrollLeft + view.clientWidth / 2).toBeCloseTo(view.scrollWidth / 2, -1);
    expect(main().scrollWidth).toBe(main().clientWidth);
    for (const _ of [1, 2]) button('放大').click();
    await soon(() => expect(button('放大').disabled).toBe(true));
    for (const _ of [1, 2, 3]) button('缩小').click();
    await soon(() => expect(image.getBoundingClientRect().width).toBeCloseTo(before, 0));
  });

  it('keeps the place of a page that is not here, says what to do, and shows it when it comes', async () => {
    const lost = pages[1]!;
    await contentDatabase.run({
      stores: ['pictures'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('pictures').delete(lost.file),
    });
    isCut = true;
    await openFile();
    button('下一页').click();
    await says(/这一页还没有存到这台机器上，联网后会自己出来。急着看，请到 .+ 问。/);
    const height = main().scrollHeight;
    isCut = false;
    await bringPicture({ db: contentDatabase, http }, { entry: ID, picture: lost });
    await picture(/第 2 页/);
    expect(main().scrollHeight).toBe(height);
  });

  it('looks again by itself when the network is back', async () => {
    const lost = pages[2]!;
    await contentDatabase.run({
      stores: ['pictures'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('pictures').delete(lost.file),
    });
    isCut = true;
    connection.value = 'offline';
    await openFile();
    button('下一页').click();
    button('下一页').click();
    await says('还没有存到这台机器上');
    isCut = false;
    connection.value = 'connected';
    await picture(/第 3 页/);
  });

  it('is printed with all its pixels, this page or all', async () => {
    let drawn: { width: number; complete: boolean }[] = [];
    vi.spyOn(window, 'print').mockImplementation(() => {
      drawn = [...document.querySelectorAll('body > div:last-child img')].map((each) => ({
        width: (each as HTMLImageElement).naturalWidth,
        complete: (each as HTMLImageElement).complete,
      }));
    });
    await openFile();
    await picture(/第 1 页/);
    button('打印').click();
    await soon(() => button('打印全部 3 页'));
    button('打印全部 3 页').click();
    await soon(() => expect(document.querySelector('dialog[open]')?.textContent).toContain('请取纸'));
    expect(drawn).toEqual([620, 620, 877].map((width) => ({ width, complete: true })));
    expect(printed.map(({ size }) => size)).toEqual(['a4']);
    button('知道了').click();
    button('打印').click();
    await soon(() => button('只打第 1 页'));
    button('只打第 1 页').click();
    await soon(() => expect(drawn).toHaveLength(1));
  });

  it('is saved as it is on a phone, where there is network', async () => {
    await page.viewport(390, 844);
    mode.value = 'phone';
    connection.value = 'connected';
    await openFile();
    const link = document.querySelector<HTMLAnchorElement>('a[download]')!;
    expect(link.getAttribute('href')).toBe(`/api/content/file/${pages[0]!.file}`);
    expect(link.download).toBe('2014 年收支情况表（含各村）.pdf');
    connection.value = 'offline';
    await soon(() => expect(document.body.innerText).toContain('没有联网，现在存不了原文件。'));
    connection.value = 'connected';
  });
});

describe('a picture in a text', () => {
  it('stands with its caption, fitted to the width, and is enlarged by a touch', async () => {
    await says('图：大门');
    const image = await picture(/办公楼大门/);
    expect(image.getBoundingClientRect().right).toBeLessThanOrEqual(main().clientWidth);
    const before = image.getBoundingClientRect().width;
    image.closest('button')!.click();
    await soon(() => button('收起'));
    const large = await picture(/办公楼大门/);
    expect(large.getBoundingClientRect().width).toBeGreaterThan(before * 1.2);
    button('收起').click();
    await soon(() =>
      expect(document.querySelector('button[aria-label="放大看：办公楼大门"]')).not.toBeNull(),
    );
  });
});

describe.each([
  [1080, 1920, 'screen', 24],
  [1920, 1080, 'screen', 19],
  [390, 844, 'phone', 15],
] as const)('at %i × %i', (width, height, as, minPx) => {
  it.each([0, 1, 2] as const)('nothing runs out of its place in text size %i', async (textSize) => {
    await page.viewport(width, height);
    mode.value = as;
    makeComfortable({ textSize });
    await says('附件');
    await picture(/办公楼大门/);
    expect(layoutFaults(main(), minPx)).toEqual([]);
    await openFile();
    await picture(/第 1 页/);
    expect(layoutFaults(main(), minPx)).toEqual([]);
    button('放大').click();
    await soon(() => expect(button('缩小').disabled).toBe(false));
    expect(main().scrollWidth).toBe(main().clientWidth);
    expect(layoutFaults(main(), minPx)).toEqual([]);
  });
});
