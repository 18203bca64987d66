import { describe, expect, it } from 'vitest';
import { day } from './day-schema.ts';
import type { Hall } from './hall.ts';
import { hoursInWords, hoursLines, minuteAtHall } from './office-hours.ts';

const hall = {
  hours: [
    { season: '夏季', from: '05-01', until: '09-30', days: '周一至周五', times: '8:30–11:30，13:30–17:00' },
    { season: '冬季', from: '10-01', until: '04-30', days: '周一至周五', times: '8:30–11:30，13:00–16:30' },
  ],
} as unknown as Hall;

const calendars = [{ year: 2026, off: [day('2026-10-01')], makeup: [day('2026-10-10')], source: '通知' }];
const at = (on: string, clock: string) => {
  const [hours, minutes] = clock.split(':').map(Number);
  return hoursInWords({ hall, calendars, today: day(on), minute: hours! * 60 + minutes! });
};

describe('hours in words', () => {
  it.each([
    ['2026-11-24', '09:12', '今天 8:30–11:30，13:00–16:30，现在办公'],
    ['2026-11-24', '11:30', '今天 8:30–11:30，13:00–16:30，13:00 开始办公'],
    ['2026-11-24', '16:30', '今天 8:30–11:30，13:00–16:30，现在已下班'],
    ['2026-07-01', '16:45', '今天 8:30–11:30，13:30–17:00，现在办公'],
    ['2026-11-22', '09:00', '今天不办公，11月23日（周一）办公。周一至周五 8:30–11:30，13:00–16:30'],
    ['2026-10-01', '09:00', '今天不办公，10月2日（周五）办公。周一至周五 8:30–11:30，13:00–16:30'],
    ['2026-10-10', '09:00', '今天 8:30–11:30，13:00–16:30，现在办公'],
  ])('%s %s', (on, clock, words) => {
    expect(at(on, clock)).toBe(words);
  });

  it('makes no claim about a day whose year has no calendar', () => {
    expect(at('2027-02-10', '09:00')).toBe('周一至周五 8:30–11:30，13:00–16:30');
  });

  it('speaks of the season in which the hall opens again', () => {
    const may = [
      {
        year: 2026,
        off: ['05-01', '05-02', '05-03', '05-04', '05-05'].map((on) => day(`2026-${on}`)),
        makeup: [],
        source: '通知',
      },
    ];
    const [april] = [
      {
        hall,
        calendars: [{ ...may[0]!, off: [day('2026-04-30'), ...may[0]!.off] }],
        today: day('2026-04-30'),
        minute: 540,
      },
    ];
    expect(hoursInWords(april)).toBe('今天不办公，5月6日（周三）办公。周一至周五 8:30–11:30，13:30–17:00');
  });

  it('reads the clock at the hall', () => {
    expect(minuteAtHall(Date.parse('2026-11-24T01:12:30Z'))).toBe(9 * 60 + 12);
    expect(minuteAtHall(Date.parse('2026-11-23T17:00:00Z'))).toBe(60);
  });
});

const odd = (hours: Partial<Hall['hours'][number]>, clock = '2026-11-22') =>
  hoursInWords({
    hall: {
      hours: [
        { season: '全年', from: '01-01', until: '12-31', days: '周一至周五', times: '8:30–17:00', ...hours },
      ],
    } as unknown as Hall,
    calendars,
    today: day(clock),
    minute: 14 * 60,
  });

describe('what is not known is not said', () => {
  it.each(['周一至周五，周六上午', '周一至周日', '周一至周五，节假日值班', '周二至周六'])(
    '%s on a Sunday',
    (days) => {
      expect(odd({ days })).toBe(`${days} 8:30–17:00`);
    },
  );

  it('reads working days with their legal exceptions', () => {
    expect(odd({ days: '周一至周五（法定节假日除外）' })).toContain('今天不办公，11月23日（周一）办公。');
    expect(odd({ days: '工作日' })).toContain('今天不办公');
  });

  it.each(['上午 8:30–11:30，下午 1:30–5:00', '下午 1:30–5:00', '8:30–11:30，周五到 15:00'])(
    '%s says nothing of this minute',
    (times) => {
      expect(odd({ times }, '2026-11-24')).toBe(`今天 ${times}`);
    },
  );

  it('says nothing of today where two seasons hold, and asks for a call where none does', () => {
    const [summer, winter] = hall.hours;
    const both = { hours: [{ ...summer, until: '10-15' }, winter] } as unknown as Hall;
    const now = { calendars, today: day('2026-10-09'), minute: 540 };
    expect(hoursInWords({ ...now, hall: both })).toBe(
      '周一至周五 8:30–11:30，13:30–17:00；周一至周五 8:30–11:30，13:00–16:30',
    );
    expect(hoursLines({ ...now, hall: both }).map((line) => line.term)).toEqual(['夏季办公', '冬季办公']);
    const none = { hours: [summer] } as unknown as Hall;
    expect(hoursInWords({ ...now, hall: none })).toBe('今天几点办公没有写明，请先打电话问。');
  });
});

describe('the lines of office hours', () => {
  const lines = (on: string) => hoursLines({ hall, calendars, today: day(on), minute: 9 * 60 });

  it('begin with today and the season that holds', () => {
    expect(lines('2026-11-24')).toEqual([
      { term: '今天', detail: '8:30–11:30，13:00–16:30，现在办公' },
      { term: '冬季办公', detail: '周一至周五 8:30–11:30，13:00–16:30（10月1日到4月30日）' },
      { term: '夏季办公', detail: '周一至周五 8:30–11:30，13:30–17:00（5月1日到9月30日）' },
    ]);
    expect(lines('2026-11-22')[0]).toEqual({ term: '今天', detail: '不办公，11月23日（周一）办公' });
    expect(lines('2026-07-01')[1]?.term).toBe('夏季办公');
  });

  it('leave today out where the year has no calendar', () => {
    expect(lines('2027-02-10').map((line) => line.term)).toEqual(['冬季办公', '夏季办公']);
  });

  it('say the end of February as it is in every year', () => {
    const early = { hours: [{ ...hall.hours[1], until: '02-29' }] } as unknown as Hall;
    const [line] = hoursLines({ hall: early, calendars: [], today: day('2026-01-05'), minute: 0 });
    expect(line?.detail).toContain('（10月1日到2月底）');
  });
});
