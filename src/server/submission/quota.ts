import { limit } from '../http/limit.ts';
import type { StoredMachine } from '../store/machine.ts';

/**
 * How much may be sent. A screen that was offline for a month must get rid of thousands of envelopes; a phone files now and then.
 * Whoever is told to wait loses nothing: the envelope stays in the outbox and is sent again.
 */

const MINUTE_MS = 60_000;
const SCREEN_PER_MINUTE = 600;
const PHONE_PER_HOUR = 20;
const ADDRESS_PER_MINUTE = 600;

export interface Quota {
  /** Asked before a byte is read. Seconds to wait, or 0. */
  readonly ofAddress: (address: string) => number;
  /** Asked once the signature holds: nobody spends another's quota. */
  readonly ofMachine: (machine: StoredMachine) => number;
}

export function makeQuota(clock: () => number): Quota {
  const address = limit({ most: ADDRESS_PER_MINUTE, perMs: MINUTE_MS, clock });
  const screen = limit({ most: SCREEN_PER_MINUTE, perMs: MINUTE_MS, clock });
  const phone = limit({ most: PHONE_PER_HOUR, perMs: 60 * MINUTE_MS, clock });
  return {
    ofAddress: address.take,
    ofMachine: ({ id, kind }) => (kind === 'screen' ? screen : phone).take(id),
  };
}
