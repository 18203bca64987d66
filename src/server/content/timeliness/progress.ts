import { type Day, yearOf } from '../../../contract/day.ts';
import type { DisclosureProgress } from '../../../contract/desk-timeliness.ts';
import { timingOf } from '../../../contract/timeliness.ts';
import { type Ledger, openClocks } from './ledger.ts';

/**
 * How far each department is this year (`103 / 120 条应公开信息已录入`, as the annual report asks): what became public this year, and
 * what is not public yet, since whatever year it waits.
 */
export function progressOf(ledger: Ledger, today: Day): DisclosureProgress[] {
  const rows = new Map<string, DisclosureProgress>();
  const add = (department: string, counts: Partial<DisclosureProgress>): void => {
    const row = rows.get(department) ?? { department, total: 0, entered: 0, published: 0, late: 0 };
    rows.set(department, {
      department,
      total: row.total + 1,
      entered: row.entered + (counts.entered ?? 0),
      published: row.published + (counts.published ?? 0),
      late: row.late + (counts.late ?? 0),
    });
  };
  for (const { published_on: on, department } of ledger.disclosures)
    if (yearOf(on) === yearOf(today)) add(department, { entered: 1, published: 1 });
  for (const { of, department, clock } of openClocks(ledger)) {
    const isLate = timingOf(ledger.calendar, clock, today).is === 'late';
    add(department, { entered: of.kind === 'item' ? 1 : 0, late: isLate ? 1 : 0 });
  }
  return [...rows.values()].sort((a, b) => b.late - a.late || (a.department < b.department ? -1 : 1));
}
