import { type Show, showIds, type TimelinessRow } from '../../../contract/desk-timeliness.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { Route } from '../../route/route.ts';
import { departmentName } from './words.ts';

export type Tally = Readonly<Record<Show, number>>;

export const tallyOf = (rows: readonly TimelinessRow[]): Tally =>
  Object.fromEntries(
    showIds.map((show) => [show, rows.filter((row) => row.show === show).length]),
  ) as unknown as Tally;

export interface DepartmentTally {
  readonly id: string;
  readonly name: string;
  readonly tally: Tally;
  readonly isEmpty: boolean;
}

/** The hall's departments in their order, then those that only old entries name. */
export const byDepartment = (
  rows: readonly TimelinessRow[],
  hall: Pick<Hall, 'departments'> | null,
): readonly DepartmentTally[] => {
  const ids = [...(hall?.departments ?? []).map(({ id }) => id), ...rows.map(({ department }) => department)];
  return [...new Set(ids)].map((id) => {
    const mine = rows.filter((row) => row.department === id);
    return { id, name: departmentName(hall, id), tally: tallyOf(mine), isEmpty: mine.length === 0 };
  });
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

export const filterRows = (
  rows: readonly TimelinessRow[],
  { show, department, q }: Pick<Extract<Route, { page: 'timeliness' }>, 'show' | 'department' | 'q'>,
): readonly TimelinessRow[] =>
  rows
    .filter(
      (row) => (show === '' || row.show === show) && (department === '' || row.department === department),
    )
    .filter((row) => plain(`${row.title} ${row.of.id}`).includes(plain(q.trim())))
    .sort((a, b) => showIds.indexOf(a.show) - showIds.indexOf(b.show));
