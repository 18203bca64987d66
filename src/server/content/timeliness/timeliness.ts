import { type Day, dayAtHall, yearOf } from '../../../contract/day.ts';
import type { Timeliness, TimelinessRow } from '../../../contract/desk-timeliness.ts';
import { GUIDE_HEADING, headingIds } from '../../../contract/standard-catalogue.ts';
import { expiryOf, type Timing, timingOf } from '../../../contract/timeliness.ts';
import { clockOf, type Ledger, type OpenClock, openClocks } from './ledger.ts';
import { progressOf } from './progress.ts';

/** The dashboard: what each department has due, late and soon to expire, and which headings have had nothing this year. */
export function timeliness(ledger: Ledger, today: Day): Timeliness {
  return {
    today,
    rows: [...openRows(ledger, today), ...lateRows(ledger, today), ...expiringRows(ledger, today)],
    progress: progressOf(ledger, today),
    headings: headingCounts(ledger, today),
  };
}

const showOf = { running: 'running', soon: 'soon', late: 'late', unknown: 'unknown' } as const;

/** What is not public yet, the most pressing first. */
export function openRows(ledger: Ledger, today: Day): TimelinessRow[] {
  return openClocks(ledger)
    .map((open) => rowOf(open, timingOf(ledger.calendar, open.clock, today)))
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

function rowOf({ of, title, department, clock }: OpenClock, timing: Timing): TimelinessRow {
  return {
    show: timing.is in showOf ? showOf[timing.is as keyof typeof showOf] : 'running',
    of,
    title,
    department,
    formedOn: clock.formedOn,
    publishedOn: null,
    on: timing.is === 'unknown' ? null : timing.dueOn,
    days: timing.is === 'unknown' ? null : timing.workdays,
    missingYear: timing.is === 'unknown' ? timing.year : null,
    why: null,
  };
}

/** What became public too late this year. */
function lateRows(ledger: Ledger, today: Day): TimelinessRow[] {
  const titles = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  return ledger.disclosures
    .filter((row) => yearOf(row.published_on) === yearOf(today))
    .flatMap((row): TimelinessRow[] => {
      const timing = timingOf(ledger.calendar, clockOf(row), today);
      const entry = titles.get(row.entry_id);
      if (timing.is !== 'published-late' || entry === undefined) return [];
      return [
        {
          show: 'published',
          of: { kind: 'item', id: row.entry_id, state: entry.state },
          title: entry.title,
          department: row.department,
          formedOn: row.counted_from,
          publishedOn: row.published_on,
          on: timing.dueOn,
          days: timing.workdays,
          missingYear: null,
          why: null,
        },
      ];
    })
    .sort((a, b) => ((a.publishedOn ?? '') > (b.publishedOn ?? '') ? -1 : 1));
}

function expiringRows({ entries, facts }: Ledger, today: Day): TimelinessRow[] {
  return entries
    .flatMap((entry): TimelinessRow[] => {
      const shown = facts.get(entry.id)?.shown ?? null;
      const expiry = shown === null ? null : expiryOf(shown, today);
      if (shown === null || shown.formedOn === null || expiry === null) return [];
      return [
        {
          show: 'expiring',
          of: { kind: 'item', id: entry.id as never, state: entry.state },
          title: entry.title,
          department: shown.department,
          formedOn: shown.formedOn,
          publishedOn: null,
          on: expiry.on,
          days: expiry.days,
          missingYear: null,
          why: expiry.why,
        },
      ];
    })
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

/** By what became public; an item that was announced under a heading counts there too. Guides stand under Art. 20 (5). */
function headingCounts(ledger: Ledger, today: Day): Timeliness['headings'] {
  const days = new Map<string, Day[]>(headingIds.map((id) => [id, []]));
  const announced = new Map<string, string[]>();
  for (const { entry_id: id, heading } of ledger.dueItems)
    if (id !== null && heading !== null) announced.set(id, [...(announced.get(id) ?? []), heading]);
  for (const { entry_id: id, published_on: on } of ledger.disclosures) {
    const known = ledger.facts.get(id)?.latest.headings ?? [];
    for (const heading of new Set([...known, ...(announced.get(id) ?? [])])) days.get(heading)?.push(on);
  }
  for (const { kind, first_published_at: at } of ledger.entries)
    if (kind === 'guide' && at !== null) days.get(GUIDE_HEADING)?.push(dayAtHall(Date.parse(at)));
  return headingIds.map((id) => {
    const on = (days.get(id) ?? []).sort();
    return {
      id,
      thisYear: on.filter((each) => yearOf(each) === yearOf(today)).length,
      lastOn: on.at(-1) ?? null,
    };
  });
}
