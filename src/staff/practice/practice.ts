import { type Signal, signal } from '@preact/signals';
import { PRACTICE_HEADER, type PracticeRole, practiceRoles } from '../../contract/practice.ts';
import { routes } from '../../contract/routes.ts';
import type { Ask } from '../api/call.ts';

/**
 * Practice at this desk: the part that is played, or null when the work is real. It holds for this tab and outlives a reload, so that
 * nobody takes up in earnest what they began as practice.
 */
export type Practice = Signal<PracticeRole | null>;

const KEY = 'practice';

export const keptPractice = (): Practice => {
  const kept = sessionStorage.getItem(KEY);
  const practice = signal(practiceRoles.find((role) => role === kept) ?? null);
  practice.subscribe((role) => {
    if (role === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, role);
  });
  return practice;
};

const STAFF = '/api/staff/';
/** Who one is stays real. */
const REAL: readonly string[] = [
  routes.staff.session,
  routes.staff.password,
  routes.staff.sessions,
  routes.staff.sessionsEnd,
];

/** While one practises, the desk's requests go to one's own practice hall. */
export const practisedAsk =
  (ask: Ask, practice: Practice): Ask =>
  (path, init) => {
    const role = practice.peek();
    if (role === null || !path.startsWith(STAFF) || REAL.includes(path)) return ask(path, init);
    const headers = new Headers(init.headers);
    headers.set(PRACTICE_HEADER, role);
    return ask(`${routes.practice}/${path.slice(STAFF.length)}`, { ...init, headers });
  };
