import * as v from 'valibot';
import type { CellFault, ListKind } from '../../../contract/batch.ts';
import { dayAtHall } from '../../../contract/day.ts';
import { Entry } from '../../../contract/entry.ts';
import type { Guide } from '../../../contract/guide.ts';
import type { Hall } from '../../../contract/hall.ts';
import { type EntryId, entryId } from '../../../contract/id.ts';
import type { Item } from '../../../contract/item.ts';
import { type Fault, faultsOf } from '../../../contract/schema.ts';
import { faultsInHall } from '../fit-hall.ts';
import { chartIdOf, chartOfRow } from './chart-of-row.ts';
import type { Fields } from './column.ts';
import { feeFault, guideOfRow } from './guide-of-row.ts';
import { itemOfRow } from './item-of-row.ts';
import { columnsOf } from './list-column.ts';

/** What a row becomes: the entry, and for a new guide its chart; or everything that is wrong, by column. */

export interface RowContext {
  readonly hall: Hall;
  readonly nowMs: number;
}

export interface RowTarget {
  readonly id: EntryId;
  /** What it is already; null: it is new. */
  readonly base: Entry | null;
}

export type RowEntries =
  | { readonly entries: readonly Entry[]; readonly faults: readonly [] }
  | { readonly entries: null; readonly faults: readonly CellFault[] };

/** Stands in while a row is only looked at: its own short name is given when it is written. */
export const placeholderOf = (kind: ListKind): EntryId => entryId(kind, 'new');

export function entriesOfRow(
  kind: ListKind,
  fields: Fields,
  { id, base }: RowTarget,
  { hall, nowMs }: RowContext,
): RowEntries {
  const today = dayAtHall(nowMs);
  const whole =
    kind === 'item'
      ? itemOfRow(fields, base as Item | null, hall)
      : {
          chart: chartIdOf(id),
          ...guideOfRow(fields, base as Guide | null, hall, today),
        };
  const value = { ...whole, kind, id };
  const faults = [...faultsOf(Entry, value)];
  const fee = kind === 'guide' ? feeFault(fields) : null;
  if (fee !== null) faults.push({ path: ['feeNote'], say: fee });
  const parsed = v.safeParse(Entry, value);
  if (parsed.success) faults.push(...faultsInHall(parsed.output, hall, nowMs));
  if (!parsed.success || faults.length > 0)
    return { entries: null, faults: byColumn(kind, fields, faults, hall) };
  const entry = parsed.output;
  const isNewGuide = entry.kind === 'guide' && base === null;
  return { entries: isNewGuide ? [entry, chartOfRow(fields, entry, today)] : [entry], faults: [] };
}

/** The first fault of each column, with what stands there as an export would write it. */
function byColumn(kind: ListKind, fields: Fields, faults: readonly Fault[], hall: Hall): CellFault[] {
  const told = new Map<string, CellFault>();
  for (const { path, say } of faults) {
    const column = columnsOf[kind].find(({ key }) => isAt(key, path));
    const label = column?.label ?? '这一行';
    if (told.has(label)) continue;
    const isEmpty = column !== undefined && fields[column.key] === undefined;
    told.set(label, {
      column: label,
      stands: column === undefined || isEmpty ? '' : column.write(fields[column.key], hall).slice(0, 60),
      say: isEmpty && column.isNeeded === true ? '这里空着，必须写。' : plainly(say),
    });
  }
  return [...told.values()];
}

const isAt = (key: string, path: Fault['path']): boolean => {
  const steps = key.split('.');
  return steps.every((step, at) => path[at] === undefined || String(path[at]) === step);
};

/** Sentences of the schema name fields as files do. */
const plainly = (say: string): string => say.replace(/^缺少“.*”。$/, '这里空着，必须写。');
