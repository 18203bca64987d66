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
