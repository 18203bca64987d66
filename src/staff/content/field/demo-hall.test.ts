import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../contract/entry.ts';
import { entryKinds } from '../../../contract/entry-name.ts';
import type { Block } from '../../../contract/text.ts';
import { readFolder } from '../../../server/content/import/read-folder.ts';
import { fileTools } from '../../../server/file/file-tools.ts';
import { changesBetween } from '../difference/change.ts';
import { draftFaults } from '../editor/fault.ts';
import { typedText, typedValue } from '../editor/typed-field.tsx';
import { blocksOf, docOf } from '../rich/doc.ts';
import { branchOfEntry } from '../writing.ts';
import { fieldsIn } from './in-words.ts';
import { sectionsOf } from './section-of.ts';
import type { Field } from './spec.ts';
import { tidied } from './tidy.ts';
import { type Branch, branchOf, isBranch, listOf, type Tree, textOf } from './tree.ts';

/** The editor's table against every entry of the demo hall: nothing is left out, and nothing changes by being shown and typed back. */

const folder = fileURLToPath(new URL('../../../server/demo-hall', import.meta.url));
const entries: readonly Entry[] = (await readFolder(folder, fileTools)).files.flatMap((file) =>
  file.content?.type === 'entry' ? [file.content.entry] : [],
);

/** Every field of the table, as if somebody had looked at it and typed just what stood there. */
const retyped = (fields: readonly Field[], branch: Branch): Branch => {
  const known = new Map(fields.map((field) => [field.key, field]));
  return Object.fromEntries(
    Object.entries(branch).map(([key, value]) => {
      const field = known.get(key);
      return [key, field === undefined ? value : retypedValue(field, value)];
    }),
  );
};

const retypedValue = (field: Field, value: Tree): Tree => {
  switch (field.as) {
    case 'line':
    case 'prose':
    case 'number':
    case 'day':
    case 'words':
      return typedValue(field, typedText(field, value)) ?? '（没有了）';
    case 'lines':
      return listOf(value).map((line) => typedValue({ as: 'line' }, textOf(line)) ?? '');
    case 'blocks':
      return blocksOf(docOf(value as unknown as readonly Block[])) as unknown as Tree;
    case 'rows':
      return listOf(value).map((row) => retyped(field.fields, branchOf(row)));
    case 'group':
    case 'variant':
      return retyped(fieldsIn(field, value), branchOf(value));
    case 'duration':
      return { ...branchOf(value), n: typedValue({ as: 'number' }, textOf(branchOf(value).n)) ?? '' };
    default:
      return value;
  }
};

/** Paths of everything in an entry that the table does not know. */
const unknownIn = (fields: readonly Field[], branch: Branch, own: readonly string[]): readonly string[] =>
  Object.entries(branch).flatMap(([key, value]) => {
    if (own.includes(key)) return [];
    const field = fields.find((each) => each.key === key);
    if (field === undefined) return [key];
    const inside = fieldsIn(field, value);
    if (field.as === 'rows')
      return listOf(value).flatMap((row) =>
        unknownIn(inside, branchOf(row), []).map((each) => `${key}.${each}`),
      );
    if (field.as !== 'group' && field.as !== 'variant') return [];
    return isBranch(value)
      ? unknownIn(inside, value, field.as === 'variant' ? [field.on] : []).map((each) => `${key}.${each}`)
      : [];
  });

const fieldsOf = (kind: Entry['kind']): readonly Field[] =>
  sectionsOf[kind].flatMap((section): readonly Field[] => section.fields);

describe('the table of fields holds the whole demo hall', () => {
  test('it was really read', () => {
    expect(entries.filter((entry) => entry.kind === 'guide').length).toBeGreaterThanOrEqual(30);
    for (const kind of entryKinds) expect(entries.some((entry) => entry.kind === kind)).toBe(true);
  });

  test('no element of any entry is hidden from editor and difference', () => {
    const unknown = entries.flatMap((entry) =>
      unknownIn(fieldsOf(entry.kind), branchOfEntry(entry), ['kind', 'id']).map(
        (path) => `${entry.id} ${path}`,
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('entry → fields → entry is the same entry', () => {
    for (const entry of entries)
      expect(retyped(fieldsOf(entry.kind), branchOfEntry(entry)), entry.id).toEqual(entry);
  });

  test('what the desk does by itself changes no entry that is whole', () => {
    for (const entry of entries) {
      const branch = branchOfEntry(entry);
      expect(tidied(entry.kind, branch), entry.id).toBe(branch);
    }
  });

  test('an untouched entry has no faults and no differences', () => {
    for (const entry of entries) {
      const branch = branchOfEntry(entry);
      expect(draftFaults(entry.kind, branch), entry.id).toEqual([]);
      const copy = structuredClone(branch) as Branch;
      const speaker = { hall: null, titleOf: () => undefined };
      expect(changesBetween(sectionsOf[entry.kind], branch, copy, speaker), entry.id).toEqual([]);
    }
  });
});
