import { describe, expect, it } from 'vitest';
import type { FileType } from '../../contract/attachment.ts';
import { MAX_FILE_BYTES } from '../../contract/attachment.ts';
import type { FileFault } from '../../contract/file.ts';
import { typeOf } from './file-type.ts';
import { bombDocx, docx, oldFile, pdf, photo, png, textFile, zip } from './test-file.ts';

const OPEN = 'application/vnd.openxmlformats-officedocument.';
const MAIN = `${OPEN}presentationml.presentation.main+xml`;

const accepted: [name: string, make: () => Uint8Array | Promise<Uint8Array>, type: FileType][] = [
  ['a PDF', pdf, 'application/pdf'],
  ['a photograph', () => photo(), 'image/jpeg'],
  ['a PNG', () => png(), 'image/png'],
  ['a Word file', docx, `${OPEN}wordprocessingml.document`],
  ['a table', () => docx({ type: `${OPEN}spreadsheetml.sheet.main+xml` }), `${OPEN}spreadsheetml.sheet`],
  ['slides', () => docx({ type: MAIN }), `${OPEN}presentationml.presentation`],
  // Shown as what it is at its beginning; whatever hangs on it is left behind with the file.
  [
    'a PDF that is an archive too',
    () => Uint8Array.from([...pdf(), ...zip({ 'a.html': '<script>' })]),
    'application/pdf',
  ],
];

const refused: [name: string, make: () => Uint8Array, fault: FileFault][] = [
  ['nothing', () => new Uint8Array(), 'empty'],
  ['more than 30 MB', () => new Uint8Array(MAX_FILE_BYTES + 1), 'too-large'],
  ['.doc', () => oldFile('WordDocument'), 'old-word'],
  ['.xls', () => oldFile('Workbook'), 'old-excel'],
  ['.ppt', () => oldFile('PowerPoint Document'), 'old-slides'],
  ['.msi or .msg', () => oldFile('Something'), 'old-office'],
  ['Office with a password', () => oldFile('EncryptedPackage'), 'locked-office'],
  ['RTF', () => textFile('{\\rtf1 hello}'), 'old-office'],
  [
    'macros, by their type',
    () => docx({ type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'macro',
  ],
  ['macros, by their part', () => docx({ more: { 'word/vbaProject.bin': textFile('x') } }), 'macro'],
  ['a Word file that unpacks without end', bombDocx, 'bomb'],
  ['OFD', () => zip({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '' }), 'ofd'],
  ['ODT', () => zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'open-document'],
  ['an archive', () => zip({ 'a.txt': 'a', 'b.txt': 'b' }), 'archive'],
  ['half an archive', () => docx().slice(0, 400), 'broken'],
  [
    'SVG with a script',
    () =>
      textFile(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ),
    'svg',
  ],
  ['a web page', () => textFile('\uFEFF <!DOCTYPE html><script>alert(1)</script>'), 'program'],
  ['a shell script', () => textFile('#!/bin/sh\nrm -rf /'), 'program'],
  ['a Windows program', () => Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)]), 'program'],
  ['GIF', () => textFile('GIF89a\u0001\u0000\u0001\u0000'), 'other-picture'],
  ['words', () => textFile('就是一段文字，不是文件。'), 'unknown'],
];

describe('a file is what its bytes say', () => {
  it.each(accepted)('%s is taken', async (_name, make, type) => {
    expect(await typeOf(await make())).toEqual({ ok: true, value: type });
  });

  it.each(refused)('%s is refused with what to do', async (_name, make, fault) => {
    expect(await typeOf(make())).toEqual({ ok: false, problem: fault });
  });
});
