import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../contract/guide.ts';
import { factsOf, materialGroups, materialNote, sparedMaterials } from './guide-words.ts';

const material = (name: string, more: object = {}) => ({
  name,
  kind: '证照',
  type: '原件',
  source: '申请人自备',
  necessity: '必要',
  ...more,
});

const guide = {
  time: { promised: { n: 5, unit: 'workday' }, legal: { n: 20, unit: 'workday' } },
  fee: { charged: false },
  visits: { count: 1, note: '也可以请村里代办' },
  sample: ['visits'],
  materials: [
    material('身份证'),
    material('委托书', { condition: '由他人代办时' }),
    material('户口簿', { type: '原件和复印件', copies: 1 }),
    material('婚姻信息', { necessity: '免提交' }),
    material('照片', { necessity: '容缺后补', note: '两寸' }),
  ],
} as unknown as Guide;

describe('a guide in words', () => {
  it('says how long, how much and how many visits', () => {
    expect(factsOf(guide)).toEqual([
      { element: 'time', value: '5 个工作日', note: '承诺；法定 20 个工作日' },
      { element: 'fee', value: '不收费', note: '任何环节都不收' },
      { element: 'visits', value: '跑 1 次', note: '也可以请村里代办' },
    ]);
  });

  it('names a fee with its standard', () => {
    const charged = {
      ...guide,
      fee: { charged: true, items: [{ name: '工本费', standard: '20 元', basis: '甲' }] },
    } as Guide;
    expect(factsOf(charged)[1]).toEqual({ element: 'fee', value: '要收费', note: '工本费 20 元' });
  });

  it('keeps materials apart by case, each with its place in the list, and leaves out what is not asked for', () => {
    const groups = materialGroups(guide);
    expect(groups.map((group) => [group.condition, group.materials.map((each) => each.at)])).toEqual([
      [undefined, [0, 2, 4]],
      ['由他人代办时', [1]],
    ]);
    expect(sparedMaterials(guide)).toEqual(['婚姻信息']);
  });

  it('says how each is brought', () => {
    expect(guide.materials.map(materialNote)).toEqual([
      '原件',
      '原件',
      '原件，复印 1 份',
      '原件',
      '两寸，可以后补',
    ]);
  });
});
