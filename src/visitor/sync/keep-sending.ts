import { POLL_MS } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import { contentDatabase } from '../store/content.ts';
import type { Journal } from '../store/journal.ts';
import { outboxChanged, outboxDatabase } from '../store/outbox.ts';
import { certifiedKeys } from './certified-keys.ts';
import { http, note } from './contact.ts';
import { type Loop, type RunEnd, startLoop, wallTimer } from './loop.ts';
import { push } from './push.ts';
import { report } from './report.ts';

export interface SendingParts {
  readonly journal: Journal;
  readonly wakePull: () => void;
  /** Called when the server has forgotten this machine. */
  readonly enrol: () => Promise<Result<unknown, Problem>>;
}

const sendOnce = async ({ journal, wakePull, enrol }: SendingParts): Promise<RunEnd> => {
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
  // At once: what waits has kept its own name, and arrives when the server gives it back.
  if (end.kind === 'unnamed' && (await enrol()).ok) return { againInMs: 0 };
  if (end.kind === 'held' && end.againInMs !== undefined) return { againInMs: end.againInMs };
  return end.kind === 'drained' || end.kind === 'busy' ? 'done' : 'failed';
};

/** Sends whatever waits, as soon as it can be sent. */
export const keepSending = (parts: SendingParts): Loop =>
  startLoop({
    run: () => sendOnce(parts),
    restMs: POLL_MS,
    timer: wallTimer,
    onFault: (cause) => note('push-fault', String(cause)),
  });
