import { UNCONFIRMED_PER_HOUR } from '../../contract/machine.ts';
import { limit } from '../http/limit.ts';
import type { StoredMachine } from '../store/machine.ts';

/**
 * How much may be sent. A screen that was offline for a month must get rid of thousands of envelopes; a phone files now and then.
 * Anybody can call himself a screen, so one is believed when staff have confirmed it; until then it has a little more than a phone.
 * Whoever is told to wait loses nothing: the envelope stays in the outbox and is sent again.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ADDRESS_PER_MINUTE = 600;
/** An ordinary filing has some 3 kB, the largest 360 kB. */
const ALLOWANCES = {
  phone: { most: UNCONFIRMED_PER_HOUR.phone, perMs: 60 * MINUTE_MS, bytesPerDay: 2_000_000 },
  unconfirmed: { most: UNCONFIRMED_PER_HOUR.screen, perMs: 60 * MINUTE_MS, bytesPerDay: 10_000_000 },
  confirmed: { most: 600, perMs: MINUTE_MS, bytesPerDay: 200_000_000 },
} as const;

type Standing = keyof typeof ALLOWANCES;

const standingOf = ({ kind, confirmed_at }: StoredMachine): Standing =>
  kind === 'phone' ? 'phone' : confirmed_at === null ? 'unconfirmed' : 'confirmed';

export interface Quota {
  /** Asked before a byte is read. Seconds to wait, or 0. */
  readonly ofAddress: (address: string) => number;
  /** Asked once the signature holds: nobody spends another's quota. */
  readonly ofMachine: (machine: StoredMachine, bytes: number) => number;
}

export function makeQuota(clock: () => number): Quota {
  const address = limit({ most: ADDRESS_PER_MINUTE, perMs: MINUTE_MS, clock });
  const made = ({ most, perMs, bytesPerDay }: (typeof ALLOWANCES)[Standing]) => ({
    filings: limit({ most, perMs, clock }),
    bytes: limit({ most: bytesPerDay, perMs: DAY_MS, clock }),
  });
  const limits = {
    phone: made(ALLOWANCES.phone),
    unconfirmed: made(ALLOWANCES.unconfirmed),
    confirmed: made(ALLOWANCES.confirmed),
  };
  return {
    ofAddress: (each) => address.take(each),
    ofMachine(machine, size) {
      const { filings, bytes } = limits[standingOf(machine)];
      return filings.take(machine.id) || bytes.take(machine.id, size);
    },
  };
}
