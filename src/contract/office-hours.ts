import { addDays, type Day, dayInShort } from './day.ts';
import { type CalendarYear, isWorkday, type WorkCalendar, workCalendar } from './deadline.ts';
import { type Hall, hoursOn, type OfficeHours } from './hall.ts';

/**
 * Office hours in words: today's first. Of today something is said only where it is known: a calendar of the year, one season
 * that holds, and days written as plain working days. Otherwise the rule stands as the hall wrote it.
 */

export interface HallNow {
  readonly hall: Hall;
  readonly calendars: readonly CalendarYear[];
  readonly today: Day;
  /** Minutes since midnight at the hall. */
  readonly minute: number;
}

export const minuteAtHall = (timeMs: number): number => Math.floor((timeMs / 60_000 + 8 * 60) % (24 * 60));

const WORKING_DAYS = /周一[至到–—-]周五|工作日/;
/** What may stand beside them without changing which days are meant: `（法定节假日除外，调休上班的周末照常办公）`. */
const SAME_DAYS =
  /周一[至到–—-]周五|工作日|国家|法定|节假日|公休日|除外|休息|不办公|调休|上班|的?周末|照常|办公/g;

/** Whether the days are just the working days of the calendar; `周一至周五、周六上午` are not. */
const isPlainWeek = ({ days }: OfficeHours): boolean =>
  WORKING_DAYS.test(days) && days.replace(SAME_DAYS, '').replace(/[（）()，、；;,.。\s]/g, '') === '';

const SPAN = /(\d{1,2}):(\d{2})\s*[–—~至到-]\s*(\d{1,2}):(\d{2})/g;

interface Span {
  readonly from: number;
  readonly until: number;
}

const minutes = (hour = '', minute = ''): number => Number(hour) * 60 + Number(minute);

/** `8:30–11:30，13:30–17:00` → its spans; what is written otherwise (`下午 1:30–5:00`, `周五到 15:00`) gives none. */
const spansOf = (times: string): readonly Span[] => {
  const spans = [...times.matchAll(SPAN)].map(([, fromHour, fromMinute, hour, minute]) => ({
    from: minutes(fromHour, fromMinute),
    until: minutes(hour, minute),
  }));
  const isAllRead = times.replace(SPAN, '').replace(/上午|下午|[，、；;,。\s]/g, '') === '';
  const isInOrder = spans.every(({ from, until }, at) => from < until && from >= (spans[at - 1]?.until ?? 0));
  const isByHalves = /下午\s*(?:0?\d|1[01]):/.test(times);
  return isAllRead && isInOrder && !isByHalves ? spans : [];
};

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

const stateIn = (spans: readonly Span[], minute: number): string => {
  if (spans.some(({ from, until }) => from <= minute && minute < until)) return '，现在办公';
  const next = spans.find(({ from }) => minute < from);
  if (next !== undefined) return `，${clock(next.from)} 开始办公`;
  return spans.length > 0 ? '，现在已下班' : '';
};

/** The hours that hold on a day, where they alone hold and the calendar decides about their days. */
const plainOn = (hall: Hall, on: Day): OfficeHours | null => {
  const [hours, ...more] = hoursOn(hall, on);
  return hours !== undefined && more.length === 0 && isPlainWeek(hours) ? hours : null;
};

const LOOK_AHEAD_DAYS = 20;

const nextOpen = (hall: Hall, calendar: WorkCalendar, after: Day) => {
  let on = after;
  for (let days = 0; days < LOOK_AHEAD_DAYS; days += 1) {
    on = addDays(on, 1);
    const work = isWorkday(calendar, on);
    const hours = plainOn(hall, on);
    if (!work.ok || hours === null) return null;
    if (work.value) return { on, hours };
  }
  return null;
};

const ruleInWords = ({ days, times }: OfficeHours): string => `${days} ${times}`;

interface OpenToday {
  readonly isOpen: boolean;
  /** `8:30–11:30，13:00–16:30，现在办公`; `不办公，11月23日（周一）办公` */
  readonly say: string;
  /** The rule of the day that is spoken of. */
  readonly rule: string;
}

/** null: nothing is known of today. */
const todayOf = ({ hall, calendars, today, minute }: HallNow): OpenToday | null => {
  const hours = plainOn(hall, today);
  const calendar = workCalendar(calendars);
  const work = isWorkday(calendar, today);
  if (hours === null || !work.ok) return null;
  const rule = ruleInWords(hours);
  if (work.value)
    return { isOpen: true, say: `${hours.times}${stateIn(spansOf(hours.times), minute)}`, rule };
  const next = nextOpen(hall, calendar, today);
  return next === null
    ? { isOpen: false, say: '不办公', rule }
    : { isOpen: false, say: `不办公，${dayInShort(next.on)}办公`, rule: ruleInWords(next.hours) };
};

const NOT_WRITTEN = '几点办公没有写明，请先打电话问。';

/** `今天 8:30–11:30，13:00–16:30，现在办公`: whether one can come now, and if not, when. */
export const hoursInWords = (now: HallNow): string => {
  const open = todayOf(now);
  if (open !== null) return open.isOpen ? `今天 ${open.say}` : `今天${open.say}。${open.rule}`;
  return hoursOn(now.hall, now.today).map(ruleInWords).join('；') || `今天${NOT_WRITTEN}`;
};

const monthDay = (text: string): string => `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`;

const seasonLine = (hours: OfficeHours): HoursLine => {
  const isAllYear = hours.from === '01-01' && hours.until === '12-31';
  const until = hours.until === '02-29' ? '2月底' : monthDay(hours.until);
  const when = isAllYear ? '' : `（${monthDay(hours.from)}到${until}）`;
  return { term: `${hours.season}办公`, detail: `${ruleInWords(hours)}${when}` };
};

export interface HoursLine {
  readonly term: string;
  readonly detail: string;
}

/** The seasons that do not hold today. */
export const otherSeasons = ({ hall, today }: Pick<HallNow, 'hall' | 'today'>): readonly HoursLine[] => {
  const held = hoursOn(hall, today);
  return hall.hours.filter((hours) => !held.includes(hours)).map(seasonLine);
};

/** Today, as far as it is known; then the season that holds; then the others. */
export const hoursLines = (now: HallNow): readonly HoursLine[] => {
  const open = todayOf(now);
  const held = hoursOn(now.hall, now.today);
  const today = open?.say ?? (held.length === 0 ? NOT_WRITTEN : null);
  return [
    ...(today === null ? [] : [{ term: '今天', detail: today }]),
    ...held.map(seasonLine),
    ...otherSeasons(now),
  ];
};
