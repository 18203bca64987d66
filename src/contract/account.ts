/** Who works at the desk. More roles follow; what each may do is one table, by which the server decides and the desk draws. */

export const roles = {
  editor: '信息员',
  reviewer: '审核签发',
  officer: '收件经办',
  admin: '系统管理员',
} as const;
export type Role = keyof typeof roles;
export const roleIds = Object.keys(roles) as [Role, ...Role[]];

export const permissions = {
  'content.read': ['editor', 'reviewer', 'admin'],
  'content.edit': ['editor'],
  'content.review': ['reviewer'],
  'content.publish': ['reviewer'],
  'submission.list': ['officer', 'reviewer'],
  'submission.open': ['officer'],
  'submission.move': ['officer'],
  'machine.read': ['editor', 'reviewer', 'officer', 'admin'],
  /** Confirm a screen as the hall's own; revoke a machine. */
  'machine.manage': ['admin'],
  /** Mark what a screen told as seen: those who answer for what visitors filed. */
  'incident.settle': ['officer', 'admin'],
  'account.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

export const mayRoles = (held: readonly Role[], permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).some((role) => held.includes(role));

/** SP 800-63B-4: fifteen where the password stands alone; no rules about kinds of characters, no expiry. */
export const MIN_PASSWORD = 15;
export const MAX_PASSWORD = 128;

/** What is tried first: rows of digits and keys, common words, the product's own name. */
const GUESSED = [
  '1234567890',
  '0987654321',
  '123456789',
  '987654321',
  '12345678',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefgh',
  'password',
  'bianminping',
  'bianmin',
  'admin',
  'qwerty',
  'abc',
  '123',
  '便民屏',
  '便民',
  '密码',
];
/** Different characters that must be left when everything that is easily guessed has been taken out. */
const MIN_LEFT = 6;

/** `theirs`: the person's login name and other words that anybody would try. Length counts characters, as people do. */
export const isWeakPassword = (password: string, theirs: readonly string[]): boolean => {
  const text = password.normalize('NFKC').toLowerCase();
  if ([...password.normalize('NFC')].length < MIN_PASSWORD) return true;
  const words = [...theirs.map((each) => each.toLowerCase()), ...GUESSED].filter((each) => each.length > 1);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return new Set(left).size < MIN_LEFT;
};
