import type { InkStroke } from './ink.ts';

/*
 * Which of the touches on the square is the hand that writes. Promises: what one finger writes comes out stroke by stroke as it was
 * written, none lost, none twice, whatever rests on the glass beside it; of two touches that move, the first to move writes.
 */
export interface Hand {
  /** `isAlone`: the glass says that nothing else touches it. */
  readonly down: (id: number, place: Place, isAlone: boolean) => void;
  readonly move: (id: number, places: readonly Place[]) => void;
  /** The touch left, or was taken away by the system: what it wrote stands. */
  readonly up: (id: number) => void;
  /** The ink under the finger; the same array as long as it is the same stroke. */
  readonly ink: () => InkStroke | null;
}

export type Place = readonly [x: number, y: number];

interface Touch {
  readonly places: Place[];
  hasMoved: boolean;
  /** Lay beside a touch that wrote: `maybe` writes if it moves after all, `surely` never. */
  rests: 'no' | 'maybe' | 'surely';
}

/** Nearer points than this tell nothing: the glass reports more often than a hand can turn. */
const NEAR_PX = 1.5;
/** The ball of a hand stirs as much while it lies there. */
const STIR_PX = 24;

export function handThatWrites(onStroke: (stroke: InkStroke) => void): Hand {
  const touches = new Map<number, Touch>();
  const others = (than: Touch) => [...touches.values()].filter((touch) => touch !== than);

  /** Until one moves, the latest: what has lain there longer rests. */
  const pen = (): Touch | undefined => {
    const may = [...touches.values()].filter(({ rests }) => rests !== 'surely');
    return may.find(({ hasMoved }) => hasMoved) ?? may.filter(({ rests }) => rests === 'no').at(-1);
  };
  const up = (id: number): void => {
    const touch = touches.get(id);
    if (touch === undefined) return;
    touches.delete(id);
    if (touch.rests === 'surely' || (touch.rests === 'maybe' && !touch.hasMoved)) return;
    for (const other of others(touch)) if (other.rests === 'no') other.rests = 'maybe';
    onStroke(touch.places);
  };
  const down = (id: number, place: Place, isAlone: boolean): void => {
    // Its leaving was never told: a page that stood still, a screen that was unplugged.
    for (const old of isAlone ? [...touches.keys()] : [id]) up(old);
    const isSecond = pen()?.hasMoved === true;
    touches.set(id, { places: [place], hasMoved: false, rests: isSecond ? 'surely' : 'no' });
  };
  const move = (id: number, places: readonly Place[]): void => {
    const touch = touches.get(id);
    if (touch === undefined || touch.rests === 'surely') return;
    const hadMoved = touch.hasMoved;
    for (const place of places) {
      if (distance(touch.places.at(-1), place) < NEAR_PX) continue;
      touch.places.push(place);
      touch.hasMoved ||= distance(touch.places[0], place) >= STIR_PX;
    }
    if (touch.hasMoved === hadMoved) return;
    for (const other of others(touch)) other.rests = 'surely';
  };
  return { down, move, up, ink: () => pen()?.places ?? null };
}

const distance = (from: Place | undefined, to: Place): number =>
  from === undefined ? Number.POSITIVE_INFINITY : Math.hypot(to[0] - from[0], to[1] - from[1]);
