import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { day } from './day-schema.ts';
import { type WorkCalendar, workCalendar } from './deadline.ts';
import type { Clock } from './form.ts';
import { firstLimit, isLate, type LimitFacts, limitsOf, whyNoDay } from './limit.ts';

const calendar: WorkCalendar = workCalendar([
  {
    year: 2026,
    off: [
      ...[...Array(9)].map((_, at) => addDays(day('2026-02-15'), at)),
      ...[...Array(3)].map((_, at) => addDays(day('2026-04-04'), at)),
    ],
    makeup: [day('2026-02-14'), day('2026-02-28')],
    source: '2026',
  },
]);
const clock: Clock = {
  promised: { n: 7, unit: 'workday', note: '本乡承诺（示例）' },
  statutory: { limit: { n: 20, unit: 'workday' }, basis: '条例第三十三条' },
};
const facts = (more: Partial<LimitFacts> = {}): LimitFacts => ({
  clock,
  countedFrom: day('2026-02-02'),
  purpose: 'disclosure-request',
  isPaused: false,
  isExtended: false,
  isSupplementAsked: false,
  today: day('2026-02-02'),
  ...more,
});
const dues = (more: Partial<LimitFacts>, known = calendar) => {
  const { promised, statutory } = limitsOf(known, facts(more));
  return [promised?.due, statutory?.due];
};
const missing = { is: 'calendar-missing', year: 2027 };

describe('limits', () => {
  it('are days with the working days left', () => {
    expect(limitsOf(calendar, facts())).toEqual({
      promised: { lasts: clock.promised, due: { is: 'day', on: '2026-02-11', left: 7 }, does: null },
      statutory: {
        lasts: { n: 20, unit: 'workday' },
        due: { is: 'day', on: '2026-03-06', left: 20 },
        basis: '条例第三十三条',
      },
      supplement: { lasts: { n: 7, unit: 'workday' }, due: { is: 'day', on: '2026-02-11', left: 7 } },
    });
  });

  it('let a supplement be asked for by law, by the form’s own word, or without end', () => {
    const until = (more: Partial<LimitFacts>) => limitsOf(calendar, facts(more)).supplement;
    expect(until({ clock: undefined })?.due).toMatchObject({ on: '2026-02-11' });
    const shorter: Clock = { supplement: { n: 3, unit: 'workday' } };
    expect(until({ clock: shorter, purpose: 'complaint' })?.due).toMatchObject({ on: '2026-02-05' });
    expect(until({ purpose: 'complaint' })).toBeNull();
    expect(until({ isSupplementAsked: true })).toBeNull();
  });

  it('begin anew with a supplement, and are lengthened by 20 working days (domain scenario)', () => {
    const countedFrom = day('2026-02-24');
    expect(dues({ countedFrom })[1]).toMatchObject({ on: '2026-03-23' });
    const { promised, statutory } = limitsOf(calendar, facts({ countedFrom, isExtended: true }));
    expect(promised).toBeNull();
    expect(statutory).toMatchObject({ due: { on: '2026-04-21' }, lasts: { note: '已延长 20 个工作日' } });
  });

  it('stand still while a supplement is awaited', () => {
    expect(dues({ isPaused: true })).toEqual([{ is: 'paused' }, { is: 'paused' }]);
  });

  it('name the year whose calendar is missing', () => {
    const [promised, statutory] = dues({ countedFrom: day('2026-12-20'), today: day('2026-12-20') });
    expect(promised).toMatchObject({ is: 'day', on: '2026-12-29' });
    expect(statutory).toEqual(missing);
    expect(dues({ countedFrom: day('2026-12-30') })).toEqual([missing, missing]);
    expect(whyNoDay({ is: 'calendar-missing', year: 2027 })).toContain('2027 年的放假安排还没有录入');
  });

  it('are none without a clock', () => {
    expect(limitsOf(calendar, facts({ clock: undefined, purpose: 'opinion' }))).toEqual({
      promised: null,
      statutory: null,
      supplement: null,
    });
    expect(firstLimit(limitsOf(calendar, facts({ clock: {} })))).toBeNull();
  });

  it('follow the law where nothing is promised', () => {
    const limits = limitsOf(calendar, facts({ isExtended: true }));
    expect(firstLimit(limits)).toBe(limits.statutory);
  });
});

describe('days left', () => {
  it.each([
    ['2026-02-02', 7],
    ['2026-02-11', 0],
    ['2026-02-12', -1],
    // Saturday 14 February is made up for: counted.
    ['2026-02-24', -4],
  ])('seen on %s are %i', (today, left) => {
    expect(dues({ today: day(today) })[0]).toMatchObject({ on: '2026-02-11', left });
  });

  it('are one too few over a weekend, not none', () => {
    expect(dues({ countedFrom: day('2026-01-28'), today: day('2026-02-07') })[0]).toMatchObject({
      on: '2026-02-06',
      left: -1,
    });
  });

  it('cannot be counted into a year without calendar, but late is late', () => {
    const { promised } = limitsOf(
      calendar,
      facts({ countedFrom: day('2026-12-20'), today: day('2027-01-04') }),
    );
    expect(promised?.due).toEqual({ is: 'day', on: '2026-12-29', left: null });
    expect(isLate(promised, day('2027-01-04'))).toBe(true);
    expect(isLate(promised, day('2026-12-29'))).toBe(false);
  });
});
