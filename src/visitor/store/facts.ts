import { computed, signal } from '@preact/signals';
import type { MachineId } from '../../contract/id.ts';
import { current } from './content.ts';

/** How fresh the screen is: facts here, words in `freshness-words.ts`. */

/** `blocked`: something answers in our server's place, for instance a Wi-Fi log-in page. */
export type Connection = 'unknown' | 'connected' | 'offline' | 'blocked';

export interface Freshness {
  readonly signedAt: string | null;
  readonly number: number;
  readonly connection: Connection;
  /** When our server was last heard, in ms since 1970; null if not since this page was opened. */
  readonly heardAt: number | null;
}

export const connection = signal<Connection>('unknown');
export const heardAt = signal<number | null>(null);

/** How far this machine's clock was ahead of our server's when it last answered; null if not since this page was opened. */
export const clockAheadMs = signal<number | null>(null);

/** Objects on their way: how many of those missing are here; null while none is fetched. */
export const fetching = signal<{ readonly done: number; readonly of: number } | null>(null);

/** Grows with every picture that has come: whoever waits for one looks again. */
export const picturesCame = signal(0);

/** How the server knows this machine; null until it has been enrolled, or as long as that was not read. */
export const machineName = signal<MachineId | null>(null);

export const freshness = computed<Freshness>(() => ({
  signedAt: current.value?.signedAt ?? null,
  number: current.value?.number ?? 0,
  connection: connection.value,
  heardAt: heardAt.value,
}));
