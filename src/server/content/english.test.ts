import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryRow } from '../../contract/desk.ts';
import type { EnglishTexts } from '../../contract/english-texts.ts';
import type { Entry } from '../../contract/entry.ts';
import type { EntryId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import { addEnglish } from '../store/english-column.ts';
import { hallSettings, saveHallChange } from './hall-change.ts';
import { openTestContent, people, type TestContent } from './test-content.ts';

/** English is saved as what it is: of this Chinese text, or of an earlier one. */

let content: TestContent;
const id = 'page/about' as EntryId;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

const save = async (change: { readonly [K in keyof Entry]?: unknown }): Promise<Entry> => {
  const { entry, revision } = await content.detail(id);
  const body = { basedOn: revision, entry: { ...entry, ...change } };
  expect((await content.send('editor', 'PUT', routes.staff.entry(id), body)).status).toBe(200);
  return (await content.detail(id)).entry;
};
const inList = async (): Promise<EntryRow['english'] | undefined> => {
  const rows = (await (await content.get(routes.staff.entries, 'editor')).json()) as EntryRow[];
  return rows.find((row) => row.id === id)?.english;
};

test('a save keeps English with its Chinese, and lists say where it is stale', async () => {
  expect(await inList()).toBeNull();
  await save({ en: { 关于: 'About', 没有的话: 'Gone' } });
  expect((await content.detail(id)).entry.en).toEqual({ 关于: 'About' });
  expect(await inList()).toBe('there');
  const { en } = await save({ title: '关于大厅' });
  expect(en).toEqual({ 关于大厅: { text: 'About', was: '关于', on: expect.any(String) } });
  expect(await inList()).toBe('stale');
});

test('the settings of the hall too, and what it says everywhere stays', async () => {
  const { db } = content.deps.store;
  const change = async (part: object, en?: EnglishTexts): Promise<EnglishTexts | undefined> => {
    const now = await hallSettings(db);
    if (!now.ok) throw new Error('no hall');
    const { hall, digest, waiting } = now.value;
    const before = waiting?.hall ?? hall;
    const next = { ...before, ...part, ...(en && { en }) };
    const saved = await saveHallChange(content.deps, people.editor, { basedOn: digest, hall: next });
    expect(saved.ok).toBe(true);
    const after = await hallSettings(db);
    return after.ok ? after.value.waiting?.hall.en : undefined;
  };
  await change({}, { '1 号窗口': 'Counter 1', 受理: 'Accepted' });
  expect(await change({ helpAt: '2 号窗口' })).toEqual({
    受理: 'Accepted',
    '2 号窗口': { text: 'Counter 1', was: '1 号窗口', on: expect.any(String) },
  });
});

test('entries of before the column are looked through once', async () => {
  await save({ en: { 关于: 'About' } });
  const { db } = content.deps.store;
  await db.schema.alterTable('entry').dropColumn('english').execute();
  await addEnglish(db as never);
  expect(await inList()).toBe('there');
});
