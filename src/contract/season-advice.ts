import * as v from 'valibot';
import { type Advice, halfOf, listIn, textIn } from './advice.ts';
import { addDays } from './day.ts';
import { day } from './day-schema.ts';
import { inSeason, MonthDay } from './hall.ts';

/** Seasons of office hours that do not fit together: days that none covers, days that several cover, days that no year has. */

/** Every day that a year can have, the leap day too. */
const YEAR: readonly string[] = Array.from({ length: 366 }, (_, at) =>
  addDays(day('2028-01-01'), at).slice(5),
);
const LEAP_DAY = '02-29';

interface Season {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

const seasonsIn = (hours: unknown): readonly Season[] =>
  listIn(hours).map((row, at) => {
    const { season, from, until } = halfOf(row);
    return { name: textIn(season) || `第 ${at + 1} 段`, from: textIn(from), until: textIn(until) };
  });

/** Days one after another that the same seasons cover, by their places in the list. */
interface Run {
  readonly first: string;
  readonly last: string;
  readonly by: readonly number[];
}

const isSameBy = (one: Run, other: Run): boolean => one.by.join() === other.by.join();

const runsOf = (seasons: readonly Season[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const on of YEAR) {
    const by = seasons.flatMap((season, at) => (inSeason(season, on) ? [at] : []));
    const [run, last] = [{ first: on, last: on, by }, runs.at(-1)];
    if (last !== undefined && isSameBy(last, run)) runs[runs.length - 1] = { ...last, last: on };
    else runs.push(run);
  }
  const [head, tail] = [runs[0], runs.at(-1)];
  // The year's end is no end: what goes on in January is one span.
  if (head === undefined || tail === undefined || head === tail || !isSameBy(head, tail)) return runs;
  return [{ ...head, first: tail.first }, ...runs.slice(1, -1)];
};

const inWords = (monthDay: string): string =>
  `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`;

const spanInWords = ({ first, last }: Run): string => {
  if (first !== last) return `${inWords(first)}到${inWords(last)}`;
  return first === LEAP_DAY ? `${inWords(first)}（闰年才有）` : inWords(first);
};

const sayRun = (run: Run, seasons: readonly Season[]): readonly Advice[] => {
  const span = spanInWords(run);
  const [, second] = run.by;
  if (run.by.length === 0) return [{ path: 'hours', say: `${span}没有写办公时间。请把前后两段的日子接上。` }];
  if (second === undefined) return [];
  const names = run.by.map((at) => `“${seasons[at]?.name}”`).join('和');
  return [
    {
      path: `hours.${second}.from`,
      say: `${span}${names}都写了，屏幕说不准那时几点办公。请改成一天只归一段。`,
    },
  ];
};

const daysNotThere = (seasons: readonly Season[]): readonly Advice[] =>
  seasons.flatMap((season, at) =>
    (['from', 'until'] as const)
      .filter((key) => !YEAR.includes(season[key]))
      .map((key) => ({
        path: `hours.${at}.${key}`,
        say: `“${season.name}”写的${inWords(season[key])}，日历上没有。请改成那个月有的日子。`,
      })),
  );

/** While a day is still half typed nothing is said: its fault says what to do. */
export const seasonAdvice = (hours: unknown): readonly Advice[] => {
  const seasons = seasonsIn(hours);
  const isWritten = seasons.every(({ from, until }) => v.is(MonthDay, from) && v.is(MonthDay, until));
  if (seasons.length === 0 || !isWritten) return [];
  return [...daysNotThere(seasons), ...runsOf(seasons).flatMap((run) => sayRun(run, seasons))];
};
