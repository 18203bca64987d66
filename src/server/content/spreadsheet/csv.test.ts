import { expect, it } from 'vitest';
import { readCsv } from './csv.ts';

const rows = (text: string) => {
  const read = readCsv(new TextEncoder().encode(text));
  return read.ok ? read.value[0]?.rows : read.problem;
};

it('reads quoted cells, and loses nothing after a stray quotation mark', () => {
  expect(rows('名称,文号\n"甲,""乙""",1\r\n丙,\n')).toEqual([
    ['名称', '文号'],
    ['甲,"乙"', '1'],
    ['丙', ''],
  ]);
  expect(rows('名称,文号\n"甲"乙,1\n丙,2')).toEqual([
    ['名称', '文号'],
    ['"甲"乙', '1'],
    ['丙', '2'],
  ]);
});
