import { POLL_MS } from '../../contract/machine.ts';
import { contentDatabase } from '../store/content.ts';
import type { Journal } from '../store/journal.ts';
import { outboxChanged, outboxDatabase } from '../store/outbox.ts';
import { certifiedKeys } from './certified-keys.ts';
import { http, note } from './contact.ts';
import { type Loop, type RunEnd, startLoop, wallTimer } from './loop.ts';
import { push } from './push.ts';
import { report } from './report.ts';

const sendOnce = async (journal: Journal, wakePull: () => void): Promise<RunEnd> => {
  const end = await push({
    db: outboxDatabase,
    journal,
    http,
    receiptKeys: async () => (await certifiedKeys(contentDatabase))?.keys ?? [],
    now: Date.now,
    onChange: () => void outboxChanged(),
    onIncident: note,
  });
  if (end.kind === 'needs-pull') wakePull();
  await report(outboxDatabase, http);
  if (end.kind === 'held' && end.againInMs !== undefined) return { againInMs: end.againInMs };
  return end.kind === 'drained' || end.kind === 'busy' ? 'done' : 'failed';
};

/** Sends whatever waits, as soon as it can be sent. */
export const keepSending = (journal: Journal, wakePull: () => void): Loop =>
  startLoop({
    run: () => sendOnce(journal, wakePull),
    restMs: POLL_MS,
    timer: wallTimer,
    onFault: (cause) => note('push-fault', String(cause)),
  });
