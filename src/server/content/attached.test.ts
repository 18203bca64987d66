import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Picture } from '../../contract/attachment.ts';
import type { Item } from '../../contract/item.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import { routes } from '../../contract/routes.ts';
import { digest } from '../../seal/digest.ts';
import { publishDue } from './at-its-time.ts';
import { openTestContent, type TestContent } from './test-content.ts';
import { pictureOf, putTestFile, type TestFile } from './test-file.ts';

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

const ID = 'item/first';
const shown = async (): Promise<PublishedEntry> => {
  const row = await content.deps.store.db
    .selectFrom('snapshot_change')
    .innerJoin('object', 'object.digest', 'snapshot_change.digest')
    .select('body')
    .where('object_id', '=', ID)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.body);
};
const draft = async (change: Partial<Item>): Promise<Item> => ({
  ...((await content.detail(ID)).entry as Item),
  ...change,
});
const attach = ({ file, name }: TestFile) => ({ attachments: [{ file, name }] });
const image = (picture: Picture): Partial<Item> => ({
  body: [{ type: 'image', picture, alt: '大门' }],
});
const publish = () => content.send('reviewer', 'POST', routes.staff.publication, {});
const problemOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const setState = (file: TestFile, state: string) =>
  content.deps.store.db.updateTable('file').set({ state }).where('digest', '=', file.file).execute();
const forgetPages = ({ file }: TestFile) =>
  content.deps.store.db.deleteFrom('file_page').where('file', '=', file).execute();
const fetched = (name: string) => content.get(routes.file(name));

describe('publication', () => {
  test('brings an attachment out with its pages and words', async () => {
    const file = await putTestFile(content.deps, { texts: ['收入', '支出'] });
    await content.approve(await draft({ ...attach(file), ...image(pictureOf(file.pages[0]!)) }));
    expect((await publish()).status).toBe(200);
    expect((await shown()).attachments).toEqual([
      {
        file: file.file,
        name: file.name,
        type: 'application/pdf',
        bytes: file.bytes.length,
        pages: file.pages.map(pictureOf),
        text: '收入\n\f支出',
      },
    ]);
  });

  test.each(['waiting', 'preparing', 'refused'] as const)('refuses one that is %s', async (state) => {
    const file = await putTestFile(content.deps);
    await content.approve(await draft(attach(file)));
    await setState(file, state);
    const before = await shown();
    const refused = await publish();
    expect([refused.status, await problemOf(refused)]).toEqual([409, 'attachment-not-ready']);
    expect(await shown()).toEqual(before);
    expect((await content.detail(ID)).state).toBe('approved');
  });

  test('refuses one of which nothing is known, or whose pages are gone', async () => {
    const unknown = await digest('nothing');
    const file = await putTestFile(content.deps);
    await content.approve(await draft(attach(file)));
    await forgetPages(file);
    expect(await problemOf(await publish())).toBe('attachment-not-ready');
    const entry = await draft({ attachments: [{ file: unknown, name: '没有.pdf' }] });
    await content.send('editor', 'PUT', routes.staff.entry(ID), {
      basedOn: (await content.detail(ID)).revision,
      entry,
    });
    await content.move('editor', ID, 'submit');
    expect(await problemOf(await content.move('reviewer', ID, 'approve', { secrecyChecked: true }))).toBe(
      'attachment-not-ready',
    );
  });

  test('refuses a picture that was not made here, or is of another size', async () => {
    const file = await putTestFile(content.deps);
    const [page] = file.pages;
    for (const wrong of [
      { ...pictureOf(page!), file: file.file },
      { ...pictureOf(page!), width: 10 },
    ]) {
      await content.send('editor', 'PUT', routes.staff.entry(ID), {
        basedOn: (await content.detail(ID)).revision,
        entry: await draft(image(wrong)),
      });
      await content.move('editor', ID, 'submit');
      const refused = await content.move('reviewer', ID, 'approve', { secrecyChecked: true });
      expect(await problemOf(refused)).toBe('picture-missing');
    }
  });

  test('at its time: what is not ready waits for a person, who reads why', async () => {
    const file = await putTestFile(content.deps);
    await content.approve(await draft(attach(file)));
    await content.move('reviewer', ID, 'schedule', { publishAt: '2026-11-24T03:00:00.000Z' });
    await setState(file, 'preparing');
    content.pass(3_600_000);
    expect(await publishDue(content.deps)).toEqual([]);
    const detail = await content.detail(ID);
    expect(detail.state).toBe('approved');
    expect(JSON.stringify(detail)).toContain('收支表.pdf');
  });

  test('a roll back does not show what has lost its pages', async () => {
    const file = await putTestFile(content.deps);
    await content.approve(await draft(attach(file)));
    await publish();
    const { attachments: _, ...without } = (await content.detail(ID)).entry as Item;
    await content.approve(without);
    await publish();
    const back = () => content.send('reviewer', 'POST', routes.staff.rollback, { to: 2, reason: '试验' });
    await forgetPages(file);
    expect(await problemOf(await back())).toBe('attachment-not-ready');
    expect((await shown()).attachments).toBeUndefined();
  });
});

describe('the bytes', () => {
  test('are served while an entry on the screens names them, and no longer', async () => {
    const file = await putTestFile(content.deps, { name: "2014 年'收支'表.pdf" });
    const other = await putTestFile(content.deps, { name: '没有用过.pdf' });
    expect((await fetched(file.file)).status).toBe(404);
    await content.approve(await draft(attach(file)));
    expect((await fetched(file.file)).status).toBe(404);
    await publish();
    const [page] = file.pages;
    const picture = await fetched(page!.file);
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(page!.pixels);
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=600, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    const original = await fetched(file.file);
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(new Uint8Array(file.bytes));
    expect(original.headers.get('content-type')).toBe('application/pdf');
    expect(original.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''2014%20%E5%B9%B4%27%E6%94%B6%E6%94%AF%27%E8%A1%A8.pdf",
    );
    expect((await fetched(other.file)).status).toBe(404);
    expect((await fetched('..%2F..%2Fetc')).status).toBe(404);
    await content.move('reviewer', ID, 'withdraw', { note: '不再有效' });
    expect((await fetched(page!.file)).status).toBe(404);
    expect((await fetched(file.file)).status).toBe(404);
  });

  test('many who ask at once while a publication happens all get them', async () => {
    const file = await putTestFile(content.deps);
    await content.approve(await draft(attach(file)));
    await publish();
    const all = await Promise.all(Array.from({ length: 20 }, () => fetched(file.pages[0]!.file)));
    expect(all.map((each) => each.status)).toEqual(Array.from({ length: 20 }, () => 200));
  });
});
