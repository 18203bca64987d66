import * as v from 'valibot';
import { type Role, roleIds } from '../../contract/account.ts';
import { type Act, actIds } from '../../contract/audit.ts';
import { Day } from '../../contract/day.ts';
import { type Show, showIds } from '../../contract/desk-timeliness.ts';
import { EntryId, type EntryKind, entryKinds, SubmissionId } from '../../contract/id.ts';
import { type PersonState, personStates } from '../../contract/people.ts';
import { type ReviewState, reviewStates } from '../../contract/review.ts';
import { type SubmissionState, submissionStates } from '../../contract/submission.ts';
import { type Look, lookIds } from '../content/preview/look.ts';

/** Every page and every list with its filter has an address that can be sent to a colleague. `hrefOf` and `routeOf` are each other's inverse. */

/** `open`: what still has to be done; `all`: everything. */
export type InboxFilter = 'open' | 'all' | SubmissionState;

export type Route =
  | {
      readonly page:
        | 'today'
        | 'review'
        | 'publish'
        | 'screens'
        | 'account'
        | 'review-way'
        | 'hall'
        | 'welcome'
        | 'unknown';
    }
  | { readonly page: 'inbox'; readonly state: InboxFilter; readonly q: string }
  | { readonly page: 'submission'; readonly id: SubmissionId }
  | {
      readonly page: 'content';
      readonly kind: EntryKind | '';
      readonly state: ReviewState | '';
      readonly q: string;
    }
  | {
      readonly page: 'people';
      readonly role: Role | '';
      readonly state: PersonState | '';
      readonly q: string;
    }
  | ({ readonly page: 'audit' } & AuditPlace)
  | {
      readonly page: 'timeliness';
      readonly show: Show | '';
      readonly department: string;
      readonly q: string;
    }
  | { readonly page: 'due-items'; readonly state: DueItemState | ''; readonly q: string }
  /** `from`: the week's Monday; empty: this week. */
  | { readonly page: 'digest'; readonly from: Day | '' }
  /** 0: this year; quarter 0: the whole year. */
  | { readonly page: 'accountability'; readonly year: number; readonly quarter: number }
  | { readonly page: 'new'; readonly kind: EntryKind | '' }
  | { readonly page: 'entry' | 'sheet'; readonly id: EntryId }
  | { readonly page: 'preview'; readonly id: EntryId; readonly look: Look };

/** What the audit shows: by whom, which act, on what, on which day of the hall; pages count from 1. */
export interface AuditPlace {
  readonly by: string;
  readonly act: Act | '';
  readonly object: string;
  readonly day: Day | '';
  readonly number: number;
}

const dueItemStates = ['open', 'item', 'closed'] as const;
export type DueItemState = (typeof dueItemStates)[number];

export const HOME: Route = { page: 'today' };
const UNKNOWN: Route = { page: 'unknown' };

const inboxFilters = ['open', 'all', ...submissionStates] as const;

const oneOf = <T extends string, F extends string>(
  values: readonly T[],
  text: string | null,
  fallback: F,
): T | F => values.find((each) => each === text) ?? fallback;

const entryAt = (page: 'entry' | 'sheet', parts: readonly string[]): Route => {
  const id = v.safeParse(EntryId, parts.join('/'));
  return id.success ? { page, id: id.output } : UNKNOWN;
};

const contentRoute = (rest: readonly string[], query: URLSearchParams): Route => {
  if (rest.length > 0 && rest[0] !== 'new') return entryAt('entry', rest);
  const kind = oneOf(entryKinds, query.get('kind'), '');
  if (rest.length > 0) return rest.length === 1 ? { page: 'new', kind } : UNKNOWN;
  return {
    page: 'content',
    kind,
    state: oneOf(reviewStates, query.get('state'), ''),
    q: query.get('q') ?? '',
  };
};

const inboxRoute = (rest: readonly string[], query: URLSearchParams): Route => {
  if (rest.length === 0)
    return {
      page: 'inbox',
      state: oneOf(inboxFilters, query.get('state'), 'open'),
      q: query.get('q') ?? '',
    };
  const id = v.safeParse(SubmissionId, rest.join('/'));
  return id.success ? { page: 'submission', id: id.output } : UNKNOWN;
};

const peopleRoute = (rest: readonly string[], query: URLSearchParams): Route =>
  rest.length > 0
    ? UNKNOWN
    : {
        page: 'people',
        role: oneOf(roleIds, query.get('role'), ''),
        state: oneOf(personStates, query.get('state'), ''),
        q: query.get('q') ?? '',
      };

const previewAt = (parts: readonly string[], query: URLSearchParams): Route => {
  const id = v.safeParse(EntryId, parts.join('/'));
  return id.success
    ? { page: 'preview', id: id.output, look: oneOf(lookIds, query.get('look'), 'tall') }
    : UNKNOWN;
};

const auditRoute = (rest: readonly string[], query: URLSearchParams): Route => {
  const on = v.safeParse(Day, query.get('day'));
  return rest.length > 0
    ? UNKNOWN
    : {
        page: 'audit',
        by: query.get('by') ?? '',
        act: oneOf(actIds, query.get('act'), ''),
        object: query.get('object') ?? '',
        day: on.success ? on.output : '',
        number: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
      };
};

const timelinessRoute = (query: URLSearchParams): Route => ({
  page: 'timeliness',
  show: oneOf(showIds, query.get('show'), ''),
  department: query.get('department') ?? '',
  q: query.get('q') ?? '',
});

const dueItemRoute = (query: URLSearchParams): Route => ({
  page: 'due-items',
  state: oneOf(dueItemStates, query.get('state'), ''),
  q: query.get('q') ?? '',
});

const digestRoute = (query: URLSearchParams): Route => {
  const from = v.safeParse(Day, query.get('from'));
  return { page: 'digest', from: from.success ? from.output : '' };
};

const accountabilityRoute = (query: URLSearchParams): Route => ({
  page: 'accountability',
  year: /^20\d\d$/.test(query.get('year') ?? '') ? Number(query.get('year')) : 0,
  quarter: /^[1-4]$/.test(query.get('quarter') ?? '') ? Number(query.get('quarter')) : 0,
});

const countRoutes: Readonly<Record<string, (query: URLSearchParams) => Route>> = {
  timeliness: timelinessRoute,
  'due-item': dueItemRoute,
  digest: digestRoute,
  accountability: accountabilityRoute,
};

/** The page of an address. */
export const routeOf = (path: string, search = ''): Route => {
  const [desk, head = '', ...rest] = path.split('/').filter((part) => part !== '');
  if (desk !== 'staff') return UNKNOWN;
  const query = new URLSearchParams(search);
  switch (head) {
    case '':
      return HOME;
    case 'inbox':
      return inboxRoute(rest, query);
    case 'content':
      return contentRoute(rest, query);
    case 'preview':
      return previewAt(rest, query);
    case 'review':
      return rest.length === 0 ? { page: 'review' } : entryAt('sheet', rest);
    case 'audit':
      return auditRoute(rest, query);
    case 'people':
      return peopleRoute(rest, query);
    case 'publish':
    case 'screens':
    case 'account':
    case 'hall':
    case 'review-way':
    case 'welcome':
      return rest.length === 0 ? { page: head } : UNKNOWN;
    default:
      return rest.length === 0 ? (countRoutes[head]?.(query) ?? UNKNOWN) : UNKNOWN;
  }
};

export const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const set = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return set === '' ? path : `${path}?${set}`;
};

/** As the server is asked, and as the address says it. */
export const auditQuery = ({ by, act, object, day, number }: AuditPlace): Record<string, string> => ({
  by,
  act,
  object,
  day,
  page: number === 1 ? '' : String(number),
});

/** The address of a page. */
export const hrefOf = (route: Route): string => {
  switch (route.page) {
    case 'today':
      return '/staff';
    case 'inbox':
      return withQuery('/staff/inbox', { state: route.state === 'open' ? '' : route.state, q: route.q });
    case 'submission':
      return `/staff/inbox/${route.id}`;
    case 'content':
      return withQuery('/staff/content', { kind: route.kind, state: route.state, q: route.q });
    case 'audit':
      return withQuery('/staff/audit', auditQuery(route));
    case 'people':
      return withQuery('/staff/people', { role: route.role, state: route.state, q: route.q });
    case 'new':
      return withQuery('/staff/content/new', { kind: route.kind });
    case 'timeliness':
      return withQuery('/staff/timeliness', { show: route.show, department: route.department, q: route.q });
    case 'due-items':
      return withQuery('/staff/due-item', { state: route.state, q: route.q });
    case 'digest':
      return withQuery('/staff/digest', { from: route.from });
    case 'accountability':
      return withQuery('/staff/accountability', {
        year: route.year === 0 ? '' : String(route.year),
        quarter: route.quarter === 0 ? '' : String(route.quarter),
      });
    case 'entry':
      return `/staff/content/${route.id}`;
    case 'preview':
      return withQuery(`/staff/preview/${route.id}`, { look: route.look === 'tall' ? '' : route.look });
    case 'sheet':
      return `/staff/review/${route.id}`;
    case 'unknown':
      return '/staff/unknown';
    default:
      return `/staff/${route.page}`;
  }
};

export const inboxOf = (state: InboxFilter = 'open', q = ''): Route => ({ page: 'inbox', state, q });
export const timelinessOf = (show: Show | '' = '', department = '', q = ''): Route => ({
  page: 'timeliness',
  show,
  department,
  q,
});
export const contentOf = (kind: EntryKind | '' = '', state: ReviewState | '' = '', q = ''): Route => ({
  page: 'content',
  kind,
  state,
  q,
});
export const peopleOf = (role: Role | '' = '', state: PersonState | '' = '', q = ''): Route => ({
  page: 'people',
  role,
  state,
  q,
});
export const auditOf = (change: Partial<AuditPlace> = {}): Extract<Route, { page: 'audit' }> => ({
  page: 'audit',
  by: '',
  act: '',
  object: '',
  day: '',
  number: 1,
  ...change,
});
