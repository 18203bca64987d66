import { describe, expect, test } from 'vitest';
import { day } from './day-schema.ts';
import { type Guide, contradictionsIn as inGuide } from './guide.ts';
import { type Item, contradictionsIn as inItem, isOver } from './item.ts';

const guide = (part: Partial<Guide>): string[] =>
  inGuide({
    handling: '承诺件',
    time: { promised: { n: 5, unit: 'workday' } },
    visits: { count: 0 },
    ...part,
  } as Guide).map(({ path, say }) => `${path.join('.')} ${say}`);

describe('a guide', () => {
  test.each<[Partial<Guide>, string]>([
    [
      { time: { legal: { n: 20, unit: 'workday' }, promised: { n: 25, unit: 'workday' } } },
      'time.promised 承诺时限（25 个工作日）比法定时限（20 个工作日）还长。',
    ],
    [{ handling: '即办件' }, 'handling 写的是即办件，承诺时限却是 5 个工作日。'],
    [{ visits: { count: 2 } }, 'visits.reason 要到现场 2 次，请写明为什么要来。'],
  ])('%j contradicts itself', (part, say) => {
    expect(guide(part)).toEqual([say]);
  });

  test.each<[Partial<Guide>]>([
    [{ time: { legal: { n: 20, unit: 'workday' }, promised: { n: 20, unit: 'workday' } } }],
    // Which of the two is longer depends on the holidays between.
    [{ time: { legal: { n: 30, unit: 'day' }, promised: { n: 40, unit: 'workday' } } }],
    [{ handling: '即办件', time: { promised: { n: 0, unit: 'immediate' } } }],
    [{ handling: '即办件', time: { promised: { n: 1, unit: 'workday' } } }],
    [{ visits: { count: 1, reason: '核对本人' } }],
  ])('%j does not', (part) => {
    expect(guide(part)).toEqual([]);
  });
});

describe('an item', () => {
  const item = (part: object): readonly (string | number)[][] =>
    inItem({ validity: '有效', formedOn: '2026-01-01', ...part } as Item, day('2026-11-24')).map(
      ({ path }) => [...path],
    );

  test.each<[object, string[][]]>([
    [{ abolishedOn: '2026-11-24' }, [['validity']]],
    [{ abolishedOn: '2026-11-25' }, []],
    [{ abolishedOn: '2026-11-25', validity: '废止' }, [['validity']]],
    [{ abolishedOn: '2026-11-24', validity: '废止' }, []],
    [{ validity: '废止' }, []],
    [{ publishedOn: '2025-12-31' }, [['publishedOn']]],
  ])('%j', (part, faults) => {
    expect(item(part)).toEqual(faults);
  });

  test('is over on the day after its last', () => {
    const period = { from: day('2026-11-01'), until: day('2026-11-24') };
    expect([isOver({ period }, day('2026-11-24')), isOver({ period }, day('2026-11-25'))]).toEqual([
      false,
      true,
    ]);
    expect(isOver({}, day('2026-11-24'))).toBe(false);
  });
});
