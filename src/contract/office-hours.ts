import { addDays, type Day, dayInShort, monthDayInWords } from './day.ts';
import { type CalendarYear, isWorkday, type WorkCalendar, workCalendar } from './deadline.ts';
import { type Hall, hoursOn, type OfficeHours } from './hall.ts';
import { chinese, type Say } from './words/say.ts';

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

const stateIn = (spans: readonly Span[], minute: number, say: Say): string => {
  if (spans.some(({ from, until }) => from <= minute && minute < until)) return say('，现在办公');
  const next = spans.find(({ from }) => minute < from);
  if (next !== undefined) return say('，{time} 开始办公', { time: clock(next.from) });
  return spans.length > 0 ? say('，现在已下班') : '';
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

/** What a hall wrote stays as it is, but for the comma between two spans. */
const timesInWords = (times: string, say: Say): string => times.replaceAll('，', say('，'));

const ruleInWords = ({ days, times }: OfficeHours, say: Say): string => `${days} ${timesInWords(times, say)}`;

interface OpenToday {
  readonly isOpen: boolean;
  /** `8:30–11:30，13:00–16:30，现在办公`; `不办公，11月23日（周一）办公` */
  readonly say: string;
  /** The rule of the day that is spoken of. */
  readonly rule: string;
}

/** null: nothing is known of today. */
const todayOf = ({ hall, calendars, today, minute }: HallNow, say: Say): OpenToday | null => {
  const hours = plainOn(hall, today);
  const calendar = workCalendar(calendars);
  const work = isWorkday(calendar, today);
  if (hours === null || !work.ok) return null;
  const rule = ruleInWords(hours, say);
  if (work.value) {
    const state = stateIn(spansOf(hours.times), minute, say);
    return { isOpen: true, say: `${timesInWords(hours.times, say)}${state}`, rule };
  }
  const next = nextOpen(hall, calendar, today);
  return next === null
    ? { isOpen: false, say: say('不办公'), rule }
    : {
        isOpen: false,
        say: say('不办公，{day}办公', { day: dayInShort(next.on, say) }),
        rule: ruleInWords(next.hours, say),
      };
};

const NOT_WRITTEN = '几点办公没有写明，请先打电话问。';

/** `今天 8:30–11:30，13:00–16:30，现在办公`: whether one can come now, and if not, when. */
export const hoursInWords = (now: HallNow, say = chinese): string => {
  const open = todayOf(now, say);
  if (open === null) return ruleToday(now, say) || say('今天几点办公没有写明，请先打电话问。');
  return open.isOpen
    ? say('今天 {hours}', { hours: open.say })
    : say('今天{hours}。{rule}', { hours: open.say, rule: open.rule });
};

const ruleToday = ({ hall, today }: HallNow, say: Say): string =>
  hoursOn(hall, today)
    .map((hours) => ruleInWords(hours, say))
    .join(say('；'));

/** The same as a line beside others; where nothing is known of today, the season's rule is not called today's. */
export const hoursLine = (now: HallNow, say = chinese): HoursLine => {
  const open = todayOf(now, say);
  if (open !== null)
    return { term: say('今天'), detail: open.isOpen ? open.say : `${open.say}${say('。')}${open.rule}` };
  const rule = ruleToday(now, say);
  return rule === ''
    ? { term: say('今天'), detail: say(NOT_WRITTEN) }
    : { term: say('大厅办公'), detail: rule };
};

const seasonLine = (hours: OfficeHours, say: Say): HoursLine => {
  const isAllYear = hours.from === '01-01' && hours.until === '12-31';
  const until = hours.until === '02-29' ? say('2月底') : monthDayInWords(hours.until, say);
  const when = isAllYear ? '' : say('（{from}到{until}）', { from: monthDayInWords(hours.from, say), until });
  return { term: say('{season}办公', { season: hours.season }), detail: `${ruleInWords(hours, say)}${when}` };
};

export interface HoursLine {
  readonly term: string;
  readonly detail: string;
}

/** The seasons that do not hold today. */
export const otherSeasons = (
  { hall, today }: Pick<HallNow, 'hall' | 'today'>,
  say = chinese,
): readonly HoursLine[] => {
  const held = hoursOn(hall, today);
  return hall.hours.filter((hours) => !held.includes(hours)).map((hours) => seasonLine(hours, say));
};

/** Today, as far as it is known; then the season that holds; then the others. */
export const hoursLines = (now: HallNow, say = chinese): readonly HoursLine[] => {
  const open = todayOf(now, say);
  const held = hoursOn(now.hall, now.today);
  const today = open?.say ?? (held.length === 0 ? say(NOT_WRITTEN) : null);
  return [
    ...(today === null ? [] : [{ term: say('今天'), detail: today }]),
    ...held.map((hours) => seasonLine(hours, say)),
    ...otherSeasons(now, say),
  ];
};
