import { describe, expect, it } from 'vitest';
import { day } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import { hoursInWords, minuteAtHall } from './hours.ts';

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

  it('reads the clock at the hall', () => {
    expect(minuteAtHall(Date.parse('2026-11-24T01:12:30Z'))).toBe(9 * 60 + 12);
    expect(minuteAtHall(Date.parse('2026-11-23T17:00:00Z'))).toBe(60);
  });
});
