import { mayTouch } from '../../contract/account.ts';
import { departmentOf, type Entry } from '../../contract/entry.ts';
import type { Hall } from '../../contract/hall.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Staff } from '../deps.ts';
import { shownHall } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';

/**
 * Who belongs to a department writes for it alone: neither what another answers for, nor away from or into another's hands.
 * `entries`: the text as it is and as it would become.
 */
export async function whyNotTheirs(
  db: Db | Trx,
  staff: Staff,
  entries: readonly (Entry | null)[],
): Promise<Problem | null> {
  const its = entries
    .map((entry) => (entry === null ? null : departmentOf(entry)))
    .find((each) => !mayTouch(staff.department, each));
  if (its === undefined || its === null || staff.department === null) return null;
  const hall = await shownHall(db);
  return { code: 'other-department', its: nameIn(hall, its), own: nameIn(hall, staff.department) };
}

const nameIn = (hall: Hall | null, id: string): string =>
  hall?.departments.find((each) => each.id === id)?.name ?? id;
