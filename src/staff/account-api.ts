import * as v from 'valibot';
import { AuditCheck, AuditPage } from '../contract/audit.ts';
import { Session } from '../contract/desk.ts';
import type { StaffId } from '../contract/id.ts';
import { type EndSessions, OwnSession } from '../contract/own-session.ts';
import {
  type ChangePerson,
  Invitation,
  type InvitePerson,
  PersonRow,
  type Welcome,
} from '../contract/people.ts';
import { routes } from '../contract/routes.ts';
import {
  type ConfirmSecondStep,
  NewSecret,
  RecoveryCodes,
  SecondStep,
  type WithPassword,
} from '../contract/second-step.ts';
import type { Answer } from './api.ts';

/** The part of the api that is about accounts. */
export interface AccountApi {
  readonly welcome: (welcome: Welcome) => Answer<Session>;
  readonly secondStep: () => Answer<SecondStep>;
  readonly newSecret: (asked: WithPassword) => Answer<NewSecret>;
  readonly confirmSecondStep: (asked: ConfirmSecondStep) => Answer<RecoveryCodes>;
  readonly endSecondStep: (asked: WithPassword) => Answer<SecondStep>;
  readonly ownSessions: () => Answer<OwnSession[]>;
  readonly endOwnSessions: (end: EndSessions) => Answer<OwnSession[]>;
  readonly endSessionsOf: (id: StaffId) => Answer<PersonRow>;
  /** `query`: as the address of the page has it. */
  readonly audit: (query: string) => Answer<AuditPage>;
  readonly checkAudit: () => Answer<AuditCheck>;
  readonly people: () => Answer<PersonRow[]>;
  readonly invite: (person: InvitePerson) => Answer<Invitation>;
  readonly inviteAgain: (id: StaffId) => Answer<Invitation>;
  readonly changePerson: (id: StaffId, change: ChangePerson) => Answer<PersonRow>;
  readonly disablePerson: (id: StaffId) => Answer<PersonRow>;
  readonly enablePerson: (id: StaffId) => Answer<PersonRow>;
}

const { staff } = routes;

type Get = <S extends v.GenericSchema>(path: string, schema: S) => Answer<v.InferOutput<S>>;
type Send = <S extends v.GenericSchema>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  schema: S,
) => Answer<v.InferOutput<S>>;

/** One's own account, others', and the record of what was done. */
export const accountCalls = (get: Get, send: Send): AccountApi => ({
  welcome: (welcome) => send('POST', staff.welcome, welcome, Session),
  secondStep: () => get(staff.secondStep, SecondStep),
  newSecret: (asked) => send('POST', staff.secondStepSecret, asked, NewSecret),
  confirmSecondStep: (asked) => send('POST', staff.secondStepConfirmation, asked, RecoveryCodes),
  endSecondStep: (asked) => send('POST', staff.secondStepEnd, asked, SecondStep),
  ownSessions: () => get(staff.sessions, v.array(OwnSession)),
  endOwnSessions: (end) => send('POST', staff.sessionsEnd, end, v.array(OwnSession)),
  endSessionsOf: (id) => send('POST', staff.personSessionsEnd(id), {}, PersonRow),
  audit: (query) => get(query === '' ? staff.audit : `${staff.audit}?${query}`, AuditPage),
  checkAudit: () => get(staff.auditCheck, AuditCheck),
  people: () => get(staff.people, v.array(PersonRow)),
  invite: (person) => send('POST', staff.people, person, Invitation),
  inviteAgain: (id) => send('POST', staff.personInvitation(id), {}, Invitation),
  changePerson: (id, change) => send('PUT', staff.person(id), change, PersonRow),
  disablePerson: (id) => send('POST', staff.personDisabling(id), {}, PersonRow),
  enablePerson: (id) => send('POST', staff.personEnabling(id), {}, PersonRow),
});
