import type { EntryKind } from '../../../contract/id.ts';
import type { Branch } from '../field/tree.ts';
import { CardBeside } from './card-beside.tsx';
import { ChartBeside } from './chart-beside.tsx';

export interface BesideProps {
  readonly kind: EntryKind;
  readonly entry: Branch;
}

/** Kinds whose result stands beside their fields while they are written. */
export const hasBeside = (kind: EntryKind): boolean => kind === 'chart' || kind === 'card';

export function Beside({ kind, entry }: BesideProps) {
  if (kind === 'chart') return <ChartBeside chart={entry} />;
  return kind === 'card' ? <CardBeside card={entry} /> : null;
}
