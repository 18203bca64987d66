import type { Day } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { dayOf, oneLine, wordsIn } from './cell.ts';

/**
 * A column of a list: its heading and the other headings by which people call it, the rule that stands behind it, how its cells are
 * read and how they are written. Template, import and export are all drawn from the same table.
 */
export interface Column {
  /** Where its value stands in the entry: `title`, `period.from`. */
  readonly key: string;
  readonly label: string;
  readonly alsoCalled?: readonly string[];
  /** A new entry cannot do without it. */
  readonly isNeeded?: true;
  readonly width: number;
  /** One sentence for the template's second sheet, with the article where there is one. */
  readonly rule: string;
  readonly example: string;
  readonly allowed?: (hall: Hall) => readonly string[];
  readonly read: (text: string, hall: Hall) => Result<unknown, string>;
  /** What an export writes; a Day becomes a date of the spreadsheet. */
  readonly write: (value: unknown, hall: Hall) => string;
  readonly isDay?: true;
}

/** What was understood of a row: values by the keys of their columns. */
export type Fields = Readonly<Record<string, unknown>>;

type Own = Omit<Column, 'read' | 'write'>;

const say = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const lineColumn = (own: Own, max: number): Column => ({
  ...own,
  read: (text) => {
    const line = oneLine(text);
    return line.length > max ? fail(`最多 ${max} 个字，现在有 ${line.length} 个。`) : ok(line);
  },
  write: say,
});

export const proseColumn = (own: Own, max: number): Column => ({
  ...own,
  read: (text) => (text.length > max ? fail(`最多 ${max} 个字，现在有 ${text.length} 个。`) : ok(text)),
  write: say,
});

export const dayColumn = (own: Own): Column => ({
  ...own,
  isDay: true,
  read: (text) => {
    const day = dayOf(text);
    return day === null ? fail('要写成 2014-1-24 或 2014年1月24日 的样子，而且日历上要有这一天。') : ok(day);
  },
  write: (value) => say(value as Day),
});

export const countColumn = (own: Own, min: number, max: number): Column => ({
  ...own,
  read: (text) => {
    const n = Number(/^(\d{1,4})(?:\.0+)?\s*(?:个工作日|次|天)?$/.exec(text)?.[1] ?? Number.NaN);
    return n >= min && n <= max ? ok(n) : fail(`要写 ${min} 到 ${max} 的整数。`);
  },
  write: say,
});

/** A choice: what is stored, and the words for it. */
export type Choice = readonly [value: string, words: string];
type Choices = (hall: Hall) => readonly Choice[];

export const pickColumn = (
  own: Own,
  choices: Choices,
  also: Readonly<Record<string, string>> = {},
): Column => ({
  ...own,
  allowed: (hall) => choices(hall).map(([, words]) => words),
  read: (text, hall) => {
    const found = choiceOf(oneLine(text), choices(hall), also);
    return found === null
      ? fail(
          `只能写：${choices(hall)
            .map(([, words]) => words)
            .join('、')}。`,
        )
      : ok(found);
  },
  write: (value, hall) => wordsOf(value, choices(hall)),
});

export const picksColumn = (own: Own, choices: Choices): Column => ({
  ...own,
  allowed: (hall) => choices(hall).map(([, words]) => words),
  read: (text, hall) => {
    const found = wordsIn(text).map((each) => [each, choiceOf(each, choices(hall), {})] as const);
    const unknown = found.find(([, value]) => value === null)?.[0];
    return unknown === undefined
      ? ok([...new Set(found.map(([, value]) => value))])
      : fail(
          `没有“${unknown}”。只能写：${choices(hall)
            .map(([, words]) => words)
            .join('、')}；几个之间用顿号。`,
        );
  },
  write: (value, hall) =>
    listed(value)
      .map((each) => wordsOf(each, choices(hall)))
      .join('、'),
});

export const wordsColumn = (own: Own, max: number, most: number): Column => ({
  ...own,
  read: (text) => {
    const words = [...new Set(wordsIn(text))];
    const long = words.find((each) => each.length > max);
    if (long !== undefined) return fail(`“${long}”太长，每个最多 ${max} 个字；几个之间用顿号。`);
    return words.length > most ? fail(`最多 ${most} 个。`) : ok(words);
  },
  write: (value) => listed(value).map(say).join('、'),
});

export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const wordsOf = (value: unknown, choices: readonly Choice[]): string =>
  choices.find(([each]) => each === value)?.[1] ?? say(value);

/** By its words, by its short name, by another word for it, or by the beginning that only one has. */
const choiceOf = (
  text: string,
  choices: readonly Choice[],
  also: Readonly<Record<string, string>>,
): string | null => {
  const exact = choices.find(([value, words]) => words === text || value === text);
  if (exact !== undefined) return exact[0];
  if (also[text] !== undefined) return also[text];
  const begun = text.length < 2 ? [] : choices.filter(([, words]) => words.startsWith(text));
  return begun.length === 1 ? (begun[0]?.[0] ?? null) : null;
};

export const plainChoices = (values: readonly string[]): Choices => {
  const choices = values.map((each) => [each, each] as const);
  return () => choices;
};
export const departmentChoices: Choices = (hall) => hall.departments.map(({ id, name }) => [id, name]);
export const categoryChoices: Choices = (hall) => hall.categories.map(({ id, label }) => [id, label]);
