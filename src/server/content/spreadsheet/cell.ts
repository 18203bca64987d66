import * as v from 'valibot';
import { Day } from '../../../contract/day-schema.ts';
import { type Duration, durationInWords } from '../../../contract/deadline.ts';

/** What people write into cells, as one plain text and as days and spans of time. */

/** A cell's value as the file has it. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** Full-width digits and letters become plain; what cannot be seen goes. Line breaks stay. */
export const cellText = (cell: RawCell): string => {
  if (cell === null || cell === undefined) return '';
  // Days come as midnight in UTC, whatever the zone of the machine.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell)
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\t\P{Cc}]|[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, '')
    .replace(/[\t\u00a0]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
};

/** One line: a title that was broken over two lines of a cell is one again. */
export const oneLine = (text: string): string =>
  text.replace(/\n+/g, (_, at: number) => (isLatin(text, at) ? ' ' : ''));

const isLatin = (text: string, at: number): boolean =>
  /[\w.,;:)]/.test(text.charAt(at - 1)) && /[\w(]/.test(text.slice(at).trimStart().charAt(0));

/** A serial number of Excel's own calendar, where a column was not formatted as a date: 1980 to 2099. */
const SERIAL = /^(?:29[2-9]|[3-6]\d\d|7[0-2]\d)\d\d$/;
const DAY = /^(\d{4})\s*[-/.年－—]\s*(\d{1,2})\s*[-/.月－—]\s*(\d{1,2})\s*[日号]?(?:\s+0{1,2}:00(?::00)?)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** `2014-1-24`, `2014年1月24日`, `2014.01.24`, `20140124`; null when it is no day of the calendar. */
export const dayOf = (text: string): Day | null => {
  const plain = text.replace(/\n/g, '').trim();
  if (SERIAL.test(plain))
    return new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).toISOString().slice(0, 10) as Day;
  const [, year, month = '', day = ''] = DAY.exec(plain) ?? DIGITS.exec(plain) ?? [];
  const parsed = v.safeParse(Day, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success ? parsed.output : null;
};

const NUMERALS = '一二三四五六七八九十';
const UNITS = {
  个工作日: 'workday',
  工作日: 'workday',
  个月: 'month',
  月: 'month',
  天: 'day',
  日: 'day',
  个自然日: 'day',
  自然日: 'day',
} as const;

/** `5个工作日`, `30 天`, `即办`. */
export const durationOf = (text: string): Duration | null => {
  const plain = text.replace(/\s/g, '');
  if (/^(?:即办|即时办结|当场|当场办结|当场办好|立等可取|0个?工作日)$/.test(plain))
    return { n: 0, unit: 'immediate' };
  const [, digits = '', unit = ''] = /^(\d{1,3}|[一二三四五六七八九十])(\D+?)(?:内)?$/.exec(plain) ?? [];
  const n = NUMERALS.includes(digits) && digits !== '' ? NUMERALS.indexOf(digits) + 1 : Number(digits);
  const known = UNITS[unit as keyof typeof UNITS];
  return known === undefined || !(n > 0 && n <= 400) ? null : { n, unit: known };
};

export const durationText = (it: Duration): string =>
  it.unit === 'immediate' ? '即办' : durationInWords(it).replace(' ', '');

/** Several in one cell: by line, or by 、；; and the like. */
export const wordsIn = (text: string): string[] => listOf(text, /[\n、；;，,|]+/);
export const linesIn = (text: string): string[] => listOf(text, /\n+|[；;](?!\s*$)/).map(withoutNumber);

const listOf = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `1．身份证` and `（二）户口簿` are what people write where a list numbers itself. */
const withoutNumber = (line: string): string =>
  line
    .replace(/^(?:\d{1,2}\s*[.．、)）]|[（(][一二三四五六七八九十\d]{1,2}[)）])\s*(?=\S)/, '')
    .replace(/[；;。]$/, '');
