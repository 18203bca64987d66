import type { IncidentRow, MachineRow } from '../../contract/desk.ts';
import { isOnline } from '../navigation.ts';
import type { ScreensPlace, ShownIncidents, ShownMachines } from '../route/route.ts';
import { sayIncident, tellerOf } from './incident-words.ts';
import { machineInWords } from './machine-words.ts';

/** Which machines and which of their reports a list shows. */

export const shownMachinesInWords = {
  screen: '大厅屏幕',
  online: '在线的屏幕',
  silent: '没有联网的屏幕',
  behind: '不是最新一版的屏幕',
  unconfirmed: '还没有确认的屏幕',
  phone: '手机和电脑',
  revoked: '已停用的',
} as const satisfies Record<ShownMachines, string>;

export const shownIncidentsInWords = {
  unseen: '还没看的',
  seen: '看过的',
} as const satisfies Record<ShownIncidents, string>;

export interface Now {
  readonly nowMs: number;
  /** The newest snapshot; null when it is not known. */
  readonly newest: number | null;
}

type Test = (row: MachineRow, now: Now) => boolean;

const isScreen: Test = (row) => row.kind === 'screen' && row.revocation === null;

export const isBehind = ({ shows }: Pick<MachineRow, 'shows'>, { newest }: Pick<Now, 'newest'>): boolean =>
  shows !== null && newest !== null && shows < newest;

const tests = {
  screen: isScreen,
  online: (row, now) => isScreen(row, now) && isOnline(row, now.nowMs),
  silent: (row, now) => isScreen(row, now) && !isOnline(row, now.nowMs),
  behind: (row, now) => isScreen(row, now) && isBehind(row, now),
  unconfirmed: (row, now) => isScreen(row, now) && row.confirmedAt === null,
  phone: (row) => row.kind === 'phone' && row.revocation === null,
  revoked: (row) => row.revocation !== null,
} as const satisfies Record<ShownMachines, Test>;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const isFound = (text: string, q = ''): boolean => plain(text).includes(plain(q.trim()));

/** Screens before phones, each by its letter. */
export const filterMachines = (
  rows: readonly MachineRow[],
  { show, q }: Pick<ScreensPlace, 'show' | 'q'>,
  now: Now,
): readonly MachineRow[] =>
  rows
    .filter((row) => !show || tests[show](row, now))
    .filter((row) => isFound(`${machineInWords(row)} ${row.place ?? ''}`, q))
    .sort((a, b) => (a.kind === b.kind ? (a.prefix < b.prefix ? -1 : 1) : a.kind === 'screen' ? -1 : 1));

export const filterIncidents = (
  rows: readonly IncidentRow[],
  { told, q }: Pick<ScreensPlace, 'told' | 'q'>,
): readonly IncidentRow[] =>
  rows
    .filter((row) => !told || (row.seen !== null) === (told === 'seen'))
    .filter((row) => isFound(`${tellerOf(row)} ${sayIncident(row).say} ${row.detail}`, q));
