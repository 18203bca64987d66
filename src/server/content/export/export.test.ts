import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { Picture } from '../../../contract/attachment.ts';
import { Item } from '../../../contract/item.ts';
import type { PublishedEntry, PublishedObject } from '../../../contract/published.ts';
import type { Block, Inline } from '../../../contract/text.ts';
import { canonical } from '../../../seal/canonical.ts';
import { currentNumber, listAt, objectBodies } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { readFile } from '../import/content-file.ts';
import { demoHall, openTestContent, smallHall } from '../test-content.ts';
import { contentFileOf } from './content-file-text.ts';
import { exportFolder } from './export-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What each object says, without when and as which draft it was published. */
const shown = async (db: Db): Promise<readonly string[]> => {
  const bodies = await objectBodies(db, [...(await listAt(db, await currentNumber(db))).values()]);
  return bodies
    .map((body) => JSON.parse(body) as PublishedObject)
    .map((it) => canonical(it.type === 'entry' ? it.entry : it.type === 'hall' ? it.hall : it.calendar))
    .sort();
};

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|yaml)$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

test('the whole demo hall comes back in a fresh hall as it was', async () => {
  const first = await openTestContent(demoHall());
  const folder = mkdtempSync(join(tmpdir(), 'bianminping-export-'));
  const { count } = await exportFolder(first.deps.store.db, folder);
  const files = filesIn(folder);
  expect(Object.keys(files)).toHaveLength(count);
  expect(Object.keys(files).sort()).toEqual(Object.keys(demoHall()).sort());
  const second = await openTestContent(files);
  expect(await shown(second.deps.store.db)).toEqual(await shown(first.deps.store.db));
  await first.close();
  await second.close();
});

const words = fc.string({
  unit: fc.constantFrom(...'政府 -+#*_[]|<>\\`&1.)~=:{}！'),
  minLength: 1,
  maxLength: 8,
});
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constantFrom('text' as const, 'strong' as const, 'em' as const), text: words }),
  fc.constant({ type: 'break' as const }),
  fc.record({ type: fc.constant('link' as const), to: fc.constant('page/about' as never), text: words }),
);
const PICTURE = v.parse(Picture, { file: 'p'.repeat(43), width: 40, height: 20, bytes: 90 });
const inlines = fc.array(inline, { minLength: 1, maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), content: inlines }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(inlines, { minLength: 1, maxLength: 3 }),
  }),
  fc.record(
    {
      type: fc.constant('image' as const),
      picture: fc.constant(PICTURE),
      alt: words,
      caption: words,
    },
    { requiredKeys: ['type', 'picture', 'alt'] },
  ),
  fc.record({
    type: fc.constant('table' as const),
    head: fc.tuple(inlines, inlines),
    rows: fc.array(fc.tuple(inlines, inlines), { maxLength: 2 }),
  }),
);

test('whatever an editor can save is read back the same, as Markdown or as its tree', async () => {
  const content = await openTestContent(smallHall);
  const { entry } = await content.detail('item/first');
  await content.close();
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (body) => {
      const item = { ...entry, body };
      if (!v.is(Item, item)) return;
      const { path, text } = contentFileOf(published(item));
      const read = readFile(path, text, new Map([[PICTURE.file, { picture: PICTURE }]]));
      expect(read.faults).toEqual([]);
      expect(read.content?.type === 'entry' && canonical(read.content.entry)).toBe(
        canonical(v.parse(Item, item)),
      );
    }),
    { numRuns: 300 },
  );
});

const published = (entry: Item): PublishedObject =>
  ({ v: 1, type: 'entry', entry: v.parse(Item, entry) }) as unknown as PublishedEntry;

test('plain text stays plain Markdown that a person can read', async () => {
  const content = await openTestContent(smallHall);
  const { entry } = await content.detail('item/first');
  const { path, text } = contentFileOf(published(entry as Item));
  expect(path).toBe('item/first.md');
  expect(text).toMatch(/^---\ntitle: 第一件\n/);
  expect(text.endsWith('---\n\n正文。\n')).toBe(true);
  await content.close();
});
