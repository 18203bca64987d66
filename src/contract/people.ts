import * as v from 'valibot';
import { MAX_PASSWORD, roleIds } from './account.ts';
import { Moment } from './day-schema.ts';
import { LoginName } from './desk.ts';
import { StaffId } from './id.ts';
import { line, slug } from './schema.ts';

/** The accounts that a 系统管理员 keeps: what the desk sends and receives about people. */

/** `invited`: has no password of their own yet, or lost it. */
export const personStates = ['active', 'invited', 'disabled'] as const;
export type PersonState = (typeof personStates)[number];

export const personStateInWords = {
  active: '在用',
  invited: '等本人设密码',
  disabled: '已停用',
} as const satisfies Record<PersonState, string>;

export const PersonRow = v.strictObject({
  id: StaffId,
  login: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roleIds)),
  /** A department of the hall's settings; null: the whole hall. */
  department: v.nullable(slug),
  state: v.picklist(personStates),
  createdAt: Moment,
  /** Until when the invitation holds that is not used yet. */
  invitedUntil: v.nullable(Moment),
  /** How many places they are logged in at. */
  sessions: v.pipe(v.number(), v.integer()),
});
export type PersonRow = v.InferOutput<typeof PersonRow>;

const Duties = {
  name: line(40),
  roles: v.pipe(
    v.array(v.picklist(roleIds)),
    v.minLength(1, '至少选一个岗位。'),
    v.check((held) => new Set(held).size === held.length, '同一个岗位写了两次。'),
  ),
  department: v.nullable(slug),
};

export const ChangePerson = v.strictObject(Duties);
export type ChangePerson = v.InferOutput<typeof ChangePerson>;

export const InvitePerson = v.strictObject({ login: LoginName, ...Duties });
export type InvitePerson = v.InferOutput<typeof InvitePerson>;

/** The code is in this answer and nowhere else. */
export const Invitation = v.strictObject({ person: PersonRow, code: v.string(), until: Moment });
export type Invitation = v.InferOutput<typeof Invitation>;

/** Who was invited sets a password of their own. */
export const Welcome = v.strictObject({
  login: line(40),
  code: line(40),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD)),
});
export type Welcome = v.InferOutput<typeof Welcome>;

/** Long enough for a weekend, short enough for a note that is left lying about. */
export const INVITATION_HOURS = 72;

/** As it is typed from paper: case, width, spaces and strokes do not matter. */
export const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
