import type { HallId, MachinePrefix } from '../../contract/id.ts';

/**
 * The little that must outlive the loss of every IndexedDB of ours: it tells a first run from a loss, keeps the number below
 * which no snapshot is believed, and the root key that was pinned. Nothing of any visitor is in it.
 */
export interface Canary {
  /** The pinned root's public key, its hall, and the largest snapshot number ever shown; null before the first. */
  readonly shown: { readonly hall: HallId; readonly root: string; readonly number: number } | null;
  /** The receipt prefix of the latest enrolment. */
  readonly prefix: MachinePrefix | null;
}

export type CanaryPlace = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'bianminping-canary';
const NOTHING: Canary = { shown: null, prefix: null };

/** What cannot be read counts as nothing: then the databases alone decide. */
export const readCanary = (place: CanaryPlace = localStorage): Canary => {
  try {
    const { shown, prefix } = JSON.parse(place.getItem(KEY) ?? '{}') as Partial<Canary>;
    return {
      shown: typeof shown?.root === 'string' && Number.isInteger(shown.number) ? shown : null,
      prefix: typeof prefix === 'string' ? prefix : null,
    };
  } catch {
    return NOTHING;
  }
};

export const noteInCanary = (part: Partial<Canary>, place: CanaryPlace = localStorage): void =>
  place.setItem(KEY, JSON.stringify({ ...readCanary(place), ...part }));
