import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { MachinePrefix } from './id.ts';
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  codeInGroups,
  normalizeQueryCode,
  normalizeReceiptNo,
  QueryCode,
  ReceiptNo,
  receiptNo,
  receiptParts,
} from './receipt-no.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const prefix = fc
  .tuple(
    fc.constantFrom(...LETTERS),
    fc.array(fc.constantFrom(...`${LETTERS}0123456789`), { minLength: 1, maxLength: 3 }),
  )
  .map(([first, rest]) => (first + rest.join('')) as MachinePrefix);
const number = fc.tuple(prefix, fc.integer({ min: 1, max: 999_999 })).map(([p, n]) => receiptNo(p, n));

test('a number comes apart into what made it', () => {
  fc.assert(
    fc.property(prefix, fc.integer({ min: 1, max: 999_999 }), (p, n) => {
      const no = receiptNo(p, n);
      expect(v.is(ReceiptNo, no)).toBe(true);
      expect(receiptParts(no)).toEqual({ prefix: p, sequence: n });
    }),
  );
});

test('every wrong digit is noticed', () => {
  fc.assert(
    fc.property(number, fc.nat(), fc.integer({ min: 1, max: 9 }), (no, where, by) => {
      const digits = [...no].flatMap((char, at) => (/\d/.test(char) && at > no.indexOf('-') ? [at] : []));
      const at = digits[where % digits.length] ?? 0;
      const wrong = no.slice(0, at) + ((Number(no[at]) + by) % 10) + no.slice(at + 1);
      expect(v.is(ReceiptNo, wrong)).toBe(false);
    }),
  );
});

test('two neighbouring digits swapped are noticed', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 4 }), (no, at) => {
      const from = no.indexOf('-') + 1 + at;
      fc.pre(no[from] !== no[from + 1]);
      const swapped = no.slice(0, from) + no[from + 1] + no[from] + no.slice(from + 2);
      expect(v.is(ReceiptNo, swapped)).toBe(false);
    }),
  );
});

test('what people type finds the number: no hyphens, small letters, full-width characters, spaces', () => {
  fc.assert(
    fc.property(number, (no) => {
      expect(normalizeReceiptNo(no.replaceAll('-', ''))).toBe(no);
      expect(normalizeReceiptNo(` ${no.toLowerCase().replaceAll('-', ' ')} `)).toBe(no);
    }),
  );
  expect(normalizeReceiptNo('Ａ７－０００１２８－６')).toBe(normalizeReceiptNo('A7-000128-6'));
});

test('a query code has no characters that look alike', () => {
  expect(CODE_ALPHABET).not.toMatch(/[01IO]/);
  expect(v.is(QueryCode, CODE_ALPHABET.slice(0, CODE_LENGTH))).toBe(true);
  expect(v.is(QueryCode, 'K4TM9R01')).toBe(false);
  expect(normalizeQueryCode('k4tm 9r2x')).toBe('K4TM9R2X');
  expect(codeInGroups('K4TM9R2X')).toBe('K4TM 9R2X');
});
