import { describe, expect, test } from 'vitest';
import { day } from '../../../contract/day-schema.ts';
import { entryId } from '../../../contract/id.ts';
import { blankEntry, newKinds } from '../blank.ts';
import { sectionsOf } from '../field/section-of.ts';
import { addWords } from '../field/spec.ts';
import { draftFaults } from './fault.ts';

const sayings = (kind: 'guide' | 'item', part: object) =>
  draftFaults(kind, { ...blankEntry(entryId(kind, 'new'), '新的', null, day('2026-11-24')), ...part }).map(
    ({ path, where, say }) => `${path}｜${where}｜${say}`,
  );

describe('faults in the words of the desk', () => {
  test('an empty field says what to do, not what the schema calls it', () => {
    const said = sayings('guide', {});
    expect(said).toContain('officialName｜事项名称｜还没有填。');
    expect(said).toContain('topics｜归在哪些主题｜至少选一项。');
    expect(said).toContain('legalBasis.0.law｜设定依据 第 1 项 · 法律法规或文件｜还没有填。');
    expect(said.join()).not.toMatch(/缺少|strict|undefined/);
  });

  test('a missing row list asks for a row', () => {
    expect(sayings('guide', { faq: [] })).toContain('faq｜问和答｜至少要有一项，请加一个问题。');
  });

  test('a line that stands empty is no missing list', () => {
    expect(sayings('guide', { conditions: ['在本乡种地', ''] })).toContain(
      'conditions.1｜条件 第 2 项｜还没有填。不要这一项，就把它删去。',
    );
    expect(sayings('guide', { conditions: [] })).toContain('conditions｜条件｜至少要有一项，请加一条条件。');
  });

  test('why a visitor must come is asked at its own field', () => {
    expect(sayings('guide', { visits: { count: 1, reason: '' } })).toContain(
      'visits.reason｜跑几次 · 为什么要来｜还没有填。',
    );
  });

  test('faults come in the order of the page', () => {
    const keys = draftFaults(
      'guide',
      blankEntry(entryId('guide', 'new'), '新的', null, day('2026-11-24')),
    ).map(({ path }) => path.split('.')[0] ?? '');
    const page = sectionsOf.guide.flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(keys).toEqual([...keys].sort((a, b) => page.indexOf(a) - page.indexOf(b)));
  });

  test('what is called by a measure word is not given another', () => {
    expect(addWords('句')).toBe('加一句');
    expect(addWords('组')).toBe('加一组');
    expect(addWords('材料')).toBe('加一样材料');
  });

  test('a value at fault keeps the contract’s own sentence', () => {
    expect(sayings('guide', { consult: { phone: '12' } })).toContain(
      'consult.phone｜咨询 · 电话｜电话号码不对，例如 0436-7861003 或 13800138000。',
    );
    expect(sayings('item', { figures: [{ label: '条数', value: '三', unit: '条' }] })).toContain(
      'figures.0.value｜数字 第 1 项 · 数｜这里要写数字。',
    );
  });

  test('every kind that can be begun has a name for each fault of its blank', () => {
    for (const kind of newKinds) {
      const faults = draftFaults(kind, blankEntry(entryId(kind, 'new'), '', null, day('2026-11-24')));
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(fault.where, `${kind} ${fault.path}`).toMatch(/[一-鿿]/);
    }
  });
});
