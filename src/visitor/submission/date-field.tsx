import { useState } from 'preact/hooks';
import { isInRange } from '../../contract/answer.ts';
import { addDays, type Day, dayInShort, dayInWords, weekdayOf } from '../../contract/day.ts';
import type { DateRange } from '../../contract/form.ts';
import { Button } from '../../ui/button.tsx';
import { ChipList } from '../../ui/chip-list.tsx';
import { type TapCell, TapGrid } from '../../ui/tap-grid.tsx';
import { t, type Word } from '../t.ts';
import type { AnswerFieldProps } from './answer-field.tsx';
import css from './date-field.module.css';
import { today } from './step.ts';

const NEAR = ['今天', '昨天', '前天'] as const satisfies readonly Word[];
const COMING = ['今天', '明天', '后天'] as const satisfies readonly Word[];
const DAYS_OF_WEEK = [
  '周一',
  '周二',
  '周三',
  '周四',
  '周五',
  '周六',
  '周日',
] as const satisfies readonly Word[];
const RANGE_WORDS = {
  'until-today': '选今天或者以前的日子，没到的不能选。',
  'from-today': '选今天或者以后的日子，过了的不能选。',
} as const satisfies Record<DateRange, Word>;
const YEARS = 10;
const MONTHS = 12;

type Part = 'year' | 'month' | 'day';
const ASKS = { year: '哪一年', month: '哪个月', day: '哪一天' } as const satisfies Record<Part, Word>;

interface Picked {
  readonly year: number;
  readonly month: number;
  /** Null until it is chosen. */
  readonly day: number | null;
}

const partsOf = (on: Day): Picked & { readonly day: number } => {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return { year, month, day };
};

const two = (n: number): string => String(n).padStart(2, '0');

/** 28 to 31. */
export const daysOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The tens of years that hold a year: 1950 to 1959. */
export const tenYears = (year: number): readonly number[] =>
  Array.from({ length: YEARS }, (_, at) => Math.floor(year / YEARS) * YEARS + at);

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** A day by touches alone: the near ones at one, any other by year, month and day. No key, no swipe. */
export const DateField = ({ question, answer, error, onAnswer }: AnswerFieldProps) => {
  const range = question.field.type === 'date' ? question.field.range : undefined;
  const held = typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? (answer as Day) : null;
  const [picked, setPicked] = useState<Picked>(held ? partsOf(held) : { ...partsOf(today()), day: null });
  const [part, setPart] = useState<Part>('day');
  const [first, setFirst] = useState(picked.year);
  const near = nearDays(range);
  const pick = (next: Picked, then: Part): void => {
    // The 31st of a shorter month is no day: it is chosen anew.
    const day = next.day !== null && next.day > daysOf(next.year, next.month) ? null : next.day;
    setPicked({ ...next, day });
    setPart(then);
    onAnswer(day === null ? undefined : `${next.year}-${two(next.month)}-${two(day)}`);
  };
  const take = (on: Day | undefined): void => {
    if (on === undefined) return;
    setFirst(partsOf(on).year);
    pick(partsOf(on), 'day');
  };
  const { year, month, day } = picked;
  const words = { year: t('{year}年', { year }), month: t('{month}月', { month }), day: '' };
  words.day = day === null ? t('哪一天') : t('{day}日', { day });
  return (
    <>
      <ChipList
        label={t('最近几天')}
        chips={near.map((each) => each.chip)}
        onPress={(chip) => take(near.find((each) => each.chip === chip)?.on)}
      />
      <fieldset class={css.parts} aria-label={t('年月日')}>
        {(['year', 'month', 'day'] as const).map((each) => (
          <Button
            key={each}
            kind="secondary"
            size="small"
            isPressed={part === each}
            onPress={() => setPart(each)}
          >
            {words[each]}
          </Button>
        ))}
      </fieldset>
      {part === 'year' && (
        <div class={css.turn}>
          <Button kind="quiet" size="small" icon="chevron-left" onPress={() => setFirst(first - YEARS)}>
            {t('更早')}
          </Button>
          <Button kind="quiet" size="small" icon="chevron-right" onPress={() => setFirst(first + YEARS)}>
            {t('更晚')}
          </Button>
        </div>
      )}
      {range !== undefined && <p>{t(RANGE_WORDS[range])}</p>}
      {/* Thirty numbers in a row tell nobody who listens anything: the buttons above and the day chosen do. */}
      <div data-unread={part === 'day' ? '' : undefined}>
        <TapGrid
          key={part}
          label={t(ASKS[part])}
          columns={part === 'day' ? DAYS_OF_WEEK.length : part === 'month' ? 4 : 5}
          {...(part === 'day' ? { heads: DAYS_OF_WEEK.map((each) => t(each)), skip: skipOf(picked) } : {})}
          cells={cellsOf(part, picked, first, range)}
          chosen={picked[part]}
          onChoose={(value) => {
            if (part === 'year') pick({ ...picked, year: value }, 'month');
            else pick({ ...picked, [part]: value }, 'day');
          }}
        />
      </div>
      <p class={css.chosen} role="status">
        {held === null ? t('还没有选日期') : `${t('您选的是')} ${dayInWords(held, t)}`}
      </p>
      {held !== null && (
        <Button kind="quiet" size="small" onPress={() => pick({ ...picked, day: null }, 'day')}>
          {t('清除日期')}
        </Button>
      )}
      <p class={css.error} aria-live="polite">
        {error}
      </p>
    </>
  );
};

/** Of those that may be chosen, in the order in which people think of them. */
const nearDays = (range: DateRange | undefined) =>
  (range === 'from-today' ? COMING : NEAR)
    .map((word, away) => ({ word, on: addDays(today(), range === 'from-today' ? away : -away) }))
    .map(({ word, on }) => ({ on, chip: `${t(word)} ${dayInShort(on, t)}` }));

/** Monday first, as calendars here are printed. */
const skipOf = ({ year, month }: Picked): number => (weekdayOf(dayOf(year, month, 1)) + 6) % 7;

const dayOf = (year: number, month: number, day: number): Day => `${year}-${two(month)}-${two(day)}` as Day;

/** Whether any day from the first to the last of them may be chosen. */
const hasDay = (first: Day, last: Day, range: DateRange | undefined): boolean =>
  isInRange(first, range, today()) || isInRange(last, range, today());

const cellsOf = (
  part: Part,
  { year, month }: Picked,
  first: number,
  range: DateRange | undefined,
): readonly TapCell<number>[] => {
  if (part === 'year')
    return tenYears(first).map((value) => ({
      value,
      label: `${value}`,
      disabled: !hasDay(dayOf(value, 1, 1), dayOf(value, MONTHS, 31), range),
    }));
  if (part === 'month')
    return upTo(MONTHS).map((value) => ({
      value,
      label: t('{month}月', { month: value }),
      disabled: !hasDay(dayOf(year, value, 1), dayOf(year, value, daysOf(year, value)), range),
    }));
  return upTo(daysOf(year, month)).map((value) => {
    const on = dayOf(year, month, value);
    const isToday = on === today();
    return {
      value,
      label: `${value}`,
      name: [value, ...(isToday ? [t('今天')] : []), t(DAYS_OF_WEEK[(weekdayOf(on) + 6) % 7] ?? '周日')].join(
        ' ',
      ),
      note: isToday ? t('今天') : undefined,
      disabled: !isInRange(on, range, today()),
    };
  });
};
