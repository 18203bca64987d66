import type { WorkCalendar } from '../../contract/deadline.ts';
import type { MachinePrefix } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Ports } from '../session/port.ts';
import { probe } from '../store/filed.ts';
import type { Places } from '../store/keep.ts';
import type { EnrolledMachine } from '../store/outbox-db.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type SubmitParts, submitFiling } from './submit.ts';

/**
 * What the form screens ask through their port. A form is opened only when what is filed could also be kept: room enough, both
 * places writable, a named machine, a certified key of the hall, and the very page that shows the number is here: the code is
 * never stored, so after the commit nothing may be left to fetch.
 */

export interface FilingParts extends Places {
  readonly machine: () => Promise<Result<EnrolledMachine, Problem>>;
  readonly hallKey: () => Promise<SubmitParts['hallKey'] | null>;
  readonly calendar: () => Promise<WorkCalendar>;
  /** The largest running number that the journal knows for a prefix; resolves after the two places were healed. */
  readonly sequenceFloor: (prefix: MachinePrefix) => Promise<number>;
  readonly freeBytes: () => Promise<number>;
  readonly waiting: () => number;
  /** Everything that shows and prints a receipt is here and will not be asked for again; fails without network. */
  readonly loadReceipt: () => Promise<unknown>;
  readonly now: () => number;
  readonly isClockSure: (nowMs: number) => boolean;
}

/** Below this no form is opened: what has been acknowledged must always find room. */
export const RESERVE_BYTES = 50_000_000;
/**
 * More than a filing without attachments. That much is really written before a form is opened, because browsers may report a
 * round number instead of the room that they would grant (Storage Standard, estimate()).
 */
export const PROBE_BYTES = 1_000_000;
/** More than a month of filings; beyond it something is wrong and the counter helps better. */
export const MOST_WAITING = 3_000;

const notReady = fail<Problem>({ code: 'not-ready' });
const full = fail<Problem>({ code: 'storage-full' });

/** The port's part about filing. */
export const filingPort = (parts: FilingParts): Pick<Ports, 'mayFile' | 'prepareSubmission' | 'submit'> => {
  let prepared: Promise<Prepared> | null = null;

  const preparation = (): Promise<Prepared> => {
    prepared ??= prepare(parts.now());
    // A preparation that failed is made anew by the next call.
    prepared.catch(() => {
      prepared = null;
    });
    return prepared;
  };

  const gathered = async (): Promise<Result<SubmitParts, Problem>> => {
    const [machine, hallKey, calendar, ready] = await Promise.all([
      parts.machine(),
      parts.hallKey(),
      parts.calendar(),
      preparation(),
    ]);
    if (!machine.ok) return machine;
    if (hallKey === null) return notReady;
    const sequenceFloor = await parts.sequenceFloor(machine.value.enrolled.prefix);
    const { db, journal } = parts;
    const nowMs = parts.now();
    return ok({
      db,
      journal,
      machine: machine.value,
      hallKey,
      calendar,
      sequenceFloor,
      prepared: ready,
      nowMs,
      isClockSure: parts.isClockSure(nowMs),
    });
  };

  return {
    mayFile: async () => {
      if (parts.waiting() >= MOST_WAITING || (await parts.freeBytes()) < RESERVE_BYTES) return full;
      const isWritable = await Promise.all([probe(parts.db), parts.journal.probe(PROBE_BYTES)]).then(
        () => true,
        () => false,
      );
      if (!isWritable) return full;
      const isShowable = await parts.loadReceipt().then(
        () => true,
        () => false,
      );
      if (!isShowable) return fail({ code: 'offline' });
      const machine = await parts.machine();
      if (!machine.ok) return machine;
      return (await parts.hallKey()) === null ? notReady : ok(null);
    },
    prepareSubmission: async () => {
      await Promise.all([preparation(), parts.journal.append([])]).catch(() => undefined);
    },
    submit: async (filing) => {
      const gatheredParts = await gathered();
      if (!gatheredParts.ok) return gatheredParts;
      const given = await submitFiling(filing, gatheredParts.value);
      // Also after a failure: an id that reached one place must never name other content.
      prepared = null;
      return given;
    },
  };
};
