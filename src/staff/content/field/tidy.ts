import type { EntryKind } from '../../../contract/entry-name.ts';
import { tidyChart } from './chart-steps.ts';
import { tidyForm } from './form-questions.ts';
import type { Branch } from './tree.ts';

/** What the desk does by itself after each change of a kind's entry: short names, and what belongs to a choice. */
const tidiers: Partial<Record<EntryKind, (entry: Branch) => Branch>> = {
  chart: tidyChart,
  form: tidyForm,
};

export const tidied = (kind: EntryKind, entry: Branch): Branch => tidiers[kind]?.(entry) ?? entry;
