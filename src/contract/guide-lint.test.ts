import { describe, expect, test } from 'vitest';
import { deadLinks } from './advice.ts';
import { completenessOf, lintGuide } from './guide-lint.ts';

const paths = (guide: object): readonly string[] => lintGuide(guide as never).map(({ path }) => path);

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
  });
});

test('a link to nothing is named', () => {
  const body = [{ content: [{ type: 'link', to: 'guide/gone', text: '这里' }] }];
  expect(deadLinks({ body }, new Set(['guide/there']))).toMatchObject([{ path: 'body.0.content.0' }]);
  expect(deadLinks({ body }, new Set(['guide/gone']))).toEqual([]);
});
