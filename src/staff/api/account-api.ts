import * as v from 'valibot';
import { AuditCheck, AuditPage } from '../../contract/audit.ts';
import { type ChangePassword, type Login, Session } from '../../contract/desk.ts';
import type { StaffId } from '../../contract/id.ts';
import { type EndSessions, OwnSession } from '../../contract/own-session.ts';
import {
  type ChangePerson,
  Invitation,
  type InvitePerson,
  PersonRow,
  type Welcome,
} from '../../contract/people.ts';
import { routes } from '../../contract/routes.ts';
import {
  type ConfirmSecondStep,
  NewSecret,
  RecoveryCodes,
  SecondStep,
  type WithPassword,
} from '../../contract/second-step.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** One's own account, others', and the record of what was done. */
export const accountApi = ({ get, send, drop }: Calls) => ({
  session: () => get(staff.session, Session),
  logIn: (login: Login) => send('POST', staff.session, login, Session),
  logOut: () => drop(staff.session),
  changePassword: (change: ChangePassword) => send('POST', staff.password, change, v.unknown()),
  welcome: (welcome: Welcome) => send('POST', staff.welcome, welcome, Session),
  secondStep: () => get(staff.secondStep, SecondStep),
  newSecret: (asked: WithPassword) => send('POST', staff.secondStepSecret, asked, NewSecret),
  confirmSecondStep: (asked: ConfirmSecondStep) =>
    send('POST', staff.secondStepConfirmation, asked, RecoveryCodes),
  endSecondStep: (asked: WithPassword) => send('POST', staff.secondStepEnd, asked, SecondStep),
  ownSessions: () => get(staff.sessions, v.array(OwnSession)),
  endOwnSessions: (end: EndSessions) => send('POST', staff.sessionsEnd, end, v.array(OwnSession)),
  endSessionsOf: (id: StaffId) => send('POST', staff.personSessionsEnd(id), {}, PersonRow),
  /** `query`: as the address of the page has it. */
  audit: (query: string) => get(query === '' ? staff.audit : `${staff.audit}?${query}`, AuditPage),
  checkAudit: () => get(staff.auditCheck, AuditCheck),
  people: () => get(staff.people, v.array(PersonRow)),
  invite: (person: InvitePerson) => send('POST', staff.people, person, Invitation),
  inviteAgain: (id: StaffId) => send('POST', staff.personInvitation(id), {}, Invitation),
  changePerson: (id: StaffId, change: ChangePerson) => send('PUT', staff.person(id), change, PersonRow),
  disablePerson: (id: StaffId) => send('POST', staff.personDisabling(id), {}, PersonRow),
  enablePerson: (id: StaffId) => send('POST', staff.personEnabling(id), {}, PersonRow),
});
