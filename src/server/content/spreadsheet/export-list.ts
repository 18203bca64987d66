import { setImmediate } from 'node:timers/promises';
import { type ListKind, listInWords } from '../../../contract/batch.ts';
import { type Day, dayAtHall } from '../../../contract/day.ts';
import { type WorkCalendar, workCalendar } from '../../../contract/deadline.ts';
import { nameOf } from '../../../contract/entry-name.ts';
import type { Guide } from '../../../contract/guide.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { Item } from '../../../contract/item.ts';
import { onScreens } from '../../../contract/on-screens.ts';
import { type ReviewState, reviewStateInWords } from '../../../contract/review.ts';
import { LEGAL_WORKDAYS, type Timing, timingOf } from '../../../contract/timeliness.ts';
import { type EntryWithBody, entriesNamed, idsOfKind } from '../../store/batch.ts';
import { shownCalendar } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { type DisclosureRecord, disclosures } from '../../store/timeliness.ts';
import type { BookCell } from './book.ts';
import type { Column } from './column.ts';
import { columnsOf } from './list-column.ts';
import { headRow } from './template.ts';
import type { GrowingSheet } from './worker-call.ts';

/** What is here, with the columns by which it can come in again, and beside them what is only told: state, limit, in time or late. */

interface Telling {
  readonly hall: Hall;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  readonly disclosed: ReadonlyMap<string, DisclosureRecord>;
}

export async function listSheets(
  db: Db,
  kind: ListKind,
  hall: Hall,
  nowMs: number,
): Promise<readonly GrowingSheet[]> {
  const telling: Telling = {
    hall,
    today: dayAtHall(nowMs),
    calendar: workCalendar(await shownCalendar(db)),
    // The last of an entry is its present one.
    disclosed: new Map((await disclosures(db)).map((each) => [each.entry_id as string, each])),
  };
  const columns = columnsOf[kind];
  const told = kind === 'item' ? ITEM_TOLD : GUIDE_TOLD;
  return [
    {
      name: listInWords[kind],
      widths: [8, ...columns.map(({ width }) => width), ...told.map(() => 16)],
      frozen: 1,
      parts: rowsOf(db, kind, telling, [
        ...headRow(columns),
        ...told.map((text): BookCell => ({ text, tone: 'told' })),
      ]),
    },
  ];
}

const GUIDE_TOLD = ['状态', '屏幕上', '短名'];
const ITEM_TOLD = ['状态', '屏幕上', '公开期限', '是否按时', '短名'];
const PART = 50;

async function* rowsOf(
  db: Db,
  kind: ListKind,
  telling: Telling,
  head: readonly BookCell[],
): AsyncGenerator<readonly (readonly BookCell[])[]> {
  yield [head];
  const ids = await idsOfKind(db, kind);
  for (let at = 0; at < ids.length; at += PART) {
    const entries = await entriesNamed(db, ids.slice(at, at + PART));
    entries.sort((a, b) => (a.id < b.id ? -1 : 1));
    yield entries.map((entry, row) => [
      { text: String(at + row + 1) },
      ...cellsOf(entry, kind, telling.hall),
      ...toldOf(entry, kind, telling),
    ]);
    await setImmediate();
  }
}

function cellsOf(record: EntryWithBody, kind: ListKind, hall: Hall): readonly BookCell[] {
  const entry = JSON.parse(record.body) as Item | Guide;
  return columnsOf[kind].map((column): BookCell => {
    const value = column.key === 'indexNo' ? record.index_no : valueAt(entry, column);
    const text = value === undefined || value === null ? '' : column.write(value, hall);
    return column.isDay === true ? { text, isDay: true } : { text };
  });
}

function valueAt(entry: Item | Guide, { key }: Column): unknown {
  const at = (from: unknown, path: readonly string[]): unknown =>
    path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], from);
  if (entry.kind === 'item') return at(entry, key.split('.'));
  // A list speaks of the first place alone; a fee has more to say than a cell.
  if (key.startsWith('place.')) return at(entry.places[0], key.split('.').slice(1));
  if (key === 'feeNote') return entry.fee.charged ? '是' : '否';
  return at(entry, key.split('.'));
}

function toldOf(record: EntryWithBody, kind: ListKind, telling: Telling): readonly BookCell[] {
  const state: BookCell = { text: reviewStateInWords[record.state as ReviewState] ?? record.state };
  const shown = onScreens({ publishedRevision: record.published_revision, revision: record.revision });
  const rest: BookCell[] = [{ text: nameOf(record.id as never) }];
  if (kind === 'guide') return [state, { text: shown }, ...rest];
  const timing = timingIn(record, telling);
  const dueOn = timing === null || timing.is === 'unknown' ? '' : (timing.dueOn ?? '');
  return [
    state,
    { text: shown },
    { text: dueOn, isDay: true },
    { text: timing === null ? '' : inWords(timing) },
    ...rest,
  ];
}

function timingIn(record: EntryWithBody, { calendar, disclosed, today }: Telling): Timing | null {
  const entry = JSON.parse(record.body) as Item;
  const known = disclosed.get(record.id);
  if (known !== undefined)
    return timingOf(
      calendar,
      {
        formedOn: known.counted_from,
        limitWorkdays: known.limit_workdays,
        publishedOn: known.published_on,
      },
      today,
    );
  if (entry.disclosureWay !== '主动公开') return null;
  const limitWorkdays = entry.limitWorkdays ?? LEGAL_WORKDAYS;
  return timingOf(calendar, { formedOn: entry.formedOn, limitWorkdays, publishedOn: null }, today);
}

const days = (workdays: number | null): string => (workdays === null ? '' : ` ${workdays} 个工作日`);

function inWords(timing: Timing): string {
  switch (timing.is) {
    case 'published-in-time':
      return '按时公开';
    case 'published-late':
      return `超期公开${days(timing.workdays)}`;
    case 'late':
      return `没公开，已超期${days(timing.workdays)}`;
    case 'unknown':
      return `缺 ${timing.year} 年放假安排，算不出`;
    default:
      return `没公开，还剩${days(timing.workdays)}`;
  }
}
