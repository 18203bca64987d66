import * as v from 'valibot';
import { mayActOn } from '../../../contract/account.ts';
import { dayAtHall, momentOf } from '../../../contract/day.ts';
import {
  type AnnounceDueItem,
  DueItem,
  DueItemId,
  type SettleDueItem,
} from '../../../contract/desk-timeliness.ts';
import type { Problem } from '../../../contract/problem.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { Fault } from '../../../contract/schema.ts';
import { randomCode } from '../../../seal/random.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Deps, Staff } from '../../deps.ts';
import { badInput } from '../../http/body.ts';
import { entryRecord } from '../../store/entry.ts';
import { person } from '../../store/entry-row.ts';
import { shownHall } from '../../store/snapshot.ts';
import {
  type DueItemRecord,
  dueItem,
  putDueItem,
  type Settlement,
  settleRow,
} from '../../store/timeliness.ts';

/** 要公开的事: announced so that lateness is seen before anybody writes; settled once, by an item or with a reason. */
type Parts = Pick<Deps, 'store' | 'clock'>;

export async function announce(
  { store, clock }: Parts,
  staff: Staff,
  announced: AnnounceDueItem,
): Promise<Result<DueItem, Problem>> {
  const atMs = clock();
  const faults = await faultsIn({ store, clock }, staff, announced);
  if (faults.length > 0) return fail(badInput(faults));
  const row: DueItemRecord = {
    id: v.parse(DueItemId, `d-${randomCode('0123456789abcdefghijklmnopqrstuvwxyz', 12)}`),
    title: announced.title,
    heading: announced.heading,
    department: announced.department,
    formed_on: announced.formedOn,
    limit_workdays: announced.limitWorkdays,
    by_id: staff.id,
    by_name: staff.name,
    at: momentOf(atMs),
    entry_id: null,
    reason: null,
    settled_by_id: null,
    settled_by_name: null,
    settled_at: null,
  };
  await store.transaction(async (trx) => {
    await putDueItem(trx, row);
    const detail = { department: row.department, formedOn: row.formed_on };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'due-item.announce', object: row.id, detail });
  });
  return ok(dueItemOf(row));
}

async function faultsIn(
  { store, clock }: Parts,
  staff: Staff,
  { department, formedOn }: AnnounceDueItem,
): Promise<Fault[]> {
  const hall = await shownHall(store.db);
  const isKnown = hall === null || hall.departments.some(({ id }) => id === department);
  return [
    ...(isKnown ? [] : [{ path: ['department'], say: '没有这个科室。请从列表里选。' }]),
    ...(!isKnown || mayActOn(staff, 'content.announce', department)
      ? []
      : [{ path: ['department'], say: '您的账号属于别的科室，只登记自己科室的事。' }]),
    ...(formedOn <= dayAtHall(clock())
      ? []
      : [{ path: ['formedOn'], say: '形成日期还没有到。形成以后再登记。' }]),
  ];
}

/** The one who announced it may settle it, and whoever reviews. */
export function settle(
  { store, clock }: Parts,
  staff: Staff,
  id: DueItemId,
  how: SettleDueItem,
): Promise<Result<DueItem, Problem>> {
  return store.transaction(async (trx) => {
    const row = await dueItem(trx, id);
    if (row === undefined) return fail({ code: 'no-such-thing' });
    const isTheirs = row.by_id === staff.id && mayActOn(staff, 'content.announce', row.department);
    if (!isTheirs && !mayActOn(staff, 'content.review', row.department)) return fail({ code: 'not-allowed' });
    if (row.settled_at !== null) return fail({ code: 'move-made-before' });
    const item = how.how === 'item' ? how.item : null;
    if (item !== null && (await entryRecord(trx, item)) === undefined)
      return fail(badInput([{ path: ['item'], say: '没有这一条公开信息。请从列表里选。' }]));
    const atMs = clock();
    const settlement: Settlement = {
      entry_id: item,
      reason: how.how === 'closed' ? how.reason : null,
      settled_by_id: staff.id,
      settled_by_name: staff.name,
      settled_at: momentOf(atMs),
    };
    await settleRow(trx, id, settlement);
    const detail = { how: how.how, item };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'due-item.settle', object: id, detail });
    return ok(dueItemOf({ ...row, ...settlement }));
  });
}

export function dueItemOf(row: DueItemRecord): DueItem {
  return v.parse(DueItem, {
    id: row.id,
    title: row.title,
    heading: row.heading,
    department: row.department,
    formedOn: row.formed_on,
    limitWorkdays: row.limit_workdays,
    by: person(row.by_id, row.by_name),
    at: row.at,
    settled:
      row.settled_at === null
        ? null
        : {
            by: person(row.settled_by_id, row.settled_by_name),
            at: row.settled_at,
            item: row.entry_id,
            reason: row.reason,
          },
  });
}
