import type { EntryDetail } from '../../contract/desk.ts';
import type { EntryKind } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import { ok } from '../../contract/result.ts';
import { useDesk } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import { type Branch, textOf } from './field/tree.ts';
import { branchOfEntry } from './writing.ts';

/** The other half of a guide and its chart, as it was saved last: advice on either looks at both. Null: none, or not there yet. */
export const useCounterpart = (kind: EntryKind, mine: Branch): Branch | null => {
  const { api } = useDesk();
  const id = kind === 'guide' ? textOf(mine.chart) : kind === 'chart' ? textOf(mine.guide) : '';
  const { value } = useLoad<EntryDetail | null>(id, async () =>
    id === '' ? ok(null) : api.entry(id as EntryId),
  );
  return value == null ? null : branchOfEntry(value.entry);
};
