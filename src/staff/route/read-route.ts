import * as v from 'valibot';
import { roleIds } from '../../contract/account.ts';
import { actIds } from '../../contract/audit.ts';
import { BatchId, batchStateIds, rowShows } from '../../contract/batch.ts';
import { Day } from '../../contract/day-schema.ts';
import { showIds } from '../../contract/desk-timeliness.ts';
import { entryKinds } from '../../contract/entry-name.ts';
import { EntryId, SubmissionId } from '../../contract/id.ts';
import { personStates } from '../../contract/people.ts';
import { reviewStates } from '../../contract/review.ts';
import { submissionStates } from '../../contract/submission.ts';
import { lookIds } from '../content/preview/look.ts';
import { lawIds } from '../rule/rule.ts';
import {
  dueItemStates,
  englishFilters,
  entrySorts,
  HOME,
  type Route,
  rulePlaces,
  shownIncidents,
  shownMachines,
} from './route.ts';
import { revisionIn, versionsIn } from './versions.ts';

/** Addresses read: whatever is not one of the desk's leads to a page that says so, never to a blank. */

const UNKNOWN: Route = { page: 'unknown' };

const inboxFilters = ['open', 'all', ...submissionStates] as const;

const oneOf = <T extends string, F extends string>(
  values: readonly T[],
  text: string | null,
  fallback: F,
): T | F => values.find((each) => each === text) ?? fallback;

/** Only what is named in the address. */
const named = <T extends object>(values: { readonly [K in keyof T]: T[K] | '' | null }): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== null),
  ) as Partial<T>;

const entryAt = (page: 'entry' | 'sheet', parts: readonly string[]): Route => {
  const id = v.safeParse(EntryId, parts.join('/'));
  return id.success ? { page, id: id.output } : UNKNOWN;
};

const historyAt = (parts: readonly string[], query: URLSearchParams): Route => {
  const id = v.safeParse(EntryId, parts.join('/'));
  return id.success ? { page: 'history', id: id.output, ...versionsIn(query) } : UNKNOWN;
};

const contentRoute = (rest: readonly string[], query: URLSearchParams): Route => {
  if (rest.length === 3 && rest[2] === 'history') return historyAt(rest.slice(0, 2), query);
  if (rest.length > 0 && rest[0] !== 'new') return entryAt('entry', rest);
  const kind = oneOf(entryKinds, query.get('kind'), '');
  if (rest.length > 0) return rest.length === 1 ? { page: 'new', kind } : UNKNOWN;
  return {
    page: 'content',
    kind,
    state: oneOf(reviewStates, query.get('state'), ''),
    q: query.get('q') ?? '',
    ...named({
      department: query.get('department'),
      by: query.get('by'),
      due: oneOf(showIds, query.get('due'), ''),
      english: oneOf(englishFilters, query.get('english'), ''),
      sort: oneOf(entrySorts, query.get('sort'), ''),
      number:
        /^[1-9]\d{0,4}$/.test(query.get('page') ?? '1') && query.get('page') !== '1'
          ? Number(query.get('page')) || null
          : null,
    }),
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
    ? {
        page: 'preview',
        id: id.output,
        look: oneOf(lookIds, query.get('look'), 'tall'),
        revision: revisionIn(query),
      }
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

const reviewRoute = (query: URLSearchParams): Route => ({
  page: 'review',
  ...named({ kind: oneOf(entryKinds, query.get('kind'), ''), q: query.get('q') }),
});

const publishRoute = (query: URLSearchParams): Route => ({
  page: 'publish',
  ...named({ q: query.get('q') }),
});

const screensRoute = (query: URLSearchParams): Route => ({
  page: 'screens',
  ...named({
    show: oneOf(shownMachines, query.get('show'), ''),
    told: oneOf(shownIncidents, query.get('told'), ''),
    q: query.get('q'),
  }),
});

const timelinessRoute = (query: URLSearchParams): Route => ({
  page: 'timeliness',
  show: oneOf(showIds, query.get('show'), ''),
  department: query.get('department') ?? '',
  q: query.get('q') ?? '',
});

const rulesRoute = (query: URLSearchParams): Route => ({
  page: 'rules',
  at: oneOf(rulePlaces, query.get('at'), ''),
  law: oneOf(lawIds, query.get('law'), ''),
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

const importRoute = (rest: readonly string[], query: URLSearchParams): Route => {
  const q = query.get('q') ?? '';
  if (rest.length === 0) return { page: 'import', state: oneOf(batchStateIds, query.get('state'), ''), q };
  const id = v.safeParse(BatchId, rest.join('/'));
  return id.success
    ? {
        page: 'batch',
        id: id.output,
        show: oneOf(rowShows, query.get('show'), ''),
        q,
        number: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
      }
    : UNKNOWN;
};

const listRoutes: Readonly<Record<string, (query: URLSearchParams) => Route>> = {
  publish: publishRoute,
  screens: screensRoute,
  timeliness: timelinessRoute,
  'due-item': dueItemRoute,
  departments: (query) => ({ page: 'departments', q: query.get('q') ?? '' }),
  rules: rulesRoute,
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
      return rest.length === 0 ? reviewRoute(query) : entryAt('sheet', rest);
    case 'audit':
      return auditRoute(rest, query);
    case 'people':
      return peopleRoute(rest, query);
    case 'import':
      return importRoute(rest, query);
    case 'hall':
      if (rest.length === 1 && rest[0] === 'history') return { page: 'hall-history', ...versionsIn(query) };
      return rest.length === 0 ? { page: 'hall' } : UNKNOWN;
    case 'account':
    case 'review-way':
    case 'welcome':
      return rest.length === 0 ? { page: head } : UNKNOWN;
    default:
      return rest.length === 0 ? (listRoutes[head]?.(query) ?? UNKNOWN) : UNKNOWN;
  }
};
