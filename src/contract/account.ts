/**
 * Who works at the desk (三审三校 and the duties beside it). A person may hold several roles; what each may do is one table, by which
 * the server decides and the desk draws. Who keeps the accounts has no right on content, who audits changes nothing.
 */

export const roles = {
  editor: '信息员',
  reviewer: '科室负责人（复审）',
  secrecy: '保密审查员',
  signer: '分管领导（签发）',
  officer: '依申请公开经办',
  chief: '工作机构负责人',
  complaints: '投诉办理',
  hall: '大厅管理员',
  admin: '系统管理员',
  auditor: '审计员',
} as const;
export type Role = keyof typeof roles;
export const roleIds = Object.keys(roles) as [Role, ...Role[]];

const CONTENT = ['editor', 'reviewer', 'secrecy', 'signer', 'chief', 'auditor'] as const;

export const permissions = {
  'content.read': CONTENT,
  'content.edit': ['editor'],
  /** Personal numbers, at a press. */
  'content.mask': ['editor', 'secrecy'],
  /** 登记要公开的事. */
  'content.announce': ['editor', 'reviewer'],
  /** 复审, and to send back. */
  'content.review': ['reviewer'],
  /** 保密审查. */
  'content.secrecy': ['secrecy'],
  /** 终审、签发. */
  'content.sign': ['signer'],
  'content.publish': ['signer'],
  'hall.read': [...CONTENT, 'hall'],
  'hall.edit': ['hall'],
  'submission.list': ['officer', 'complaints', 'chief', 'auditor'],
  'submission.open': ['officer', 'complaints', 'chief'],
  'submission.move': ['officer', 'complaints'],
  /** Extensions and refusals (条例 Art. 33). */
  'submission.approve': ['chief'],
  'machine.read': roleIds,
  /** Confirm a screen as the hall's own; revoke a machine. */
  'machine.manage': ['hall', 'admin'],
  /** Mark what a screen told as seen: those who answer for what visitors filed. */
  'incident.settle': ['officer', 'hall', 'admin'],
  'account.manage': ['admin'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

export const mayRoles = (held: readonly Role[], permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).some((role) => held.includes(role));

/** Duties within a department (科室). All others are the office's own, for the whole hall. */
const OF_DEPARTMENT: readonly Permission[] = ['content.edit', 'content.announce', 'content.review'];

/** Who acts: what they may by their roles, and the department they belong to; null: to none, so to the whole hall. */
export interface Actor {
  readonly roles: readonly Role[];
  readonly department: string | null;
}

/**
 * Who belongs to one department writes, announces and reviews for it alone; who belongs to none does so for the whole hall. What
 * belongs to none (`its` is null) may be written by everybody, but is reviewed by who belongs to none.
 */
export const mayActOn = (actor: Actor, permission: Permission, its: string | null): boolean => {
  if (!mayRoles(actor.roles, permission)) return false;
  if (!OF_DEPARTMENT.includes(permission) || actor.department === null) return true;
  return its === null ? permission !== 'content.review' : its === actor.department;
};

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
