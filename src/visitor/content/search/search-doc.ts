import type { Day } from '../../../contract/day.ts';
import type { EntryKind } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';

/** What the search knows of an entry at once; the full words may follow later. */
export interface SearchDoc {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly title: string;
  /** Other names under which people ask for it. */
  readonly aliases: readonly string[];
  /** As in the contract's SearchKeys: of the title, then of each alias. */
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
  /** Newer comes first among equals. */
  readonly on: Day;
}

const KIND_ORDER = { guide: 0, form: 1, page: 2, chart: 3, item: 4, card: 5 } as const satisfies Record<
  EntryKind,
  number
>;

/** Order among equals: what can be done before what can be read, then the newest. */
export const byWeight = (a: SearchDoc, b: SearchDoc): number =>
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
  (a.on < b.on ? 1 : a.on > b.on ? -1 : 0) ||
  (a.id < b.id ? -1 : 1);
