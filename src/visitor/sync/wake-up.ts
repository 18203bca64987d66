import { momentOf } from '../../contract/day.ts';
import type { MachinePrefix } from '../../contract/id.ts';
import { readCanary } from '../store/canary.ts';
import { contentLoss } from '../store/content.ts';
import { machineName } from '../store/facts.ts';
import { markShown, unshownSince } from '../store/filed.ts';
import { heal } from '../store/heal.ts';
import type { Journal } from '../store/journal.ts';
import { outboxChanged, outboxDatabase, outboxLoss, unshownReceipt } from '../store/outbox.ts';
import { note } from './contact.ts';
import { enrolledMachine } from './enrol.ts';

/** What is set right once, when the page opens: after a crash, a power cut, or a database that the browser has deleted. */

/** An empty database where there was one is never a first run: staff are told; the rest is healed and pulled again. */
const tellLosses = (): void => {
  const canary = readCanary();
  const content = contentLoss.peek();
  if (content !== null && canary.shown !== null) note('content-lost', content.message);
  const outbox = outboxLoss.peek();
  if (outbox !== null && canary.prefix !== null) note('outbox-lost', `${canary.prefix} ${outbox.message}`);
};

const SHOWN_FOR_MS = 120_000;
/** A power cut and a slow start may lie between the filing and this moment. */
const FILED_WITHIN_MS = 900_000;

/** The number is shown for two minutes; the code was never stored, so whoever needs it asks at the window. */
const showUnshown = async (): Promise<void> => {
  const found = await unshownSince(outboxDatabase, momentOf(Date.now() - FILED_WITHIN_MS));
  if (found === null) return;
  unshownReceipt.value = found;
  await markShown(outboxDatabase, found);
  setTimeout(() => {
    unshownReceipt.value = null;
  }, SHOWN_FOR_MS);
};

/** The largest running numbers that either place knows. Under the sender's lock: nothing leaves while the places are compared. */
export const wakeUp = async (journal: Journal): Promise<ReadonlyMap<MachinePrefix, number>> => {
  const done = await navigator.locks.request('bianminping-send', () =>
    heal(outboxDatabase, journal, Date.now()),
  );
  tellLosses();
  if (done.toDatabase > 0) note('outbox-healed', String(done.toDatabase));
  if (done.toJournal > 0) note('journal-healed', String(done.toJournal));
  if (done.damaged > 0) note('journal-damaged', String(done.damaged));
  if (done.setAside > 0) note('envelope-broken', String(done.setAside));
  machineName.value = (await enrolledMachine(outboxDatabase))?.enrolled.machine ?? null;
  await outboxChanged();
  await showUnshown();
  return done.sequences;
};
