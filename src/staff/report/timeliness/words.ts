import { type Day, dayAtHall } from '../../../contract/day.ts';
import type { Show, TimelinessRow } from '../../../contract/desk-timeliness.ts';
import type { Hall } from '../../../contract/hall.ts';
import { dateInWords } from '../../part/words.ts';

/** How the desk says where something stands against its limit. */

export interface Said {
  readonly say: string;
  /** The day behind it. */
  readonly more: string;
}

const over = (days: number | null): string => (days === null ? '已超期' : `超 ${days} 个工作日`);

const left = (days: number | null): string => {
  if (days === null) return '在期限内';
  return days === 0 ? '今天到期' : `还有 ${days} 个工作日`;
};

const ends = (days: number, why: TimelinessRow['why']): string => {
  const what = why === 'period' ? '公示期' : '有效期';
  if (days === 0) return `${what}今天满`;
  return days > 0 ? `${what}还有 ${days} 天` : `${what}过了 ${-days} 天`;
};

export const timingInWords = (row: TimelinessRow, nowMs: number): Said => {
  const formed = `形成于 ${dateInWords(row.formedOn, nowMs)}`;
  const day = (on: Day | null): string => (on === null ? '' : dateInWords(on, nowMs));
  switch (row.show) {
    case 'late':
      return { say: over(row.days), more: `${formed}，最晚 ${day(row.on)}` };
    case 'soon':
    case 'running':
      return { say: left(row.days), more: `${formed}，最晚 ${day(row.on)}` };
    case 'unknown':
      return { say: `缺 ${row.missingYear} 年放假安排`, more: `${formed}，录入以后才有准确日期` };
    case 'published':
      return { say: over(row.days), more: `${formed}，最晚 ${day(row.on)}，公开于 ${day(row.publishedOn)}` };
    case 'expiring':
      return { say: ends(row.days ?? 0, row.why), more: `到 ${day(row.on)}` };
  }
};

export const toneOf: Readonly<Record<Show, 'plain' | 'good' | 'warn' | 'bad'>> = {
  late: 'bad',
  soon: 'warn',
  running: 'plain',
  unknown: 'warn',
  published: 'bad',
  expiring: 'warn',
};

export const departmentName = (hall: Pick<Hall, 'departments'> | null, id: string): string =>
  hall?.departments.find((each) => each.id === id)?.name ?? (id === '' ? '（没有写科室）' : id);

/** The Monday of the week of a moment. */
export const mondayOf = (nowMs: number): Day => {
  const MS_PER_DAY = 86_400_000;
  const weekday = (new Date(`${dayAtHall(nowMs)}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAtHall(nowMs - weekday * MS_PER_DAY);
};
