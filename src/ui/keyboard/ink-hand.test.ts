import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InkStroke } from './ink.ts';
import { handThatWrites, type Place } from './ink-hand.ts';

const FINGER = 1;
const PALM = 2;

const watched = () => {
  const written: InkStroke[] = [];
  return { hand: handThatWrites((stroke) => written.push(stroke)), written };
};
/** Far enough apart that each point is kept. */
const place = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
const stroke = fc
  .array(place, { minLength: 1, maxLength: 6 })
  .map((places) =>
    places
      .filter(([x, y], at) => at === 0 || x !== places[at - 1]?.[0] || y !== places[at - 1]?.[1])
      .map(([x, y]): Place => [x * 5, y * 5]),
  );
/** A new touch has a new number, as on every glass; only a mouse keeps its own. */
const ids = fc.constantFrom(
  (at: number) => 10 + at,
  () => FINGER,
);

describe('the hand that writes', () => {
  it('loses and doubles nothing of what one finger writes', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 12 }), ids, (strokes, idOf) => {
        const { hand, written } = watched();
        strokes.forEach((places, at) => {
          hand.down(idOf(at), places[0] as Place, true);
          for (const next of places.slice(1)) hand.move(idOf(at), [next]);
          hand.up(idOf(at));
        });
        expect(written).toEqual(strokes);
      }),
    );
  });

  it('nor where the leaving of a finger is never told', () => {
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 8 }), (strokes) => {
        const { hand, written } = watched();
        strokes.forEach((places, at) => {
          hand.down(at, places[0] as Place, true);
          hand.move(at, places.slice(1));
        });
        hand.up(strokes.length - 1);
        expect(written).toEqual(strokes);
      }),
    );
  });

  it('the ball of the hand writes nothing, whenever it comes, and hides nothing', () => {
    const lying = fc.record({
      from: fc.nat(6),
      to: fc.nat(6),
      inMid: fc.boolean(),
      stirs: fc.array(fc.integer({ min: -8, max: 8 })),
    });
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 7 }), lying, (strokes, palm) => {
        const { hand, written } = watched();
        const from = Math.min(palm.from, strokes.length - 1);
        const to = Math.max(from, Math.min(palm.to, strokes.length - 1));
        let isLying = false;
        const lie = () => {
          hand.down(PALM, [300, 300], false);
          isLying = true;
        };
        strokes.forEach((places, at) => {
          if (at === from && !palm.inMid) lie();
          hand.down(10 + at, places[0] as Place, !isLying);
          if (at === from && palm.inMid) lie();
          for (const [step, next] of places.slice(1).entries()) {
            if (isLying) hand.move(PALM, [[300 + (palm.stirs[step] ?? 0), 300]]);
            hand.move(10 + at, [next]);
          }
          hand.up(10 + at);
          if (at === to && isLying) {
            hand.up(PALM);
            isLying = false;
          }
        });
        expect(written).toEqual(strokes);
      }),
    );
  });

  it('of two fingers that move, the first writes', () => {
    const { hand, written } = watched();
    hand.down(1, [0, 0], true);
    hand.move(1, [[50, 0]]);
    hand.down(2, [0, 90], false);
    hand.move(2, [[90, 90]]);
    hand.move(1, [[90, 0]]);
    hand.up(1);
    hand.move(2, [[0, 50]]);
    hand.up(2);
    expect(written).toEqual([
      [
        [0, 0],
        [50, 0],
        [90, 0],
      ],
    ]);
  });

  it('shows the ink of the touch that writes, from its first point on', () => {
    const { hand } = watched();
    expect(hand.ink()).toBeNull();
    hand.down(PALM, [300, 300], true);
    hand.down(FINGER, [10, 10], false);
    expect(hand.ink()).toEqual([[10, 10]]);
    const ink = hand.ink();
    hand.move(FINGER, [
      [11, 10],
      [60, 10],
    ]);
    expect(hand.ink()).toBe(ink);
    expect(ink).toEqual([
      [10, 10],
      [60, 10],
    ]);
    hand.up(FINGER);
    expect(hand.ink()).toBeNull();
  });
});
