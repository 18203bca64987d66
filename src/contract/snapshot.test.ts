import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest, ObjectId } from './id.ts';
import { applyChange, changeBetween, listText, type ObjectList } from './snapshot.ts';

const objects = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 })), {
    selector: ([id]) => id,
    maxLength: 25,
  })
  .map(
    (pairs): ObjectList =>
      new Map(pairs.map(([id, digest]) => [`guide/g-${id}` as ObjectId, `digest-${digest}` as Digest])),
  );

test('applying the change between two lists gives the second, whatever the first', () => {
  fc.assert(
    fc.property(objects, objects, (from, to) => {
      const change = changeBetween({ number: 3, objects: from }, { number: 9, objects: to });
      expect(listText(applyChange(from, change))).toBe(listText(to));
    }),
  );
});

test('equal lists need no change, and the text does not depend on the order of insertion', () => {
  fc.assert(
    fc.property(objects, (list) => {
      const change = changeBetween({ number: 1, objects: list }, { number: 2, objects: list });
      expect([change.put, change.drop]).toEqual([[], []]);
      expect(listText(new Map([...list].reverse()))).toBe(listText(list));
    }),
  );
});
