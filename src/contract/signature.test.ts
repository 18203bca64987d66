import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIGNATURE, signatureFault } from './signature.ts';

const point = fc.tuple(
  fc.integer({ min: 0, max: SIGNATURE.width }),
  fc.integer({ min: 0, max: SIGNATURE.height }),
);

test('whatever a finger draws within the field is a signature', () => {
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { maxLength: 10 }), (strokes) => {
      expect(signatureFault(strokes.map((stroke) => stroke.map(String).join(' ')))).toBeNull();
    }),
  );
});

test('anything else is not, nor what is without end', () => {
  for (const stroke of ['', '1', '1,2,3', '1001,0', '0,401', '-1,0', '1,2  3,4', '<svg>', 'M0 0'])
    expect([stroke, signatureFault([stroke])]).toEqual([stroke, 'broken']);
  expect(signatureFault(Array(61).fill('1,1'))).toBe('large');
  expect(signatureFault([Array(3_000).fill('100,100').join(' ')])).toBe('large');
});
