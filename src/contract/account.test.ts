import { expect, test } from 'vitest';
import { isWeakPassword, mayActOn, type Permission, permissions, type Role, roleIds } from './account.ts';

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

/** Written out by hand, beside the rule that it tests. */
const bound: Readonly<Partial<Record<Permission, readonly boolean[]>>> = {
  //                 none→none, none→civil, civil→none, civil→civil, civil→party
  'content.edit': [true, true, true, true, false],
  'content.announce': [true, true, true, true, false],
  'content.review': [true, true, false, true, false],
};
const places = [
  [null, null],
  [null, 'civil'],
  ['civil', null],
  ['civil', 'civil'],
  ['civil', 'party'],
] as const;

test.each(Object.keys(permissions) as Permission[])(
  '%s: every role, of a department or of none, on what belongs to a department or to none',
  (permission) => {
    for (const role of roleIds)
      for (const [at, [department, its]] of places.entries()) {
        const isHeld = (permissions[permission] as readonly Role[]).includes(role);
        const wanted = isHeld && (bound[permission]?.[at] ?? true);
        expect([role, department, its, mayActOn({ roles: [role], department }, permission, its)]).toEqual([
          role,
          department,
          its,
          wanted,
        ]);
      }
  },
);
