import type { EntryKind } from '../../../contract/entry-name.ts';
import type { Branch } from '../field/tree.ts';
import { CardBeside } from './card-beside.tsx';
import { ChartBeside } from './chart-beside.tsx';
import { FormBeside } from './form-beside.tsx';

export interface BesideProps {
  readonly kind: EntryKind;
  readonly entry: Branch;
}

/** Kinds whose result stands beside their fields while they are written. */
export const hasBeside = (kind: EntryKind): boolean => kind === 'chart' || kind === 'card' || kind === 'form';

export function Beside({ kind, entry }: BesideProps) {
  if (kind === 'chart') return <ChartBeside chart={entry} />;
  if (kind === 'form') return <FormBeside form={entry} />;
  return kind === 'card' ? <CardBeside card={entry} /> : null;
}
