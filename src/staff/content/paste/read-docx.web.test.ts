import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentOf, itemFieldsOf } from './draft-of-document.ts';
import { readDocx } from './read-docx.ts';

const NOTICE = new URL('../../../../tests/fixtures/notice.docx', import.meta.url);

const bytesOf = (...bytes: number[]): ArrayBuffer => Uint8Array.from(bytes).buffer;
const notice = async (): Promise<ArrayBuffer> => (await fetch(NOTICE)).arrayBuffer();

describe('a Word file', () => {
  it('becomes headings, lists, tables and paragraphs', async () => {
    const read = await readDocx(await notice());
    if (!read.ok) throw new Error(read.problem);
    const { title, body } = documentOf(read.value.blocks);
    expect(title).toBe('关于2026年耕地地力保护补贴面积的公示');
    expect(body.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'list',
      'heading',
      'table',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(body[3]).toMatchObject({
      ordered: true,
      items: [[{ text: '种地的农户' }], [{ text: '农民专业合作社' }]],
    });
    expect(body[5]).toMatchObject({
      rows: [
        [[{ text: '嘎什根村' }], [{ text: '1200' }]],
        [[{ text: '创业村' }], [{ text: '860' }]],
      ],
    });
    expect(itemFieldsOf({ title, body })).toMatchObject({
      docNo: '嘎政发〔2026〕12号',
      formedOn: '2026-11-20',
      genre: '公示',
    });
  });

  it('that is none is told apart from an old or a locked one', async () => {
    expect(await readDocx(bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual({
      ok: false,
      problem: 'old-format',
    });
    expect(await readDocx(bytesOf(0x25, 0x50, 0x44, 0x46))).toEqual({ ok: false, problem: 'not-docx' });
    expect(await readDocx(bytesOf())).toEqual({ ok: false, problem: 'not-docx' });
    expect(await readDocx(bytesOf(0x50, 0x4b, 0x03, 0x04, 1, 2, 3))).toEqual({
      ok: false,
      problem: 'not-docx',
    });
    expect(await readDocx(new ArrayBuffer(20_000_001))).toEqual({ ok: false, problem: 'too-large' });
  });

  it('that unfolds to more than anybody writes is not unfolded', async () => {
    const zeros = new Uint8Array(120_000_000);
    const bomb = zipSync({ 'word/document.xml': [zeros, { level: 1 }] });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await readDocx(new Uint8Array(bomb).buffer)).toEqual({ ok: false, problem: 'bomb' });
  });

  it('that is cut off is no Word file', async () => {
    const whole = await notice();
    for (const length of [10, 200, whole.byteLength - 30])
      expect(await readDocx(whole.slice(0, length))).toEqual({ ok: false, problem: 'not-docx' });
  });
});
