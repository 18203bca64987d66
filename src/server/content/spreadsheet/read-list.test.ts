import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { Hall } from '../../../contract/hall.ts';
import { demoSettings, inlineCell, rawSpreadsheet, sheetXml, spreadsheet } from './test-spreadsheet.ts';
import { type ReadFault, type ReadList, readInWorker } from './worker-call.ts';

vi.setConfig({ testTimeout: 60_000 });

const hall: Hall = demoSettings;
const read = (bytes: Uint8Array, fileName = '目录.xlsx', kind: 'item' | 'guide' = 'item') =>
  readInWorker({ job: 'read', bytes, fileName, kind, hall, fallback: { department: '', category: '' } });

const listOf = async (...asked: Parameters<typeof read>): Promise<ReadList> => {
  const result = await read(...asked);
  if (!result.ok) throw new Error(String(result.problem));
  return result.value;
};
const faultOf = async (...asked: Parameters<typeof read>): Promise<ReadFault> => {
  const result = await read(...asked);
  if (result.ok) throw new Error('it was read');
  return result.problem;
};

const DEPARTMENT = hall.departments[0]?.name ?? '';
const CATEGORY = hall.categories[0]?.label ?? '';

describe('a list is found', () => {
  it('below merged titles, with columns in any order and under other names', async () => {
    const { head, rows } = await listOf(
      await spreadsheet([
        ['嘎什根乡政府信息公开目录'],
        ['填报单位：党政办', '', '', '', '2014年'],
        [],
        ['序号', '发文字号', '标题', '生成日期', '责任科室', '栏目', '页数'],
        ['1', '嘎政发〔２０１４〕3号', ' 关于春耕的\n通知 ', '2014年1月24日', DEPARTMENT, CATEGORY, '3'],
        ['示例', '', '不算', '2014-1-1', DEPARTMENT, CATEGORY],
        ['2', '', '关于防汛的公告', { text: '2014-03-01', isDay: true }, '没有的科室', CATEGORY],
        [],
        ['序号', '发文字号', '标题', '生成日期', '责任科室', '栏目', '页数'],
        ['3', '', '', '2014-1-2', DEPARTMENT, CATEGORY],
      ]),
    );
    expect(head.headerRow).toBe(4);
    expect(head.unread).toEqual(['页数']);
    expect(rows.map(({ n }) => n)).toEqual([5, 7, 10]);
    expect(rows[0]?.fields).toMatchObject({
      docNo: '嘎政发〔2014〕3号',
      title: '关于春耕的通知',
      formedOn: '2014-01-24',
      department: hall.departments[0]?.id,
      category: hall.categories[0]?.id,
    });
    expect(rows[0]?.name).toBe('2014-chun-geng');
    expect(rows[1]?.fields.formedOn).toBe('2014-03-01');
    expect(rows[1]?.faults).toMatchObject([{ column: '本乡科室', stands: '没有的科室' }]);
    expect(rows[2]?.faults).toMatchObject([{ column: '信息名称' }]);
  });

  it('not where its columns are missing: they are named', async () => {
    expect(
      await faultOf(
        await spreadsheet([
          ['标题', '文号'],
          ['春耕', '1'],
        ]),
      ),
    ).toEqual(['成文日期', '本乡科室', '信息分类']);
  });

  it('not where it is the other list, or has no rows', async () => {
    const guides = await spreadsheet([
      ['事项名称', '受理条件', '承诺时限'],
      ['低保', '本乡户籍', '5天'],
    ]);
    expect(await faultOf(guides)).toBe('other-list');
    expect(await faultOf(await spreadsheet([['标题', '成文日期', '科室', '分类']]))).toBe('no-rows');
  });

  it('in a text of commas too, in either encoding', async () => {
    const text = `标题,成文日期,科室,分类\r\n"关于""春耕""的通知",2014-1-24,${DEPARTMENT},${CATEGORY}\r\n`;
    const { rows } = await listOf(strToU8(text), '目录.csv');
    expect(rows[0]?.fields.title).toBe('关于"春耕"的通知');
    // GB 18030 of 标题,文号.
    expect(
      await faultOf(Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xce, 0xc4, 0xba, 0xc5), '目录.csv'),
    ).toEqual(['成文日期', '本乡科室', '信息分类']);
  });
});

describe('a hostile file is a sentence', () => {
  const tail = '</worksheet>';
  const many = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<row r="${at + 1}"/>`).join('');
  const cases: [string, string, () => Uint8Array | Promise<Uint8Array>, string?][] = [
    ['nothing', 'empty', () => new Uint8Array()],
    ['no spreadsheet', 'not-xlsx', () => strToU8('标题,文号')],
    ['a picture', 'not-xlsx', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)],
    [
      'an old or an encrypted one',
      'old-format',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    ],
    ['another zip', 'not-xlsx', () => zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['half a zip', 'broken', async () => (await spreadsheet([['标题']])).slice(0, 900)],
    ['one with macros', 'macros', () => rawSpreadsheet(sheetXml(''), { 'xl/vbaProject.bin': 'x' })],
    [
      'a bomb',
      'bomb',
      () =>
        zipSync({
          'xl/workbook.xml': strToU8('<a/>'),
          'xl/worksheets/sheet1.xml': new Uint8Array(130_000_000),
        }),
    ],
    [
      'a laugh a billion times',
      'entities',
      () => rawSpreadsheet(sheetXml('', '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>')),
    ],
    [
      'broken XML',
      'broken',
      () => rawSpreadsheet(`${sheetXml('<row r="1"><c r="A1"').replace(tail, '')}<<<`),
    ],
    ['too many rows', 'too-many-rows', () => rawSpreadsheet(sheetXml(many(20_100)))],
    [
      'one row at the very end',
      'too-many-rows',
      () => rawSpreadsheet(sheetXml(`<row r="1048576">${inlineCell('A1048576', '标题')}</row>`)),
    ],
    [
      'too many columns',
      'too-many-columns',
      () => rawSpreadsheet(sheetXml(`<row r="1">${inlineCell('XFD1', '标题')}</row>`)),
    ],
    ['more than 20 MB', 'too-large', () => new Uint8Array(20_000_001)],
  ];
  it.each(cases)('%s: %s', async (_, fault, make) => {
    expect(await faultOf(await make())).toBe(fault);
  });

  it('one that lies about its size is not unfolded past it', async () => {
    const bytes = zipSync({
      'xl/workbook.xml': strToU8('<a/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size in the central directory, and in the header of the part.
    for (let at = 0; at < bytes.length - 30; at += 1)
      if (view.getUint32(at, true) === 60_000_000) view.setUint32(at, 10, true);
    expect(['broken', 'bomb', ['信息名称', '成文日期', '本乡科室', '信息分类']]).toContainEqual(
      await faultOf(bytes),
    );
  });

  it('a formula counts for what it came to', async () => {
    const cells = ['标题', '成文日期', '科室', '分类']
      .map((text, at) => inlineCell(`${'ABCD'[at]}1`, text))
      .join('');
    const row = `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil")</f><v>春耕通知</v></c>${inlineCell('B2', '2014-1-24')}${inlineCell('C2', DEPARTMENT)}${inlineCell('D2', CATEGORY)}</row>`;
    const { rows } = await listOf(rawSpreadsheet(sheetXml(`<row r="1">${cells}</row>${row}`)));
    expect(rows[0]?.fields.title).toBe('春耕通知');
  });
});
