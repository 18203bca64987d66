import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileDetail, UNUSED_FILE_DAYS } from '../../contract/file.ts';
import type { Item } from '../../contract/item.ts';
import { routes } from '../../contract/routes.ts';
import { openTestContent, type TestContent } from '../content/test-content.ts';
import type { Preparer } from './preparer.ts';
import { sweepFiles } from './sweep-files.ts';
import { hugePng, pdf, png } from './test-file.ts';

const DAY_MS = 86_400_000;
const ID = 'item/first';

let hall: TestContent;
beforeEach(async () => {
  hall = await openTestContent();
});
afterEach(() => hall.close());

const give = async (bytes: Uint8Array): Promise<FileDetail> => {
  const answer = await hall.app.request(routes.staff.files, {
    method: 'POST',
    headers: { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' },
    body: Buffer.from(bytes),
  });
  const { file } = v.parse(FileDetail, await answer.json());
  await (hall.deps.files as Preparer).rest();
  return v.parse(FileDetail, await (await hall.get(routes.staff.file(file), 'editor')).json());
};
const later = (days = UNUSED_FILE_DAYS + 1): void => hall.pass(days * DAY_MS);
const files = async (): Promise<string[]> =>
  (await hall.deps.store.db.selectFrom('file').select('digest').execute()).map(({ digest }) => digest);
const countBytes = async (): Promise<number> =>
  (await hall.deps.store.db.selectFrom('file_bytes').select('digest').execute()).length;
const save = async (change: Partial<Item>): Promise<void> => {
  const { entry, revision } = await hall.detail(ID);
  const { attachments: _, ...rest } = entry as Item;
  const body = { basedOn: revision, entry: { ...rest, ...change } };
  expect((await hall.send('editor', 'PUT', routes.staff.entry(ID), body)).status).toBe(200);
};
const attached = (file: FileDetail) => ({ attachments: [{ file: file.file, name: '表.pdf' }] });

it('what nothing names goes after its time, with its pages and bytes, and the audit says so', async () => {
  const { file } = await give(pdf({ pages: ['One', 'Two'] }));
  await give(hugePng());
  expect(await countBytes()).toBe(4);
  later(UNUSED_FILE_DAYS - 1);
  expect(await sweepFiles(hall.deps)).toBe(0);
  later(2);
  expect(await sweepFiles(hall.deps)).toBe(2);
  expect([await files(), await countBytes()]).toEqual([[], 0]);
  const rows = await hall.deps.store.db
    .selectFrom('audit')
    .selectAll()
    .where('act', '=', 'file.sweep')
    .execute();
  expect(rows.map(({ actor }) => actor)).toEqual(['system', 'system']);
  expect(rows.map(({ object }) => object)).toContain(`file/${file}`);
  // It can be given anew.
  expect(await give(pdf({ pages: ['One', 'Two'] }))).toMatchObject({ file, state: 'ready' });
});

it('what a draft of any revision names stays', async () => {
  const file = await give(pdf());
  await save(attached(file));
  await save({});
  later();
  expect(await sweepFiles(hall.deps)).toBe(0);
  expect(await files()).toEqual([file.file]);
});

it('a picture in a text stays, and so does what somebody only typed', async () => {
  const [picture, typed] = [await give(await png()), await give(pdf())];
  const [page] = picture.pages;
  if (page === undefined) throw new Error('no page');
  const image = { type: 'image' as const, picture: page, alt: '图', caption: '' };
  const { entry } = await hall.detail(ID);
  const body = {
    text: { ...entry, ...attached(typed), body: [image] },
    ...{ basedOn: 1, after: 0, hand: 'hand0000' },
  };
  expect((await hall.send('editor', 'PUT', routes.staff.writing(ID), body)).status).toBe(200);
  later();
  expect(await sweepFiles(hall.deps)).toBe(0);
  expect((await files()).sort()).toEqual([picture.file, typed.file].sort());
});

it('what is shown, or was and can be shown again, stays', async () => {
  const file = await give(pdf());
  const { entry } = await hall.detail(ID);
  await hall.approve({ ...(entry as Item), ...attached(file) });
  await hall.send('reviewer', 'POST', routes.staff.publication, {});
  await hall.deps.store.db.deleteFrom('draft').where('body', 'like', `%${file.file}%`).execute();
  later();
  expect(await sweepFiles(hall.deps)).toBe(0);
});

it('given again, it has its whole time again', async () => {
  await give(pdf());
  later();
  const { file } = await give(pdf());
  expect(await sweepFiles(hall.deps)).toBe(0);
  expect(await files()).toEqual([file]);
});

it('one that has waited for long is not taken from under its preparation', async () => {
  await give(pdf());
  await hall.deps.store.db.updateTable('file').set({ state: 'waiting' }).execute();
  later();
  expect(await sweepFiles(hall.deps)).toBe(0);
});

it('bytes that another file shares stay', async () => {
  const one = await give(pdf({ pages: ['same'] }));
  const two = await give(pdf({ pages: ['same'], catalogue: '/Lang (zh)' }));
  expect(two.pages[0]?.file).toBe(one.pages[0]?.file);
  await save(attached(two));
  later();
  expect(await sweepFiles(hall.deps)).toBe(1);
  expect(await files()).toEqual([two.file]);
  const bytes = await hall.get(routes.staff.fileBytes(one.pages[0]?.file ?? ''), 'editor');
  expect(bytes.status).toBe(200);
});
