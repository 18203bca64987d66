import type { Day } from '../../contract/day.ts';
import type { Count, Counts, Current, TimedItem } from './content-db.ts';
import type { CataloguePage, CatalogueQuery } from './read-content.ts';

/**
 * Items whose time (公示期) is over: the hall withdraws them, but a screen without a network has to see by itself that the day has
 * come. They stand in no list, count and search then; their address says that their time is over.
 */

export const plus = (count: Count, keys: readonly string[], by: number): Count => {
  const next: Record<string, number> = { ...count };
  for (const key of keys) {
    const sum = (next[key] ?? 0) + by;
    if (sum === 0) delete next[key];
    else next[key] = sum;
  }
  return next;
};

export const countItem = (
  counts: Counts,
  row: Pick<TimedItem, 'category' | 'department' | 'on'>,
  by: 1 | -1,
): Counts => ({
  ...counts,
  kinds: { ...counts.kinds, item: counts.kinds.item + by },
  categories: plus(counts.categories, [row.category], by),
  years: plus(counts.years, [row.on.slice(0, 4)], by),
  departments: plus(counts.departments, [row.department], by),
});

export const overOn = ({ timed }: Counts, today: Day): readonly TimedItem[] =>
  timed.filter(({ until }) => until < today);

/** What a screen shows on that day; the very same object while nothing is over. */
export const shownOn = (held: Current, today: Day): Current => {
  const over = overOn(held.counts, today);
  if (over.length === 0) return held;
  const counts = over.reduce((left, item) => countItem(left, item, -1), held.counts);
  return { ...held, counts };
};

export const withoutOver = <R extends { readonly id: string }>(
  rows: readonly R[],
  over: readonly TimedItem[],
): readonly R[] =>
  over.length === 0 ? rows : rows.filter((row) => over.every((item) => item.id !== row.id));

/** A page of the catalogue without them, its count too. */
export const pageWithoutOver = (
  { rows, count }: CataloguePage,
  { category, department, year }: CatalogueQuery,
  over: readonly TimedItem[],
): CataloguePage => {
  const counted = over.filter(
    (item) =>
      (category === undefined || item.category === category) &&
      (department === undefined || item.department === department) &&
      (year === undefined || Number(item.on.slice(0, 4)) === year),
  );
  return { rows: withoutOver(rows, over), count: count - counted.length };
};
