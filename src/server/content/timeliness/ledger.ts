import type { Day } from '../../../contract/day.ts';
import { type WorkCalendar, workCalendar } from '../../../contract/deadline.ts';
import type { TimelinessRow } from '../../../contract/desk-timeliness.ts';
import type { Clock } from '../../../contract/timeliness.ts';
import { entryRecords, type NamedEntryRecord } from '../../store/entry.ts';
import { shownCalendar } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import {
  type DisclosureRecord,
  type DueItemRecord,
  disclosures,
  dueItems,
  itemDrafts,
} from '../../store/timeliness.ts';
import type { EntryFacts, FactsOf } from './entry-facts.ts';

/** All that counting starts from, read once: entries, what became public, what is announced, and the calendar. */
export interface Ledger {
  readonly calendar: WorkCalendar;
  readonly entries: readonly NamedEntryRecord[];
  readonly disclosures: readonly DisclosureRecord[];
  readonly dueItems: readonly DueItemRecord[];
  /** Of each item the draft that was written last, and the one that screens show. */
  readonly facts: ReadonlyMap<string, { readonly latest: EntryFacts; readonly shown: EntryFacts | null }>;
}

export async function readLedger(db: Db, factsOf: FactsOf): Promise<Ledger> {
  const entries = await entryRecords(db);
  const savedAt = new Map(
    (await itemDrafts(db)).map((each) => [`${each.id} ${each.revision}`, each.saved_at]),
  );
  const factsAt = (id: string, revision: number) => factsOf(id, revision, savedAt.get(`${id} ${revision}`));
  const facts = new Map<string, { latest: EntryFacts; shown: EntryFacts | null }>();
  for (const { id, kind, revision, published_revision: shown } of entries) {
    if (kind !== 'item') continue;
    facts.set(id, {
      latest: await factsAt(id, revision),
      shown: shown === null ? null : await factsAt(id, shown),
    });
  }
  return {
    calendar: workCalendar(await shownCalendar(db)),
    entries,
    disclosures: await disclosures(db),
    dueItems: await dueItems(db),
    facts,
  };
}

/** Something that must become public and is not yet. */
export interface OpenClock extends Pick<TimelinessRow, 'of' | 'title' | 'department'> {
  readonly clock: Clock & { readonly publishedOn: null };
}

export function openClocks(ledger: Ledger): readonly OpenClock[] {
  return [...announcedClocks(ledger), ...itemClocks(ledger)];
}

function announcedClocks({ dueItems }: Ledger): readonly OpenClock[] {
  return dueItems
    .filter((due) => due.settled_at === null)
    .map((due) => ({
      of: {
        kind: 'due-item',
        id: due.id as never,
        by: { id: due.by_id, name: due.by_name },
      },
      title: due.title,
      department: due.department,
      clock: { formedOn: due.formed_on, limitWorkdays: due.limit_workdays, publishedOn: null },
    }));
}

/** Items never published, and changes formed later than what was. What was withdrawn waits for nothing. */
function itemClocks({ entries, disclosures, dueItems, facts }: Ledger): readonly OpenClock[] {
  const publicAs = new Map(disclosures.map((each) => [each.entry_id as string, each.formed_on]));
  const announced = new Map<string, DueItemRecord>();
  for (const due of dueItems)
    if (due.entry_id !== null && !isEarlier(announced.get(due.entry_id), due))
      announced.set(due.entry_id, due);
  return entries.flatMap((entry) => {
    const latest = facts.get(entry.id)?.latest;
    if (latest?.isProactive !== true || latest.formedOn === null || entry.state === 'withdrawn') return [];
    const before = publicAs.get(entry.id);
    if (before !== undefined && latest.formedOn <= before) return [];
    const due = before === undefined ? announced.get(entry.id) : undefined;
    return [
      {
        of: { kind: 'item', id: entry.id as never, state: entry.state },
        title: entry.title,
        department: latest.department,
        clock: {
          formedOn: earlier(latest.formedOn, due?.formed_on),
          limitWorkdays: Math.min(latest.limitWorkdays, due?.limit_workdays ?? latest.limitWorkdays),
          publishedOn: null,
        },
      },
    ];
  });
}

function isEarlier(a: DueItemRecord | undefined, b: DueItemRecord): boolean {
  return a !== undefined && a.formed_on <= b.formed_on;
}

function earlier(a: Day, b: Day | undefined): Day {
  return b !== undefined && b < a ? b : a;
}

export function clockOf(row: DisclosureRecord): Clock {
  return { formedOn: row.counted_from, limitWorkdays: row.limit_workdays, publishedOn: row.published_on };
}
