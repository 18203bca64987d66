import * as v from 'valibot';
import { Accountability } from '../../contract/accountability.ts';
import type { Day } from '../../contract/day.ts';
import { Today } from '../../contract/desk.ts';
import {
  type AnnounceDueItem,
  Digest,
  DueItem,
  type DueItemId,
  type SettleDueItem,
  Timeliness,
} from '../../contract/desk-timeliness.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** What is to be done today, and what is due, late and entered. */
export const timelinessApi = ({ get, send }: Calls) => ({
  today: () => get(staff.today, Today),
  timeliness: () => get(staff.timeliness, Timeliness),
  dueItems: () => get(staff.dueItems, v.array(DueItem)),
  announce: (due: AnnounceDueItem) => send('POST', staff.dueItems, due, DueItem),
  settle: (id: DueItemId, how: SettleDueItem) => send('POST', staff.dueItemSettlement(id), how, DueItem),
  digest: (from: Day) => get(staff.digest(from), Digest),
  accountability: (from: Day, until: Day) => get(staff.accountability(from, until), Accountability),
});
