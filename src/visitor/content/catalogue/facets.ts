import type { Current } from '../../store/content-db.ts';
import { t } from '../../t.ts';

/** Stands for "no category in particular" in an address: the whole catalogue as one list. */
export const EVERYTHING = 'all';

export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface Facets {
  readonly category: readonly Facet[];
  readonly year: readonly Facet[];
  readonly department: readonly Facet[];
}

const named = (
  list: readonly { readonly id: string; readonly label: string }[],
  counts: Readonly<Record<string, number>>,
): readonly Facet[] =>
  list
    .map(({ id, label }) => ({ value: id, label, count: counts[id] ?? 0 }))
    .filter((facet) => facet.count > 0);

/** The ways to divide the catalogue, as the hall orders them, without those under which nothing is. */
export const facetsOf = ({ hall, counts }: Current): Facets => ({
  category: named(hall.categories, counts.categories),
  year: Object.entries(counts.years)
    .filter(([, count]) => count > 0)
    .map(([year, count]) => ({ value: year, label: t('{year} 年', { year }), count }))
    .sort((a, b) => Number(b.value) - Number(a.value)),
  department: named(
    hall.departments.map(({ id, name }) => ({ id, label: name })),
    counts.departments,
  ),
});
