import { type Role, roles } from '../../contract/account.ts';
import type { Hall } from '../../contract/hall.ts';
import type { PersonRow } from '../../contract/people.ts';
import { departmentName } from '../desk.ts';
import type { Route } from '../route/route.ts';

/** People in words, and which of them a list shows. */

export const rolesInWords = (held: readonly Role[]): string => held.map((role) => roles[role]).join('、');

export const departmentInWords = (id: string | null, hall: Hall | null): string =>
  departmentName(id, hall) ?? '全大厅';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

export const filterPeople = (
  rows: readonly PersonRow[],
  { role, state, q }: Pick<Extract<Route, { page: 'people' }>, 'role' | 'state' | 'q'>,
): readonly PersonRow[] =>
  rows
    .filter((row) => (role === '' || row.roles.includes(role)) && (state === '' || row.state === state))
    .filter((row) => plain(`${row.name} ${row.login}`).includes(plain(q.trim())));
