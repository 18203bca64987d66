import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fitSheet, fitSheets } from './fit-sheet.ts';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const CELLS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const sheet = (head: string, tail = '', cells = CELLS): string =>
  `<?xml version="1.0"?><worksheet ${NS}>${head}${cells}${tail}</worksheet>`;
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const LINES = '<printOptions gridLines="1"/>';
const setup = '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>';
const upright = LINES + setup;
const across = upright.replace('portrait', 'landscape');

describe('a sheet is made to fit the width of its paper', () => {
  it.each([
    ['one that says nothing', sheet(''), sheet(FIT, upright)],
    ['one without cells', sheet('', '', '<sheetData/>'), sheet(FIT, upright, '<sheetData/>')],
    [
      'one with properties of its own',
      sheet('<sheetPr codeName="a"/>'),
      sheet('<sheetPr codeName="a"><pageSetUpPr fitToPage="1"/></sheetPr>', upright),
    ],
    [
      'one that says no',
      sheet('<sheetPr><tabColor rgb="FF00FF00"/><pageSetUpPr fitToPage="0"/></sheetPr>'),
      sheet('<sheetPr><tabColor rgb="FF00FF00"/><pageSetUpPr fitToPage="1"/></sheetPr>', upright),
    ],
    [
      'its paper and its turn stay, its printer and its column breaks go',
      sheet(
        '',
        '<printOptions horizontalCentered="1"/><pageMargins left="1"/><pageSetup paperSize="8" scale="80" orientation="landscape" r:id="rId1"/><headerFooter/><colBreaks count="1"><brk id="3"/></colBreaks><drawing r:id="r2"/>',
      ),
      sheet(
        FIT,
        `${LINES}<pageMargins left="1"/>${across.slice(LINES.length).replace('"9"', '"8"')}<headerFooter/><drawing r:id="r2"/>`,
      ),
    ],
  ])('%s', (_, given, fitted) => expect(fitSheet(given)).toBe(fitted));

  it('a wide table lies across', () => {
    const wide = '<dimension ref="A1:N61"/>';
    expect(fitSheet(sheet(wide))).toBe(sheet(FIT + wide, across));
    const narrow = '<dimension ref="A1:N61"/><cols><col min="1" max="16384" width="5.5"/></cols>';
    expect(fitSheet(sheet(narrow))).toBe(sheet(FIT + narrow, upright));
  });

  it.each([
    ['fitted by its author already', sheet('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')],
    ['with a prefix', `<x:worksheet xmlns:x="a"><x:sheetData/></x:worksheet>`],
    ['no sheet at all', 'nonsense'],
  ])('left as it is: %s', (_, given) => expect(fitSheet(given)).toBe(given));
});

it('only sheets are touched', () => {
  const other = strToU8('<workbook/>');
  const made = unzipSync(
    fitSheets(zipSync({ 'xl/workbook.xml': other, 'xl/worksheets/sheet1.xml': strToU8(sheet('')) })),
  );
  expect(made['xl/workbook.xml']).toEqual(other);
  expect(strFromU8(made['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toBe(sheet(FIT, upright));
});
