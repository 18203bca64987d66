import { mayActOn, type Permission } from '../../contract/account.ts';
import { departmentOf, type Entry, ownerOf } from '../../contract/entry.ts';
import type { Hall } from '../../contract/hall.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Staff } from '../deps.ts';
import { entryRecord } from '../store/entry.ts';
import { shownHall } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';

/** Who answers for a text that is not saved yet: what a chart or card belongs to answers for it. */
export async function departmentOfText(trx: Trx, entry: Entry): Promise<string | null> {
  const owner = ownerOf(entry);
  if (owner === null) return departmentOf(entry);
  return (await entryRecord(trx, owner))?.its_department ?? null;
}

/**
 * Who belongs to a department acts for it alone: neither on what another answers for, nor away from or into another's hands.
 * `departments`: of the text as it is and as it would become.
 */
export async function whyNotTheirs(
  db: Db | Trx,
  staff: Staff,
  permission: Permission,
  departments: readonly (string | null)[],
): Promise<Problem | null> {
  const its = departments.find((each) => !mayActOn(staff, permission, each));
  return its === undefined ? null : otherDepartment(db, staff, its, permission);
}

export async function otherDepartment(
  db: Db | Trx,
  staff: Staff,
  its: string | null,
  permission: Permission,
): Promise<Problem> {
  if (staff.department === null) return { code: 'not-allowed' };
  const hall = await shownHall(db);
  return {
    code: 'other-department',
    its: its === null ? null : nameIn(hall, its),
    own: nameIn(hall, staff.department),
    does: permission === 'content.review' ? 'review' : 'write',
  };
}

const nameIn = (hall: Hall | null, id: string): string =>
  hall?.departments.find((each) => each.id === id)?.name ?? id;
