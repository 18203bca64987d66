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
  /** The address once said that this machine is a hall's touchscreen, not a visitor's own. */
  readonly isScreen: boolean;
  /** The hall's telephone, for the day on which nothing else can be read. */
  readonly helpLine: string | null;
}

export type CanaryPlace = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'bianminping-canary';
const NOTHING: Canary = { shown: null, prefix: null, isScreen: false, helpLine: null };

/** What cannot be read counts as nothing: then the databases alone decide. */
export const readCanary = (given?: CanaryPlace): Canary => {
  try {
    // Where storage is blocked, naming it throws already.
    const place = given ?? localStorage;
    const { shown, prefix, isScreen, helpLine } = JSON.parse(place.getItem(KEY) ?? '{}') as Partial<Canary>;
    return {
      shown: typeof shown?.root === 'string' && Number.isInteger(shown.number) ? shown : null,
      prefix: typeof prefix === 'string' ? prefix : null,
      isScreen: isScreen === true,
      helpLine: typeof helpLine === 'string' ? helpLine : null,
    };
  } catch {
    return NOTHING;
  }
};

export const noteInCanary = (part: Partial<Canary>, given?: CanaryPlace): void => {
  try {
    const place = given ?? localStorage;
    place.setItem(KEY, JSON.stringify({ ...readCanary(place), ...part }));
  } catch {
    // No room, or a browser that keeps nothing: the databases alone decide then.
  }
};

/**
 * `?screen=1` in the address is how a machine is told what it is (`npm run kiosk`); it stays so until an address says `?screen=0`.
 */
export const isMarkedScreen = (search: string, place?: CanaryPlace): boolean => {
  const said = new URLSearchParams(search).get('screen');
  if (said !== null) noteInCanary({ isScreen: said === '1' }, place);
  return said === null ? readCanary(place).isScreen : said === '1';
};
