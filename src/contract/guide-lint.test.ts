import { describe, expect, test } from 'vitest';
import { contradictionsIn, Guide } from './guide.ts';
import { completenessOf, lintGuide } from './guide-lint.ts';
import { faultsOf } from './schema.ts';

const paths = (guide: object): readonly string[] => lintGuide(guide as never).map(({ path }) => path);

/** A guide in which every rule is kept. */
const good = {
  taskType: '行政许可',
  topics: ['farm'],
  audiences: ['farmer'],
  clientTypes: ['自然人'],
  handling: '承诺件',
  examination: '前审后批',
  channels: ['窗口办理'],
  time: { legal: { n: 20, unit: 'workday' }, promised: { n: 5, unit: 'workday' } },
  fee: { charged: false },
  visits: { count: 1, reason: '核对本人' },
  result: { type: '证照', name: '采伐许可证', specimen: '一张纸，盖红章', delivery: ['窗口领取'] },
  consult: { phone: '0436-7861003' },
  complaint: { phone: '0436-7861004' },
  faq: [{ question: '多久？', answer: '五天。' }],
};
const chart = {
  steps: ['交材料，窗口受理', '到现场勘查', '批不批', '领证'].map((label, at) => ({
    label,
    shape: at === 3 ? 'end' : 'step',
  })),
};
const atOnce = { n: 0, unit: 'immediate' };
const item = { name: '工本费', standard: '每证 20 元' };

/**
 * The rules by which provinces check their lists of services (GB/T 39554.2), one case each: a contradiction or a schema fault where a
 * guide cannot be published so, else advice.
 */
describe.each<[rule: string, part: object, path: string]>([
  ['承诺即办 ⇒ 即办件', { time: { promised: atOnce } }, 'handling'],
  ['即办件 ⇒ 承诺即办', { handling: '即办件', examination: '即审即办' }, 'time.promised'],
  ['即办件 ⇒ 即审即办', { handling: '即办件', time: { promised: atOnce } }, 'examination'],
  ['即审即办 ⇒ 即办件', { examination: '即审即办' }, 'handling'],
  [
    '承诺 ≤ 法定',
    { time: { promised: { n: 30, unit: 'workday' }, legal: { n: 20, unit: 'workday' } } },
    'time.promised',
  ],
  ['收费 ⇒ 项目', { fee: { charged: true, items: [] } }, 'fee.items'],
  ['收费 ⇒ 依据', { fee: { charged: true, items: [item] } }, 'fee.items.0.basis'],
  [
    '收费 ⇒ 标准',
    { fee: { charged: true, items: [{ ...item, standard: '', basis: '某文' }] } },
    'fee.items.0.standard',
  ],
  ['不收费 ⇒ 不网上缴费', { fee: { charged: false, payOnline: true } }, 'fee.payOnline'],
  ['不收费 ⇒ 说明里不写网上缴费', { fee: { charged: false, note: '手机扫码付 10 元' } }, 'fee.note'],
  ['到现场 ⇒ 原因', { visits: { count: 1 } }, 'visits.reason'],
  ['零次、不能网上办 ⇒ 邮寄', { visits: { count: 0 } }, 'channels'],
  ['咨询电话 ≠ 投诉电话', { complaint: { phone: '0436-7861003' } }, 'complaint.phone'],
  ['咨询电话有区号', { consult: { phone: '7861003' } }, 'consult.phone'],
  ['投诉电话有区号', { complaint: { phone: '7861004' } }, 'complaint.phone'],
  ['有结果名称 ⇒ 样本', { result: { ...good.result, specimen: '' } }, 'result.specimen'],
  ['常见问题至少一条', { faq: [] }, 'faq'],
  ['服务对象与给谁看', { clientTypes: ['企业法人'] }, 'clientTypes'],
  [
    '服务对象与主题分类',
    { clientTypes: ['企业法人'], audiences: ['everyone'], topics: ['old-age'] },
    'clientTypes',
  ],
])('%s', (_rule, part, path) => {
  const said = (guide: object): readonly string[] => [
    ...faultsOf(Guide, guide).map((fault) => fault.path.join('.')),
    ...contradictionsIn(guide as Guide).map((fault) => fault.path.join('.')),
    ...lintGuide(guide as never, chart).map((advice) => advice.path),
  ];
  const { result, ...rest } = good;

  test('is said where it is broken, and only there', () => {
    expect(said({ ...good, ...part })).toContain(path);
    expect(said({ ...rest, result })).not.toContain(path);
  });
});

describe('a permit', () => {
  const missing = (...labels: string[]) =>
    lintGuide(good, { steps: labels.map((label) => ({ label, shape: 'step' })) })[0]?.say;

  test.each([
    ['受理', ['审核材料', '批准', '办结', '发证']],
    ['审查', ['窗口收材料', '批准', '办好', '寄给您']],
    ['决定', ['受理', '核实', '办完', '送达']],
    ['办结', ['接件', '审查', '许可', '通知您']],
    ['送达', ['受理', '勘验', '能不能砍？', '办结']],
  ])('whose chart has no %s', (step, labels) => {
    expect(missing(...labels)).toBe(
      `行政许可要有受理、审查、决定、办结、送达。流程图里没有：${step}。请在流程图里补上。`,
    );
  });

  test('is whole in the words of people, and asked of no other kind or unknown chart', () => {
    expect(lintGuide(good, chart)).toEqual([]);
    expect(lintGuide(good)).toEqual([]);
    expect(lintGuide({ ...good, taskType: '公共服务' }, { steps: [] })).toEqual([]);
  });
});

test('what the guide announces stands in its chart', () => {
  const time = { ...good.time, special: [{ name: '村里公示', days: '7 天', counted: false }] };
  expect(lintGuide({ ...good, time }, chart).map(({ path }) => path)).toEqual(['time.special']);
  const posted = { steps: [...chart.steps, { label: '村里张榜 7 天', shape: 'step' }] };
  expect(lintGuide({ ...good, time }, posted)).toEqual([]);
});

describe('advice on a guide', () => {
  test('即办 on one side only', () => {
    expect(paths({ handling: '即办件', time: { promised: { n: 1, unit: 'workday' } } })).toEqual([
      'time.promised',
    ]);
    expect(paths({ handling: '承诺件', time: { promised: { n: 0, unit: 'immediate' } } })).toEqual([
      'handling',
    ]);
    expect(paths({ handling: '即办件', time: { promised: { n: 0, unit: 'immediate' } } })).toEqual([]);
  });

  test('no visit needs another way', () => {
    expect(paths({ visits: { count: 0 }, channels: ['窗口办理'] })).toEqual(['channels']);
    expect(paths({ visits: { count: 0 }, channels: ['网上办理'] })).toEqual([]);
    expect(paths({ visits: { count: 0 }, result: { delivery: ['邮寄送达'] } })).toEqual([]);
    expect(paths({ visits: { count: 0 }, channels: ['窗口办理', '帮办代办'] })).toEqual([]);
    expect(paths({ visits: { count: 1 }, channels: ['窗口办理'] })).toEqual([]);
  });

  test('telephones differ and bear their area code', () => {
    const of = (ask: string, complain: string) =>
      paths({ consult: { phone: ask }, complaint: { phone: complain } });
    expect(of('0436-7861003', '0436-7861003')).toEqual(['complaint.phone']);
    expect(of('7861003', '12345')).toEqual(['consult.phone']);
    expect(of('12333', '0436-7861003')).toEqual([]);
    expect(of('', '')).toEqual([]);
  });

  test('materials by name, proofs by their basis, exceptions by their case', () => {
    expect(
      paths({
        materials: [
          { name: '其他有关材料', kind: '其他', necessity: '必要' },
          { name: '收入证明', kind: '证明', necessity: '必要' },
          { name: '代办人身份证', kind: '证照', necessity: '非必要' },
          { name: '身份证', kind: '证照', necessity: '必要' },
        ],
      }),
    ).toEqual(['materials.0.name', 'materials.1.basis', 'materials.2.condition']);
  });

  test('copies are counted, places say when and with area code', () => {
    const copied = (part: object) =>
      paths({ materials: [{ name: '身份证', type: '原件和复印件', ...part }] });
    expect(copied({})).toEqual(['materials.0.copies']);
    expect(copied({ copies: 1 })).toEqual([]);
    expect(copied({ type: '原件' })).toEqual([]);
    expect(copied({ necessity: '免提交' })).toEqual([]);
    const place = { kind: '便民服务中心', phone: '0436-7861003', hours: '8:30–16:30' };
    expect(paths({ places: [place] })).toEqual([]);
    expect(paths({ places: [{ ...place, phone: '7861003', hours: '上班时间' }] })).toEqual([
      'places.0.phone',
      'places.0.hours',
    ]);
  });

  test('whom it is for, and how long, agree with each other', () => {
    expect(paths({ clientTypes: ['自然人'], audiences: ['business'] })).toEqual([]);
    expect(paths({ clientTypes: ['企业法人'], audiences: ['elder'] })).toEqual(['clientTypes']);
    expect(paths({ clientTypes: ['自然人', '企业法人'], audiences: ['business', 'elder'] })).toEqual([]);
    const timed = (promised: object, legal: object) => paths({ time: { promised, legal } });
    expect(timed({ n: 2, unit: 'month' }, { n: 20, unit: 'workday' })).toEqual(['time.promised']);
    expect(timed({ n: 20, unit: 'workday' }, { n: 1, unit: 'month' })).toEqual([]);
  });

  test('what is half written, or nothing at all, is no accident', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ materials: [null, 3], visits: 'x', time: [] })).toEqual([]);
    expect(completenessOf({}).percent).toBe(0);
  });

  test('completeness counts elements and names what is missing', () => {
    const half = completenessOf({ summary: '能领养老金', aliases: ['农保'], legalBasis: [{ law: '法' }] });
    expect(half.percent).toBe(12);
    expect(half.missing.map(({ label }) => label)).toContain('依据到条款');
    expect(half.missing.map(({ label }) => label)).not.toContain('别的叫法');
    expect(half.missing.map(({ label }) => label)).not.toContain('结果样本');
    const paper = completenessOf({ result: { type: '证照', name: '身份证' } });
    expect(paper.missing.map(({ label }) => label)).toContain('结果样本');
  });
});
