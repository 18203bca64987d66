import { expect, test } from 'vitest';
import { isWeakPassword, mayTouch } from './account.ts';

test.each([
  ['fourteen chars', '14 characters'],
  ['', 'nothing'],
  ['aaaaaaaaaaaaaaaaaaaaaaa', 'one character'],
  ['abababababababababab', 'two characters'],
  ['123456789012345678', 'digits in their row'],
  ['qwertyuiopasdfghjkl', 'the keyboard’s rows'],
  ['Password123456789', 'a common word and digits'],
  ['bianji-bianji-bianji', 'the login name again and again'],
  ['便民屏便民屏便民屏便民屏便民屏', 'the product’s name'],
])('%s is weak: %s', (password) => {
  expect(isWeakPassword(password, ['bianji'])).toBe(true);
});

test.each(['k3fj-9xwm-pqt2-7hzn', '雨后的湿地里有三只白鹤在散步吃鱼', 'correct horse battery'])(
  '%s will do',
  (password) => {
    expect(isWeakPassword(password, ['bianji'])).toBe(false);
  },
);

test.each([
  [null, null, true],
  [null, 'civil', true],
  ['civil', null, true],
  ['civil', 'civil', true],
  ['civil', 'party', false],
] as const)('who belongs to %s may write what belongs to %s: %s', (staff, entry, may) => {
  expect(mayTouch(staff, entry)).toBe(may);
});
