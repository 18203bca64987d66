import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hallSections } from '../field/hall-table.ts';
import { sectionsOf } from '../field/section-of.ts';
import type { Branch, Tree } from '../field/tree.ts';
import { changesBetween } from './change.ts';
import { pairUp } from './pair-up.ts';

const speaker = {
  hall: null,
  titleOf: (id: string) => (id === 'chart/one' ? '领养老金的流程' : undefined),
};
const guide = (part: Branch): Branch => ({ title: '领养老金', conditions: ['年满 60 周岁。'], ...part });
const between = (before: Branch, after: Branch) =>
  changesBetween(sectionsOf.guide, guide(before), guide(after), speaker).map(
    ({ where, before: old, after: fresh }) => [where, old, fresh],
  );

describe('differences in words', () => {
  test('names the field as the editor does, and says values as people read them', () => {
    expect(between({ topics: ['old-age'] }, { topics: ['old-age', 'aid'] })).toEqual([
      ['归在哪些主题', '养老', '养老、低保救助'],
    ]);
    expect(between({ chart: '' }, { chart: 'chart/one' })).toEqual([['流程图', null, '领养老金的流程']]);
    expect(
      between(
        { time: { promised: { n: 5, unit: 'workday' } } },
        { time: { promised: { n: 0, unit: 'immediate' } } },
      ),
    ).toEqual([['时限 · 承诺时限', '5 个工作日', '当场办好']]);
  });

  test('a changed row is compared inside, a new one is shown whole', () => {
    const card = { name: '身份证', kind: '证照', type: '原件', source: '政府部门核发', necessity: '必要' };
    const photo = { name: '照片', kind: '其他', type: '原件', source: '申请人自备', necessity: '必要' };
    expect(between({ materials: [card] }, { materials: [{ ...card, note: '看后退还' }, photo] })).toEqual([
      ['材料 第 1 项 · 屏幕上的短说明', null, '看后退还'],
      [
        '材料 第 2 项',
        null,
        '材料名称：照片\n原件还是复印件：原件\n必要性：必要\n种类：其他\n从哪儿来：申请人自备',
      ],
    ]);
  });

  test('a line put in between does not make the rest look changed', () => {
    expect(between({ conditions: ['甲', '乙'] }, { conditions: ['甲', '新的一条', '乙'] })).toEqual([
      ['条件 第 2 项', null, '新的一条'],
    ]);
  });

  test('another order is one change', () => {
    expect(between({ conditions: ['甲', '乙'] }, { conditions: ['乙', '甲'] })).toEqual([
      ['条件的顺序', '1 甲\n2 乙', '1 乙\n2 甲'],
    ]);
  });

  test('rows in another order are called by their first field, whatever the order of their keys', () => {
    const [card, form] = [
      { form: '纸质', name: '身份证' },
      { form: '电子', name: '申请表' },
    ];
    expect(between({ materials: [card, form] }, { materials: [form, card] })).toEqual([
      ['材料的顺序', '1 身份证\n2 申请表', '1 申请表\n2 身份证'],
    ]);
  });

  test('a fee that was none is shown as a whole', () => {
    const charged = {
      charged: true,
      items: [{ name: '工本费', standard: '20 元', basis: '发改价格规〔2019〕1931号' }],
    };
    expect(between({ fee: { charged: false } }, { fee: charged })).toEqual([
      ['收费', '不收费', '收费\n收费项目：收费项目：工本费\n标准：20 元\n收费依据：发改价格规〔2019〕1931号'],
    ]);
  });

  test('steps of a chart are named, not numbered by their short names', () => {
    const step = (next: string): Branch => ({
      steps: [
        { id: 'a', shape: 'start', label: '申请', next },
        { id: 'b', shape: 'step', label: '受理', next: 'c' },
        { id: 'c', shape: 'end', label: '办结' },
      ],
    });
    expect(changesBetween(sectionsOf.chart, step('b'), step('c'), speaker)).toMatchObject([
      { where: '步骤 第 1 项 · 下一步', before: '受理', after: '办结' },
    ]);
  });
});

describe('English', () => {
  test('each sentence that is changed, new or dropped stands beside its old one, in the order of the entry, after all Chinese', () => {
    const [before, after] = [
      { 领养老金: 'Pension', 身份证: 'ID card', 户口本: 'Household book' },
      { 照片: 'Photo', 身份证: 'ID card', 领养老金: 'Claim a pension' },
    ];
    const conditions = ['身份证', '领养老金', '照片'];
    expect(between({ en: before, conditions }, { title: '领养老金了', en: after, conditions })).toEqual([
      ['名称', '领养老金', '领养老金了'],
      ['英文：领养老金', 'Pension', 'Claim a pension'],
      ['英文：照片', null, 'Photo'],
      ['英文：户口本', 'Household book', null],
    ]);
  });

  test('all of it given or taken away is said sentence by sentence, in every kind', () => {
    for (const sections of [...Object.values(sectionsOf), hallSections]) {
      const changes = (before: Branch, after: Branch) =>
        changesBetween(sections, before, after, speaker).map(({ where, lang }) => [where, lang]);
      const en = { 名称: 'Name', 说明: 'About' };
      const rows = [
        ['英文：名称', 'en'],
        ['英文：说明', 'en'],
      ];
      expect(changes({}, { en })).toEqual(rows);
      expect(changes({ en }, {})).toEqual(rows);
    }
  });
});

describe('pairing rows', () => {
  const rows = fc.array(fc.constantFrom<Tree>('甲乙丙', '甲乙丁', '戊己庚', '辛壬癸', ''), { maxLength: 12 });
  test('every row of both lists stands in one pair, in its order', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const pairs = pairUp(before, after);
        expect(pairs.flatMap(([from]) => from ?? [])).toEqual(before.map((_, at) => at));
        expect(pairs.flatMap(([, to]) => to ?? [])).toEqual(after.map((_, at) => at));
        expect(pairs.every(([from, to]) => from !== null || to !== null)).toBe(true);
      }),
    );
  });
});
