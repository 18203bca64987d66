import { type Accountability, countUp, type Tally } from '../../../contract/accountability.ts';
import { type Day, dayAtHall } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import { timingOf } from '../../../contract/timeliness.ts';
import type { Db } from '../../store/store.ts';
import { actsBetween, firstDrafts } from '../../store/timeliness.ts';
import { clockOf, type Ledger, openClocks } from './ledger.ts';

/** Accountability by counts: every figure is a number of records, each counted in one row and one column. */
export async function accountability(
  db: Db,
  { ledger, hall, today }: { ledger: Ledger; hall: Hall | null; today: Day },
  span: Pick<Accountability, 'from' | 'until'>,
): Promise<Accountability> {
  const tallies = [
    ...disclosureTallies(ledger, today),
    ...overdueTallies(ledger, today),
    ...ledger.dueItems.map(
      (due): Tally => ({ department: due.department, column: 'announced', on: dayOf(due.at) }),
    ),
    ...(await writtenTallies(db, ledger)),
    ...(await returnTallies(db, ledger)),
  ];
  const departments = (hall?.departments ?? []).map(({ id }) => id);
  return { ...span, rows: [...countUp(span, departments, tallies)] };
}

const dayOf = (moment: string): Day => dayAtHall(Date.parse(moment));

function disclosureTallies({ disclosures, calendar }: Ledger, today: Day): Tally[] {
  return disclosures.map((row) => {
    const { is } = timingOf(calendar, clockOf(row), today);
    const column = is === 'published-in-time' ? 'inTime' : is === 'published-late' ? 'late' : 'unknown';
    return { department: row.department, column, on: row.published_on };
  });
}

function overdueTallies(ledger: Ledger, today: Day): Tally[] {
  return openClocks(ledger).flatMap(({ department, clock }) => {
    const timing = timingOf(ledger.calendar, clock, today);
    return timing.is === 'late' ? [{ department, column: 'overdue', on: timing.dueOn }] : [];
  });
}

const departmentOf = (ledger: Ledger, id: string): string => ledger.facts.get(id)?.latest.department ?? '';

async function writtenTallies(db: Db, ledger: Ledger): Promise<Tally[]> {
  const rows = await firstDrafts(db);
  return rows.map((row) => ({
    department: departmentOf(ledger, row.entry_id),
    column: 'entered',
    on: dayOf(row.saved_at),
  }));
}

async function returnTallies(db: Db, ledger: Ledger): Promise<Tally[]> {
  const acts = await actsBetween(db, 'return', '', '9999');
  return acts
    .filter(({ kind }) => kind === 'item')
    .map((act) => ({
      department: departmentOf(ledger, act.entry_id),
      column: 'returned',
      on: dayOf(act.at),
    }));
}
