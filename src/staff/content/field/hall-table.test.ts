import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Hall } from '../../../contract/hall.ts';
import { readFolder } from '../../../server/content/import/read-folder.ts';
import { fileTools } from '../../../server/file/file-tools.ts';
import { changesBetween } from '../difference/change.ts';
import { faultsIn } from '../editor/fault.ts';
import { askedHallSections, hallSections, tidyHall } from './hall-table.ts';
import { type Branch, branchOf, listOf } from './tree.ts';

const folder = fileURLToPath(new URL('../../../server/demo-hall', import.meta.url));
const hall = (await readFolder(folder, fileTools)).files.flatMap((file) =>
  file.content?.type === 'hall' ? [file.content.hall as unknown as Branch] : [],
)[0] as Branch;
const keysOf = (sections: typeof hallSections) =>
  sections.flatMap(({ fields }) => fields.map(({ key }) => key));

test('the table holds all of the hall, and asks for all but what stands once for all', () => {
  expect(Object.keys(hall).filter((key) => !keysOf(hallSections).includes(key))).toEqual([]);
  expect(keysOf(hallSections).filter((key) => !keysOf(askedHallSections).includes(key))).toEqual([
    'code',
    'indexTemplate',
  ]);
});

test('the demo hall has no faults, no differences, and is changed by nothing', () => {
  expect(faultsIn(Hall, hallSections, hall)).toEqual([]);
  expect(tidyHall(hall)).toBe(hall);
  const speaker = { hall: null, titleOf: () => undefined };
  expect(changesBetween(hallSections, hall, structuredClone(hall), speaker)).toEqual([]);
});

test('a new department gets a short name by itself', () => {
  const departments = [...listOf(hall.departments), { name: '应急办公室' }];
  expect(branchOf(listOf(tidyHall({ ...hall, departments }).departments).at(-1)).id).toBe('department-1');
});
