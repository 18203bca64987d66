import type { JournalRecord } from './format.ts';

/** What the page and the journal's worker say to each other. One question, one answer, in order. */
export type Question =
  | { readonly op: 'append'; readonly records: readonly JournalRecord[] }
  | { readonly op: 'probe'; readonly bytes: number }
  | { readonly op: 'read' }
  /** Leaves only these records, if the journal still has as many bytes as when it was read: else another page has added to it. */
  | { readonly op: 'rewrite'; readonly records: readonly JournalRecord[]; readonly ifBytes: number };

export interface Contents {
  readonly records: readonly JournalRecord[];
  /** Records whose digest was wrong, and bytes that belonged to none. */
  readonly damaged: number;
  readonly bytes: number;
}

export type AnswerTo<Q extends Question> = Q extends { op: 'read' } ? Contents : null;

export type Reply =
  | { readonly ok: true; readonly value: Contents | null }
  | { readonly ok: false; readonly fault: string };
