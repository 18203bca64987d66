import type { ListKind } from '../../../contract/batch.ts';
import type { Guide } from '../../../contract/guide.ts';
import type { Item } from '../../../contract/item.ts';
import { type EntryWithBody, entriesNumbered, entriesOfKind, entriesTitled } from '../../store/batch.ts';
import type { Db, Trx } from '../../store/store.ts';
import type { Fields } from './column.ts';

/** Which entry a row speaks of: an item by its index number, else by name, document number and day; a guide by its name. */

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What makes two rows of one file the same. */
export const keyOf = (kind: ListKind, fields: Fields): string =>
  kind === 'item'
    ? [fields.title, fields.docNo, fields.formedOn].map(text).join('\n')
    : text(fields.officialName ?? fields.title);

export async function sameEntries(
  db: Db | Trx,
  kind: ListKind,
  rows: readonly Fields[],
): Promise<readonly (EntryWithBody | null)[]> {
  return kind === 'item' ? sameItems(db, rows) : sameGuides(db, rows);
}

async function sameItems(db: Db | Trx, rows: readonly Fields[]): Promise<readonly (EntryWithBody | null)[]> {
  const given = (key: string): string[] => [...new Set(rows.map((row) => text(row[key])).filter(Boolean))];
  const numbered = new Map(
    (await entriesNumbered(db, given('indexNo'))).map((each) => [each.index_no, each]),
  );
  const titled = new Map<string, EntryWithBody>();
  for (const entry of await entriesTitled(db, 'item', given('title')))
    titled.set(keyOf('item', JSON.parse(entry.body) as Item), entry);
  return rows.map((row) => numbered.get(text(row.indexNo)) ?? titled.get(keyOf('item', row)) ?? null);
}

async function sameGuides(db: Db | Trx, rows: readonly Fields[]): Promise<readonly (EntryWithBody | null)[]> {
  // A hall has a few dozen guides: they are compared whole.
  const known = new Map<string, EntryWithBody>();
  for (const entry of await entriesOfKind(db, 'guide')) {
    known.set(entry.title, entry);
    known.set((JSON.parse(entry.body) as Guide).officialName, entry);
  }
  return rows.map((row) => known.get(text(row.officialName)) ?? known.get(text(row.title)) ?? null);
}
