import { describe, expect, test } from 'vitest';
import { day } from './day-schema.ts';
import type { Entry } from './entry.ts';
import { findingsIn, maskedAt } from './finding.ts';
import type { EntryId } from './id.ts';
import { maskIn, spotsIn } from './personal-data.ts';

const today = day('2026-11-24');
const item = (part: object = {}): Entry =>
  ({
    kind: 'item',
    id: 'item/one',
    title: '一件',
    publisher: '乡政府',
    department: 'dangzheng',
    category: 'work',
    genre: '其他',
    formedOn: '2026-11-20',
    summary: '概述。',
    figures: [],
    body: [],
    disclosureWay: '主动公开',
    scope: '全社会',
    validity: '有效',
    personalData: '无',
    keywords: [],
    sample: false,
    ...part,
  }) as unknown as Entry;
const scan = (entry: Entry, shown: readonly string[] = []) =>
  findingsIn(entry, { today, isShown: (id: EntryId) => shown.includes(id), titleOf: (id) => `“${id}”` });
const paragraph = (...texts: readonly string[]) => ({
  type: 'paragraph',
  content: texts.map((text) => ({ type: 'text', text })),
});

describe('a scan', () => {
  test('an item in order has nothing to point out', () => expect(scan(item())).toEqual([]));

  test.each([
    ['id-number', '证号 220821199001010014。', '220821199001010014'],
    ['mobile', '打１３８００１３８０００找他', '１３８００１３８０００'],
    ['mobile', '打 138 0013 8000', '138 0013 8000'],
    ['bank-card', '卡号 6222 0212 3456 7894', '6222 0212 3456 7894'],
  ])('finds %s with place and word', (kind, text, word) => {
    expect(scan(item({ body: [paragraph('前文'), paragraph(text)] }))).toEqual([
      { kind, path: 'body.1', word },
    ]);
  });

  test('a number that is half in bold is found as it is shown', () => {
    const found = scan(item({ body: [paragraph('电话 1380013', '8000')] }));
    expect(found).toEqual([{ kind: 'mobile', path: 'body.0', word: '13800138000' }]);
  });

  test('a field made for a telephone holds one', () => {
    const card = { kind: 'card', id: 'card/a', title: '卡', phone: '13800138000', bring: [], where: '村部' };
    expect(scan(card as unknown as Entry)).toEqual([]);
  });

  test.each(['通知', '决定', '意见', '批复', '函'])('%s without its number', (genre) => {
    expect(scan(item({ genre }))).toEqual([{ kind: 'doc-no', path: 'docNo', word: genre }]);
    expect(scan(item({ genre, docNo: '嘎政发〔2026〕3号' }))).toEqual([]);
  });

  test('a list of publicity without its period, and a date to come', () => {
    expect(scan(item({ genre: '公示' }))).toEqual([{ kind: 'period', path: 'period', word: '公示' }]);
    expect(scan(item({ genre: '公示', period: { from: '2026-11-20', until: '2026-11-27' } }))).toEqual([]);
    expect(scan(item({ formedOn: '2026-11-25' }))).toMatchObject([{ kind: 'formed-on' }]);
    expect(scan(item({ formedOn: '2026-11-24' }))).toEqual([]);
  });

  test('words of the old regulation, and the same words where they mean something else', () => {
    const words = (text: string) => scan(item({ body: [paragraph(text)] })).map((each) => each.word);
    expect(words('政府信息公开申请在15个工作日内答复')).toEqual(['15个工作日']);
    expect(words('政府信息公开申请在 20 个工作日内答复')).toEqual([]);
    expect(words('低保审批 15个工作日')).toEqual([]);
    expect(words('坚持以公开为原则')).toEqual(['以公开为原则']);
    expect(words('坚持以公开为常态、不公开为例外')).toEqual([]);
  });

  test('a link to what is not published', () => {
    const body = [
      paragraph('见'),
      { type: 'paragraph', content: [{ type: 'link', to: 'page/none', text: '这里' }] },
    ];
    expect(scan(item({ body }))).toEqual([{ kind: 'dead-link', path: 'body.1', word: '“page/none”' }]);
    expect(scan(item({ body }), ['page/none'])).toEqual([]);
    expect(scan(item({ replaces: 'item/old' }))).toMatchObject([{ kind: 'dead-link', path: 'replaces' }]);
  });
});

describe('masking', () => {
  test.each([
    ['证号 220821199001010014，', '证号 220821********0014，'],
    ['打 138 0013 8000 或 +86 13800138001', '打 138****8000 或 +138****8001'],
    ['１３８００１３８０００', '138****8000'],
    ['卡 6222021234567894', '卡 6222********7894'],
    ['文号〔2026〕3号，2026-11-24', '文号〔2026〕3号，2026-11-24'],
  ])('%s', (text, masked) => {
    expect(maskIn(text, today)).toBe(masked);
    expect(spotsIn(masked, today)).toEqual([]);
  });

  test('only where it is asked for, and nothing else changes', () => {
    const entry = item({
      summary: '电话 13800138000',
      body: [paragraph('电话 13800138000'), paragraph('13800138000')],
    });
    const masked = maskedAt(entry, ['body.0'], today);
    expect(masked).toEqual(
      item({ summary: '电话 13800138000', body: [paragraph('电话 138****8000'), paragraph('13800138000')] }),
    );
  });

  test('and nothing of it stays beside its English', () => {
    const entry = item({ summary: '电话 13800138000', en: { '电话 13800138000': 'Call 13800138000' } });
    const masked = maskedAt(entry, ['summary', 'en.电话 13800138000'], today);
    expect(masked.en).toEqual({ '电话 138****8000': 'Call 138****8000' });
  });
});
