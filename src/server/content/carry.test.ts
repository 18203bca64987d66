import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Digest, type EntryId, entryObjectId } from '../../contract/id.ts';
import type { Item } from '../../contract/item.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import { routes } from '../../contract/routes.ts';
import { digest } from '../../seal/digest.ts';
import type { Preparer } from '../file/preparer.ts';
import { receiveFile } from '../file/receive-file.ts';
import { sweepFiles } from '../file/sweep-files.ts';
import { pdf, photo } from '../file/test-file.ts';
import { fileRecord } from '../store/file.ts';
import { currentNumber, listAt, objectBodies } from '../store/snapshot.ts';
import { exportFolder } from './export/export-folder.ts';
import { faultLine } from './import/file-fault.ts';
import { importFolder } from './import/import-folder.ts';
import {
  itemFile,
  openTestContent,
  people,
  smallHall,
  type TestContent,
  writeFolder,
} from './test-content.ts';

vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;

type Files = Readonly<Record<string, string | Uint8Array>>;
const filesIn = (folder: string): Record<string, string | Uint8Array> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('.'))
      .map((path) => [
        path,
        /\.(?:md|yaml)$/.test(path)
          ? readFileSync(join(folder, path), 'utf8')
          : new Uint8Array(readFileSync(join(folder, path))),
      ]),
  );
const PDF = pdf({ pages: ['Income', 'Spending'] });

describe('a hall with an attachment and a picture in a text', () => {
  let first: TestContent;
  let second: TestContent;
  let folder: string;
  let picture: string;

  const give = async (bytes: Uint8Array): Promise<Digest> => {
    const given = await receiveFile(first.deps, people.editor, bytes);
    if (!given.ok) throw new Error(given.problem.code);
    return given.value.file;
  };

  beforeEach(async () => {
    first = await openTestContent();
    second = await openTestContent({ ...smallHall, 'item/first.md': itemFile('第一件', '2025-03-02') });
    const [attached, original] = [await give(PDF), await give(await photo())];
    await (first.deps.files as Preparer).rest();
    const drawn = await (await first.get(`${routes.staff.files}/${original}`, 'editor')).json();
    picture = drawn.pages[0].file;
    const { entry } = await first.detail('item/first');
    await first.approve({
      ...(entry as Item),
      attachments: [{ file: attached, name: '2014 年收支表.pdf' }],
      body: [
        { type: 'paragraph', content: [{ type: 'text', text: '见图。' }] },
        { type: 'image', picture: drawn.pages[0], alt: '公示栏 [一]', caption: '"村务"公示 & 墙' },
        { type: 'image', picture: drawn.pages[0], alt: '公示栏' },
      ],
    });
    const published = await first.send('reviewer', 'POST', routes.staff.publication, {});
    expect(published.status).toBe(200);
    folder = mkdtempSync(join(tmpdir(), 'bianminping-carry-'));
    expect(await exportFolder(first.deps.store.db, folder)).toMatchObject({ carried: 2 });
  });
  afterEach(async () => {
    await first.close();
    await second.close();
  });

  test('comes out of the desk as a zip of the very same files', async () => {
    const answer = await first.get(routes.staff.exportZip, 'editor');
    const zip = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const inside = Object.fromEntries(
      Object.entries(zip).map(([path, bytes]) => [
        path,
        /\.(?:md|yaml)$/.test(path) ? new TextDecoder().decode(bytes) : bytes,
      ]),
    );
    expect(inside).toEqual(filesIn(folder));
  });

  const shown = async ({ deps: { store } }: TestContent): Promise<PublishedEntry> => {
    const list = await listAt(store.db, await currentNumber(store.db));
    const [body] = await objectBodies(store.db, [list.get(entryObjectId('item/first' as EntryId)) as Digest]);
    return JSON.parse(body as string) as PublishedEntry;
  };
  const take = async (files: Files) => {
    const result = await importFolder(second.importing, writeFolder(files));
    return result.ok ? [] : result.problem.map(faultLine);
  };

  test('is in a fresh hall what it was, prepared and published', async () => {
    const files = filesIn(folder);
    expect(Object.keys(files).filter((path) => /^(file|picture)\//.test(path))).toEqual([
      `file/${await digest(PDF)}.pdf`,
      `picture/${picture}.webp`,
    ]);
    expect(files['item/first.md']).toContain(`![公示栏](picture/${picture}.webp)`);

    expect(await take(files)).toEqual([]);
    const [before, after] = [await shown(first), await shown(second)];
    expect(after.entry).toEqual(before.entry);
    expect(after.attachments).toEqual(before.attachments);
    expect(after.attachments?.[0]).toMatchObject({
      pages: [{}, {}],
      text: expect.stringContaining('Spending'),
    });
    for (const named of [await digest(PDF), picture]) {
      const given = await second.get(routes.file(named));
      expect(given.status).toBe(200);
      expect(await digest(new Uint8Array(await given.arrayBuffer()))).toBe(named);
    }
    // Exported anew it is the same folder.
    const again = mkdtempSync(join(tmpdir(), 'bianminping-carry-'));
    await exportFolder(second.deps.store.db, again);
    expect(filesIn(again)).toEqual(files);
    expect(await take(files)).toEqual([]);
  });

  test('a picture that is an attachment too is both', async () => {
    const files = filesIn(folder);
    const webp = files[`picture/${picture}.webp`] as Uint8Array;
    const text = (files['item/first.md'] as string).replace(
      'attachments:\n',
      `attachments:\n  - file: ${picture}\n    name: 图.webp\n`,
    );
    expect(await take({ ...files, 'item/first.md': text, [`file/${picture}.webp`]: webp })).toEqual([]);
    expect((await shown(second)).attachments?.map(({ name }) => name)).toEqual([
      '图.webp',
      '2014 年收支表.pdf',
    ]);
  });

  test('what is missing, changed or none of ours is named with its place, and nothing is taken', async () => {
    const {
      [`file/${await digest(PDF)}.pdf`]: _pdf,
      [`picture/${picture}.webp`]: webp,
      ...texts
    } = filesIn(folder);
    const at = (words: string): number =>
      (texts['item/first.md'] as string).split('\n').findIndex((line) => line.includes(words)) + 1;
    const broken = (webp as Uint8Array).slice(0, -40);
    const holding = new Uint8Array(
      await sharp(await photo())
        .withExif({ IFD0: { Copyright: 'me' } })
        .webp()
        .toBuffer(),
    );
    const found = await take({
      ...texts,
      [`picture/${picture}.webp`]: broken,
      [`picture/${await digest(broken)}.webp`]: broken,
      [`picture/${await digest(holding)}.webp`]: holding,
      [`picture/${await digest(PDF)}.webp`]: PDF,
      [`file/${await digest(PDF)}.docx`]: PDF,
      'file/表.pdf': PDF,
      'page/about.md': `${smallHall['page/about.md']}\n![图](http://example.com/a.png)\n\n字![图](picture/${picture}.webp)\n`,
    });
    const lines = [
      [`picture/${picture}.webp 第 1 行：内容和文件名对不上`],
      [`picture/${await digest(broken)}.webp 第 1 行：这不是屏幕用的图片`],
      [`picture/${await digest(holding)}.webp 第 1 行：这张图里还藏着`],
      [`picture/${await digest(PDF)}.webp 第 1 行：这不是屏幕用的图片`],
      [`file/${await digest(PDF)}.docx 第 1 行：它的内容是 .pdf`],
      ['file/表.pdf 第 1 行：这里只放导出时写下的文件'],
      [`item/first.md 第 ${at('公示栏](')} 行：没有可用的 picture/${picture}.webp`],
      ['page/about.md 第 11 行：图片只能是 picture 文件夹里的'],
      ['page/about.md 第 13 行：图片要单独成一段'],
    ].flat();
    for (const line of lines) expect(found.join('\n')).toContain(line);
    expect(await currentNumber(second.deps.store.db)).toBe(1);

    const noFile = await take({ ...texts, [`picture/${picture}.webp`]: webp as Uint8Array });
    expect(noFile).toEqual([
      expect.stringContaining(
        `item/first.md 第 ${at(await digest(PDF))} 行：附件“2014 年收支表.pdf”的文件不在`,
      ),
    ]);
    expect(await fileRecord(second.deps.store.db, await digest(PDF))).toBeUndefined();
  });

  test('what a refused import has prepared is swept after its time, unless an import has come for it', async () => {
    const bad = new Uint8Array(Buffer.from('%PDF-1.7\nno pages at all'));
    const files = filesIn(folder);
    const wrong = await digest(bad);
    const [, attachment] = /( {2}- file: .*\n.*\n)/.exec(files['item/first.md'] as string) ?? [];
    const both = (files['item/first.md'] as string).replace(
      attachment ?? 'no attachment',
      `${attachment}${attachment?.replace(await digest(PDF), wrong)}`,
    );
    const half = { ...files, 'item/first.md': both, [`file/${wrong}.pdf`]: bad };
    expect(await take(half)).toHaveLength(1);
    const { db } = second.deps.store;
    const kept = async () => (await db.selectFrom('file').select('digest').execute()).length;
    expect(await kept()).toBeGreaterThan(0);
    second.pass(29 * DAY_MS);
    expect(await take(half)).toHaveLength(1);
    second.pass(2 * DAY_MS);
    // Tried again meanwhile, it has its whole time again.
    expect(await sweepFiles(second.deps)).toBe(0);
    second.pass(29 * DAY_MS);
    expect(await sweepFiles(second.deps)).toBeGreaterThan(0);
    expect(await kept()).toBe(0);
    expect(await take(files)).toEqual([]);
    second.pass(90 * DAY_MS);
    expect(await sweepFiles(second.deps)).toBe(0);
  });

  test('an attachment that cannot be prepared is told in words', async () => {
    const bad = new Uint8Array(Buffer.from('%PDF-1.7\nno pages at all'));
    const [right, wrong] = [await digest(PDF), await digest(bad)];
    const { [`file/${right}.pdf`]: _pdf, ...files } = filesIn(folder);
    const text = (files['item/first.md'] as string).replaceAll(right, wrong);
    expect(await take({ ...files, 'item/first.md': text, [`file/${wrong}.pdf`]: bad })).toEqual([
      expect.stringContaining(`file/${wrong}.pdf 第 1 行：文件坏了，打不开。`),
    ]);
    expect(await currentNumber(second.deps.store.db)).toBe(1);
  });
});
