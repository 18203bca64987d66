import { computed, signal } from '@preact/signals';

/**
 * Is a page being read aloud? Who reads lives in `reading/` and comes where this machine has a voice; the buttons for it stand in
 * the shell. Here is what both know.
 */

export type Aloud =
  | 'silent'
  /** The page holds something that the visitor filled in: all of it, or without? Others in the hall can hear. */
  | 'asking'
  | 'reading'
  | 'paused'
  /** There was a voice and it says nothing. */
  | 'mute';

export interface Reader {
  /** Reads the page from what stands at its top on the glass; asks first where something is the visitor's own. */
  readonly read: () => void;
  readonly readWith: (own: 'own-too' | 'not-own') => void;
  readonly pause: () => void;
  /** From the beginning of the sentence that was cut off. */
  readonly goOn: () => void;
  readonly stop: () => void;
}

/** Null: no voice of this machine speaks the language that is shown, and no button offers one. */
export const reader = signal<Reader | null>(null);

export const aloud = signal<Aloud>('silent');

export const isReadingAloud = computed(() => aloud.value === 'reading');
