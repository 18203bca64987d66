import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/contract/text.ts';
import { readFile } from '../../src/server/content/import/content-file.ts';
import { readFolder } from '../../src/server/content/import/read-folder.ts';
import { fileTools } from '../../src/server/file/file-tools.ts';
import { type ContentFile, contentFiles, guideFiles, itemFile, writeFiles } from './data.ts';

const SMALL = { items: 40, guides: 10 };
const hashOf = (files: Iterable<ContentFile>): string => {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('base64url');
};

const itemOf = ({ path, text }: ContentFile) => {
  const { content, faults } = readFile(path, text);
  expect(faults).toEqual([]);
  if (content?.type !== 'entry' || content.entry.kind !== 'item') throw new Error(`${path} is no item`);
  return content.entry;
};

describe('the data of the benchmarks', () => {
  test('is the same bytes for the same seed, and others for another', () => {
    expect(hashOf(contentFiles(SMALL, 1))).toBe(hashOf(contentFiles(SMALL, 1)));
    expect(hashOf(contentFiles(SMALL, 1))).not.toBe(hashOf(contentFiles(SMALL, 2)));
  });

  test('stays as it was when figures were first taken', () => {
    // It changes with the lists of the contract too (genres, topics): then take the new one, and new figures.
    expect(hashOf(contentFiles(SMALL))).toBe('QO8Ob7ZoGKWSCYA8LhLNarIXKblgB8V_Z9iE972v-so');
  });

  test('an entry does not depend on how many there are', () => {
    const [few, many] = [
      [...contentFiles({ items: 3, guides: 0 })],
      [...contentFiles({ items: 9, guides: 0 })],
    ];
    expect(many.slice(0, 3)).toEqual(few);
  });

  test('is a folder that the import takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-data-'));
    try {
      writeFiles(folder, contentFiles(SMALL));
      const { files, faults } = await readFolder(folder, fileTools);
      expect(faults).toEqual([]);
      expect(files).toHaveLength(SMALL.items + 2 * SMALL.guides);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('has titles of about 20 characters, bodies of about 800, guides of 3 to 5 kB', () => {
    const items = Array.from({ length: 200 }, (_, at) => itemOf(itemFile(at * 50)));
    const mean = (lengths: number[]) => lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
    expect(mean(items.map(({ title }) => title.length))).toBeCloseTo(20, -1);
    const body = mean(items.map((item) => plainText(item.body).length));
    expect(body).toBeGreaterThan(720);
    expect(body).toBeLessThan(880);
    for (let at = 0; at < 50; at += 1) {
      const bytes = Buffer.byteLength(guideFiles(at)[0]?.text ?? '');
      expect(bytes).toBeGreaterThan(2_700);
      expect(bytes).toBeLessThan(5_300);
    }
  });

  test('a later version of an item is an edit: another title, one paragraph', () => {
    for (const at of [0, 1, 77]) {
      const [before, after] = [itemOf(itemFile(at)), itemOf(itemFile(at, 1))];
      expect(after.title).toBe(`${before.title}（第1次修订）`);
      const same = after.body.filter((block) =>
        before.body.some((old) => plainText([old]) === plainText([block])),
      );
      expect(same.length).toBeGreaterThanOrEqual(before.body.length - 2);
      expect(same.length).toBeLessThan(before.body.length);
    }
  });
});
