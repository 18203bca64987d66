import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { mayRoles, type Permission } from '../contract/account.ts';
import type { Session, Today } from '../contract/desk.ts';
import type { Hall } from '../contract/hall.ts';
import { type PracticeRole, practisingPerson } from '../contract/practice.ts';
import type { Problem } from '../contract/problem.ts';
import type { Api } from './api/api.ts';
import { type Autosave, makeAutosave } from './content/autosave.ts';
import { idOfKey } from './content/writing.ts';
import { type Memory, makeMemory } from './memory.ts';
import type { Practice } from './practice/practice.ts';
import { makePresence, type Presence } from './presence.ts';
import type { Place } from './route/place.ts';
import { HOME } from './route/route.ts';
import { makeShelf, type Shelf } from './shelf.ts';

/** What every page stands on: who is here, where they are, what the server said last, and what they typed. */
export interface Desk {
  readonly api: Api;
  readonly place: Place;
  /** Milliseconds since 1970: the desk's only clock. */
  readonly clock: () => number;
  /** undefined: not known yet; null: nobody. While one practises, the part that one plays. */
  readonly session: ReadonlySignal<Session | null | undefined>;
  readonly isExpired: ReadonlySignal<boolean>;
  /** The counts beside the navigation; the 今天 page shows the same. */
  readonly today: ReadonlySignal<Today | null>;
  readonly hall: ReadonlySignal<Hall | null>;
  /** The last word of the network: null when the server answered. */
  readonly outage: ReadonlySignal<Problem | null>;
  readonly memory: Memory;
  readonly autosave: Autosave;
  /** How many things are typed and lie in this page or browser only. */
  readonly pending: ReadonlySignal<number>;
  /** The last person left while something of theirs lay in this browser only. */
  readonly hasLeftSome: ReadonlySignal<boolean>;
  readonly enter: (session: Session) => void;
  readonly leave: () => Promise<void>;
  /** Nobody has touched anything for as long as a session lasts: what is shown goes, what was typed stays. */
  readonly expire: () => void;
  /** The part that is played; null in earnest. */
  readonly practice: ReadonlySignal<PracticeRole | null>;
  /** Takes another part, begins to practise, or ends it with null. Not while something is typed and not saved. */
  readonly practise: (role: PracticeRole | null) => void;
  readonly practiceAnew: () => Promise<void>;
  readonly begin: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}

interface Held {
  readonly session: Signal<Session | null | undefined>;
  readonly isExpired: Signal<boolean>;
  readonly today: Signal<Today | null>;
  readonly hall: Signal<Hall | null>;
  readonly outage: Signal<Problem | null>;
  readonly hasLeftSome: Signal<boolean>;
}

/** The server was not reached, or another one answered. */
export const isOutage = (problem: Problem): boolean =>
  problem.code === 'offline' || problem.code === 'not-our-server';

/** Every answer passes here once: a lost session leads to log-in, silence to the notice, whatever the page was doing. */
const watched = (api: Api, held: Held): Api => {
  const watch =
    <A extends unknown[], T>(ask: (...args: A) => ReturnType<Api[keyof Api]>) =>
    async (...args: A): Promise<T> => {
      const result = await ask(...args);
      held.outage.value = !result.ok && isOutage(result.problem) ? result.problem : null;
      if (!result.ok && result.problem.code === 'not-logged-in') {
        held.isExpired.value = held.session.peek() != null;
        held.session.value = null;
      }
      return result as T;
    };
  return Object.fromEntries(
    Object.entries(api).map(([name, ask]) => [name, watch(ask as (...args: unknown[]) => never)]),
  ) as unknown as Api;
};

export interface DeskPorts {
  readonly api: Api;
  readonly place: Place;
  readonly clock: () => number;
  readonly practice?: Practice;
  readonly shelf?: Shelf;
  readonly presence?: Presence;
}

const playing = (session: Session, role: PracticeRole): Session => ({
  ...session,
  staff: practisingPerson(role),
  roles: [role],
  department: null,
});

const emptyHeld = (): Held => ({
  session: signal(undefined),
  isExpired: signal(false),
  today: signal(null),
  hall: signal(null),
  outage: signal(null),
  hasLeftSome: signal(false),
});

const refreshing = (api: Api, held: Held) => async (): Promise<void> => {
  const today = await api.today();
  if (!today.ok) return;
  held.today.value = today.value;
  if (held.hall.peek() !== null) return;
  const hall = await api.hall();
  if (hall.ok) held.hall.value = hall.value;
};

const isOnServer = (autosave: Autosave, key: string): boolean => {
  const id = idOfKey(key);
  return id !== null && autosave.states.value.get(id)?.place === 'server';
};

/** What is typed in practice never meets what is meant. */
const ownerOf = (person: string, practice: PracticeRole | null): string =>
  practice === null ? person : `${person}-practice-${practice}`;

export const makeDesk = (ports: DeskPorts): Desk => {
  const { api: bare, place, clock, practice = signal(null) } = ports;
  const { shelf = makeShelf(), presence = makePresence() } = ports;
  const held = emptyHeld();
  const memory = makeMemory();
  const api = watched(bare, held);
  const autosave = makeAutosave({ api, memory, shelf, presence, clock });
  let lastPerson: string | null = null;
  const pending = computed(() => memory.keys.value.filter((key) => !isOnServer(autosave, key)).length);

  const refresh = refreshing(api, held);
  const enter = (session: Session): void => {
    // What one person typed is not for the next one who sits down here.
    if (lastPerson !== session.staff.id) {
      autosave.leave();
      memory.forget();
    }
    lastPerson = session.staff.id;
    autosave.enter(ownerOf(session.staff.id, practice.peek()));
    held.hasLeftSome.value = false;
    held.isExpired.value = false;
    held.session.value = session;
    void refresh();
  };
  const begin = async (): Promise<void> => {
    const session = await api.session();
    if (session.ok) enter(session.value);
    else if (held.session.peek() === undefined && session.problem.code === 'not-logged-in')
      held.session.value = null;
  };
  const startAt = async (role: PracticeRole | null): Promise<void> => {
    autosave.leave();
    memory.forget();
    practice.value = role;
    if (lastPerson !== null) autosave.enter(ownerOf(lastPerson, role));
    held.today.value = null;
    place.go(HOME);
    await refresh();
  };
  const practise = (role: PracticeRole | null): void => {
    if (pending.peek() > 0) return;
    // The hall in which one practised goes with its end.
    if (role === null) void api.endPractice();
    void startAt(role);
  };
  const practiceAnew = async (): Promise<void> => {
    await api.endPractice();
    await startAt('editor');
  };
  const leave = async (): Promise<void> => {
    held.hasLeftSome.value = !(await autosave.flush()) && practice.peek() === null;
    if (practice.peek() !== null) await api.endPractice();
    practice.value = null;
    await api.logOut();
    autosave.leave();
    memory.forget();
    lastPerson = null;
    held.today.value = null;
    held.session.value = null;
    held.isExpired.value = false;
  };
  const expire = (): void => {
    if (held.session.peek() == null) return;
    held.isExpired.value = true;
    held.session.value = null;
  };
  const session = computed(() => {
    const [real, role] = [held.session.value, practice.value];
    return real == null || role === null ? real : playing(real, role);
  });
  const acts = { enter, leave, expire, begin, refresh, practise, practiceAnew };
  return { ...held, session, practice, api, place, clock, memory, autosave, pending, ...acts };
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a page outside of the desk');
  return desk;
};

/** Whether the person who is logged in may; the server decides again. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const { session } = useDesk();
  const roles = session.value?.roles ?? [];
  return (permission) => mayRoles(roles, permission);
};

/** The name of the department that one's account belongs to; null for the whole hall. */
export const useOwnDepartment = (): string | null => {
  const { session, hall } = useDesk();
  return departmentName(session.value?.department ?? null, hall.value);
};

/** The short name stands in until the hall's settings are there. */
export const departmentName = (id: string | null, hall: Hall | null): string | null =>
  id === null ? null : (hall?.departments.find((each) => each.id === id)?.name ?? id);
