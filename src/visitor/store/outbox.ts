import { signal } from '@preact/signals';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import type { DatabaseLoss } from './connect.ts';
import { listen, tell } from './notice.ts';
import { type OutboxDatabase, openOutbox } from './outbox-db.ts';

/** How many filings lie here: numbers only, for the foot of the screen and the desk. */

/** Safe in both places, not yet confirmed by the server's signed receipt. */
export const waiting = signal(0);
/** Kept here because the server will not take them; staff see to them. */
export const refused = signal(0);
/** Grows with every change of the outbox, also one that leaves the numbers as they were. */
export const outboxTurn = signal(0);

/** A filing that was safe before its visitor saw the number (the machine stopped between the two). Shown for two minutes. */
export const unshownReceipt = signal<ReceiptNo | null>(null);

export const outboxLoss = signal<DatabaseLoss | null>(null);

export const outboxDatabase = openOutbox(undefined, (loss) => {
  outboxLoss.value = loss;
});

export const countOutbox = (
  db: OutboxDatabase,
): Promise<{ readonly waiting: number; readonly refused: number }> =>
  db.run({
    stores: ['envelopes'],
    mode: 'readonly',
    do: async (unit) => {
      const store = unit.objectStore('envelopes');
      const [all, setAside] = await Promise.all([store.count(), store.index('refused').count()]);
      return { waiting: all - setAside, refused: setAside };
    },
  });

export const countAgain = async (): Promise<void> => {
  const counts = await countOutbox(outboxDatabase);
  waiting.value = counts.waiting;
  refused.value = counts.refused;
  outboxTurn.value += 1;
};

/** After any change of the outbox: counts anew here and in other pages. */
export const outboxChanged = async (): Promise<void> => {
  tell('outbox');
  await countAgain();
};

export const openOutboxStore = (): Promise<void> => {
  listen('outbox', () => void countAgain());
  return countAgain();
};
