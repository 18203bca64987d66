import type { Branch } from '../field/tree.ts';

/** Kept while the page lives: a lost connection or session loses nothing that was typed. */
export const HALL_WRITING = '大厅设置';

export interface HallWriting {
  readonly hall: Branch;
  /** The earlier settings that it began with; null: with those on the screens. */
  readonly restoredFrom: string | null;
}
