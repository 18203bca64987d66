import { mayRoles, type Permission, type Role } from '../contract/account.ts';
import type { MachineRow, Today } from '../contract/desk.ts';
import { isPressing } from './machine/incident-words.ts';
import {
  auditOf,
  contentOf,
  importOf,
  inboxOf,
  peopleOf,
  type Route,
  rulesOf,
  timelinessOf,
} from './route/route.ts';

/** The menu as data: who sees what, and the number beside it. */
export interface NavItem {
  readonly label: string;
  readonly to: Route;
  readonly count?: string;
  /** Something waits for this person. */
  readonly isHot?: boolean;
  readonly isHere?: boolean;
  /** The number with its noun, for those who only hear it. */
  readonly says?: string;
}

interface Row {
  readonly label: string;
  readonly to: Route;
  /** One of them is enough. */
  readonly needs: readonly Permission[];
  /** Pages that belong under it. */
  readonly holds: readonly Route['page'][];
  readonly count?: (today: Today) => Pick<NavItem, 'count' | 'isHot' | 'says'>;
}

const waiting = (count: number, says: string) =>
  count === 0 ? {} : { count: String(count), isHot: true, says };

export const screensOf = (machines: readonly MachineRow[]): readonly MachineRow[] =>
  machines.filter((machine) => machine.kind === 'screen' && machine.revocation === null);

/** A screen that has not been heard of for longer than it waits between two questions. */
const SILENT_MS = 6 * 60_000;
export const isOnline = (machine: MachineRow, nowMs: number): boolean =>
  machine.lastSeenAt !== null && nowMs - Date.parse(machine.lastSeenAt) < SILENT_MS;

/** Whoever signs at one of the stages of review. */
export const SIGN_PERMISSIONS = ['content.review', 'content.secrecy', 'content.sign'] as const;

const total = (counts: Today['published']): number =>
  Object.values(counts).reduce((sum, each) => sum + (each ?? 0), 0);

const table: readonly (readonly Row[])[] = [
  [
    { label: '今天', to: { page: 'today' }, needs: ['machine.read'], holds: ['today'] },
    {
      label: '收件',
      to: inboxOf(),
      needs: ['submission.list'],
      holds: ['inbox', 'submission'],
      count: (today) => waiting(today.open.length, `${today.open.length} 件待办`),
    },
    {
      label: '内容',
      to: contentOf(),
      needs: ['content.read'],
      holds: ['content', 'entry', 'new', 'preview', 'history'],
      count: (today) => ({
        count: String(total(today.published)),
        says: `已发布 ${total(today.published)} 条`,
      }),
    },
    { label: '导入导出', to: importOf(), needs: ['content.read'], holds: ['import', 'batch'] },
    {
      label: '待我审核',
      to: { page: 'review' },
      needs: SIGN_PERMISSIONS,
      holds: ['review', 'sheet'],
      count: (today) => waiting(today.toReview.length, `${today.toReview.length} 条待审核`),
    },
    {
      label: '发布',
      to: { page: 'publish' },
      needs: ['content.read'],
      holds: ['publish'],
      count: (today) => waiting(today.toPublish, `${today.toPublish} 条待发布`),
    },
    {
      label: '时限',
      to: timelinessOf(),
      needs: ['content.read'],
      holds: ['timeliness', 'due-items', 'digest', 'accountability'],
    },
  ],
  [
    {
      label: '屏幕',
      to: { page: 'screens' },
      needs: ['machine.read'],
      holds: ['screens'],
      count: (today) => {
        const pressing = today.incidents.filter(isPressing).length;
        if (pressing > 0) return waiting(pressing, `${pressing} 件屏幕报告的事没看`);
        const count = screensOf(today.machines).length;
        return { count: String(count), says: `${count} 块屏幕` };
      },
    },
    {
      label: '大厅设置',
      to: { page: 'hall' },
      needs: ['hall.edit', 'content.sign'],
      holds: ['hall', 'hall-history'],
      count: (today) => waiting(today.hallChanges, `${today.hallChanges} 处改动等您签发`),
    },
    { label: '操作记录', to: auditOf(), needs: ['audit.read'], holds: ['audit'] },
    { label: '账号', to: peopleOf(), needs: ['account.manage'], holds: ['people'] },
    {
      label: '审核方式',
      to: { page: 'review-way' },
      needs: ['account.manage'],
      holds: ['review-way'],
    },
    {
      label: '科室',
      to: { page: 'departments', q: '' },
      needs: ['machine.read'],
      holds: ['departments'],
    },
    { label: '规定', to: rulesOf(), needs: ['machine.read'], holds: ['rules'] },
  ],
];

export const navigation = (
  held: readonly Role[],
  today: Today | null,
  here: Route,
): readonly (readonly NavItem[])[] =>
  table
    .map((group) =>
      group
        .filter((row) => row.needs.some((each) => mayRoles(held, each)))
        .map((row) => ({
          label: row.label,
          to: row.to,
          isHere: row.holds.includes(here.page),
          ...(today === null ? {} : row.count?.(today)),
        })),
    )
    .filter((group) => group.length > 0);
