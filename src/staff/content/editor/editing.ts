import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntryRow } from '../../../contract/desk.ts';
import type { EntryKind } from '../../../contract/entry-name.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { HallEntry } from '../../../contract/hall-change.ts';
import type { Choice } from '../../part/field.tsx';
import type { Branch } from '../field/tree.ts';

/** What every field of the editor may ask. */
export interface Editing {
  /** What is edited: rules are found by it. */
  readonly kind: EntryKind | 'hall';
  /** What stood there when the writing began. */
  readonly base: Branch;
  /** The fault to show beside the field at this path, if it should be shown already. */
  readonly faultAt: (path: string) => string | undefined;
  /** Whether anything under this path is at fault. */
  readonly hasFaultUnder: (path: string) => boolean;
  readonly touch: (path: string) => void;
  readonly hall: Hall | null;
  /** Entries that can be referred to. */
  readonly entries: readonly EntryRow[];
  /** What is published, for the hall's settings: who keeps them may read no drafts. */
  readonly shown: readonly HallEntry[];
  /** Steps or questions of the entry itself that can be referred to. */
  readonly inner: readonly Choice[];
  /** What can be answered to one of its questions. */
  readonly answersTo: (question: string) => readonly Choice[];
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export const useEditing = (): Editing => {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('a field outside of an editor');
  return editing;
};

/** The id of the field at a path: a list of faults leads there. */
export const idAt = (path: string): string => `f-${path.replaceAll(/[.\s]/g, '-')}`;
export const under = (path: string, key: string | number): string =>
  path === '' ? String(key) : `${path}.${key}`;
