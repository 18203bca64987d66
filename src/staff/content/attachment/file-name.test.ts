import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Attachment } from '../../../contract/attachment.ts';
import { nameOf } from './file-name.ts';

const EMOJI = '👨‍👩‍👧‍👦';

test.each([
  ['收支表.pdf', '收支表.pdf'],
  ['  换\n行\u0000.pdf ', '换 行 .pdf'],
  ['表\u202Efdp.exe', '表 fdp.exe'],
  ['\u2066a\u2069.pdf', 'a .pdf'],
  ['半\uD83D.pdf', '半 .pdf'],
  [`${'长'.repeat(300)}.docx`, `${'长'.repeat(115)}.docx`],
  [`${'a'.repeat(115)}😀.pdf`, `${'a'.repeat(115)}.pdf`],
  [`${'a'.repeat(119)}😀`, 'a'.repeat(119)],
])('%j is attached as %j', (given, kept) => expect(nameOf(given)).toBe(kept));

test('whatever a file is called, its name can be saved', () => {
  for (const name of [
    EMOJI.repeat(40),
    `${'x'.repeat(113)}${EMOJI}.pdf`,
    '../../etc/passwd',
    '<img src=x onerror=ran()>.pdf',
  ]) {
    const file = 'a'.repeat(43);
    expect(v.safeParse(Attachment, { file, name: nameOf(name) }).success, name).toBe(true);
  }
});

test.each(['表\u202Efdp.exe', '半\uD83D.pdf', '换\n行.pdf', ' '])(
  '%j is no name of an attachment',
  (name) => {
    expect(v.safeParse(Attachment, { file: 'a'.repeat(43), name }).success).toBe(false);
  },
);
