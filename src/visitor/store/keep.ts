import { commitFiling, takeBack } from './filed.ts';
import type { Journal } from './journal.ts';
import { envelopeRecord, type Filed, voidRecord } from './journal-view.ts';
import type { OutboxDatabase } from './outbox-db.ts';

export interface Places {
  readonly db: OutboxDatabase;
  readonly journal: Journal;
}

/**
 * Puts a filing in both places. True only when both have said that it is on the disk; else it is taken back from both as far as
 * they allow, so that a visitor who files again does not file twice.
 */
export const keepInBoth = async ({ db, journal }: Places, { envelope, receipt }: Filed): Promise<boolean> => {
  const kept = await Promise.allSettled([
    commitFiling(db, envelope, receipt),
    journal.append([envelopeRecord(envelope.bytes)]),
  ]);
  if (kept.every(({ status }) => status === 'fulfilled')) return true;
  const isTakenBack = await takeBack(db, envelope.id).catch(() => true);
  // The sender was quicker than the failing place: the server has it, so it is filed.
  if (!isTakenBack) return true;
  await journal.append([voidRecord(envelope.id)]).catch(() => undefined);
  return false;
};
