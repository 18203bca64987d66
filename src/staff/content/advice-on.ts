import type { Advice } from '../../contract/advice.ts';
import { lintBody, lintItem } from '../../contract/body-lint.ts';
import { lintChart } from '../../contract/chart-lint.ts';
import type { EntryRow } from '../../contract/desk.ts';
import type { EntryKind } from '../../contract/entry-name.ts';
import { lintGuide } from '../../contract/guide-lint.ts';
import { badAddresses, deadLinks, type Target } from '../../contract/link-lint.ts';
import { hardTexts } from '../../contract/text-lint.ts';
import type { Branch } from './field/tree.ts';

export interface Around {
  /** What there is to link to; empty until it is known. */
  readonly entries: readonly EntryRow[];
  /** A guide's chart, a chart's guide. */
  readonly counterpart: Branch | null;
}

/** All that could be better in an entry, the same for who writes and who reviews it. */
export const adviceOn = (
  kind: EntryKind,
  mine: Branch,
  { entries, counterpart }: Around,
): readonly Advice[] => [
  ...(kind === 'guide' ? lintGuide(mine, counterpart) : []),
  ...(kind === 'chart' ? lintChart(mine, counterpart) : []),
  ...hardTexts(kind, mine),
  ...(kind === 'item' ? lintItem(mine) : []),
  ...lintBody(mine),
  ...badAddresses(mine),
  ...(entries.length > 0 ? deadLinks(mine, targetIn(entries)) : []),
];

const targetIn = (entries: readonly EntryRow[]) => {
  const byId = new Map<string, EntryRow>(entries.map((row) => [row.id, row]));
  return (id: string): Target | undefined => {
    const row = byId.get(id);
    return row && { title: row.title, isWithdrawn: row.state === 'withdrawn' };
  };
};
