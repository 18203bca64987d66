import type { Role } from '../../contract/account.ts';
import type { Act } from '../../contract/audit.ts';
import type { BatchId, BatchState, RowShow } from '../../contract/batch.ts';
import type { Day } from '../../contract/day.ts';
import type { Show } from '../../contract/desk-timeliness.ts';
import { type EntryKind, entryKinds } from '../../contract/entry-name.ts';
import type { EntryId, SubmissionId } from '../../contract/id.ts';
import type { PersonState } from '../../contract/people.ts';
import type { ReviewState } from '../../contract/review.ts';
import type { SubmissionState } from '../../contract/submission.ts';
import type { Look } from '../content/preview/look.ts';
import type { LawId } from '../rule/rule.ts';
import { NO_VERSIONS, type Versions } from './versions.ts';

/** Every page and every list with its filter has an address that can be sent to a colleague. `hrefOf` and `routeOf` (read-route.ts) are each other's inverse. */

/** `open`: what still has to be done; `all`: everything. */
export type InboxFilter = 'open' | 'all' | SubmissionState;

export type Route =
  | {
      readonly page: 'today' | 'account' | 'review-way' | 'hall' | 'welcome' | 'unknown';
    }
  | { readonly page: 'review'; readonly kind?: EntryKind | ''; readonly q?: string }
  | { readonly page: 'publish'; readonly q?: string }
  | { readonly page: 'departments'; readonly q: string }
  | ({ readonly page: 'screens' } & ScreensPlace)
  | { readonly page: 'inbox'; readonly state: InboxFilter; readonly q: string }
  | { readonly page: 'submission'; readonly id: SubmissionId }
  | ({ readonly page: 'content' } & ContentPlace)
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
  /** `at`: a kind of entry, the hall or the steps. */
  | { readonly page: 'rules'; readonly at: RulePlace | ''; readonly law: LawId | ''; readonly q: string }
  | { readonly page: 'due-items'; readonly state: DueItemState | ''; readonly q: string }
  /** `from`: the week's Monday; empty: this week. */
  | { readonly page: 'digest'; readonly from: Day | '' }
  /** 0: this year; quarter 0: the whole year. */
  | { readonly page: 'accountability'; readonly year: number; readonly quarter: number }
  | { readonly page: 'new'; readonly kind: EntryKind | '' }
  | { readonly page: 'entry' | 'sheet'; readonly id: EntryId }
  /** `revision` 0: as it stands now, with what is typed. */
  | { readonly page: 'preview'; readonly id: EntryId; readonly look: Look; readonly revision: number }
  | ({ readonly page: 'history'; readonly id: EntryId } & Versions)
  | ({ readonly page: 'hall-history' } & Versions)
  | { readonly page: 'import'; readonly state: BatchState | ''; readonly q: string }
  | ({ readonly page: 'batch'; readonly id: BatchId } & RowsPlace);

/** Which rows of a batch; pages count from 1. */
export interface RowsPlace {
  readonly show: RowShow | '';
  readonly q: string;
  readonly number: number;
}

export const shownMachines = [
  'screen',
  'online',
  'silent',
  'behind',
  'unconfirmed',
  'phone',
  'revoked',
] as const;
export type ShownMachines = (typeof shownMachines)[number];
export const shownIncidents = ['unseen', 'seen'] as const;
export type ShownIncidents = (typeof shownIncidents)[number];

/** Which machines, and which of their reports; empty or left out: all. */
export interface ScreensPlace {
  readonly show?: ShownMachines | '';
  readonly told?: ShownIncidents | '';
  readonly q?: string;
}

export const entrySorts = ['edited', 'title', 'state'] as const;
export type EntrySort = (typeof entrySorts)[number];
/** In the filter by author: what came with an import. */
export const BY_IMPORT = 'import';

/** How an entry stands in English. */
export const englishFilters = ['there', 'stale', 'none'] as const;
export type EnglishFilter = (typeof englishFilters)[number];

/** Which entries, in which order; empty or left out: all, by kind and title. */
export interface ContentPlace {
  readonly kind: EntryKind | '';
  readonly state: ReviewState | '';
  readonly q: string;
  readonly department?: string;
  /** Who wrote the latest revision, by id. */
  readonly by?: string;
  readonly due?: Show | '';
  readonly english?: EnglishFilter | '';
  readonly sort?: EntrySort | '';
  /** From 2; left out: the first page. */
  readonly number?: number;
}

/** What the audit shows: by whom, which act, on what, on which day of the hall; pages count from 1. */
export interface AuditPlace {
  readonly by: string;
  readonly act: Act | '';
  readonly object: string;
  readonly day: Day | '';
  readonly number: number;
}

export const rulePlaces = [...entryKinds, 'hall', 'step'] as const;
export type RulePlace = (typeof rulePlaces)[number];

export const dueItemStates = ['open', 'item', 'closed'] as const;
export type DueItemState = (typeof dueItemStates)[number];

export const HOME: Route = { page: 'today' };

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

/** As the server is asked, and as the address says it. */
export const rowsQuery = ({ show, q, number }: RowsPlace): Record<string, string> => ({
  show,
  q,
  page: number === 1 ? '' : String(number),
});

const screensQuery = ({ show = '', told = '', q = '' }: ScreensPlace): Record<string, string> => ({
  show,
  told,
  q,
});

const spanQuery = ({
  year,
  quarter,
}: Extract<Route, { page: 'accountability' }>): Record<string, string> => ({
  year: year === 0 ? '' : String(year),
  quarter: quarter === 0 ? '' : String(quarter),
});

const contentQuery = (place: ContentPlace) => ({
  kind: place.kind,
  state: place.state,
  department: place.department ?? '',
  by: place.by ?? '',
  due: place.due ?? '',
  english: place.english ?? '',
  q: place.q,
  sort: place.sort ?? '',
  page: place.number === undefined || place.number < 2 ? '' : String(place.number),
});

/** The address of a page. */
export const hrefOf = (route: Route): string => {
  switch (route.page) {
    case 'today':
      return '/staff';
    case 'inbox':
      return withQuery('/staff/inbox', { state: route.state === 'open' ? '' : route.state, q: route.q });
    case 'review':
      return withQuery('/staff/review', { kind: route.kind ?? '', q: route.q ?? '' });
    case 'publish':
    case 'departments':
      return withQuery(`/staff/${route.page}`, { q: route.q ?? '' });
    case 'screens':
      return withQuery('/staff/screens', screensQuery(route));
    case 'submission':
      return `/staff/inbox/${route.id}`;
    case 'content':
      return withQuery('/staff/content', contentQuery(route));
    case 'audit':
      return withQuery('/staff/audit', auditQuery(route));
    case 'people':
      return withQuery('/staff/people', { role: route.role, state: route.state, q: route.q });
    case 'new':
      return withQuery('/staff/content/new', { kind: route.kind });
    case 'timeliness':
      return withQuery('/staff/timeliness', { show: route.show, department: route.department, q: route.q });
    case 'rules':
      return withQuery('/staff/rules', { at: route.at, law: route.law, q: route.q });
    case 'due-items':
      return withQuery('/staff/due-item', { state: route.state, q: route.q });
    case 'digest':
      return withQuery('/staff/digest', { from: route.from });
    case 'accountability':
      return withQuery('/staff/accountability', spanQuery(route));
    case 'entry':
      return `/staff/content/${route.id}`;
    case 'preview':
      return withQuery(`/staff/preview/${route.id}`, {
        look: route.look === 'tall' ? '' : route.look,
        revision: route.revision === 0 ? '' : String(route.revision),
      });
    case 'history':
      return withQuery(`/staff/content/${route.id}/history`, { from: route.from, to: route.to });
    case 'hall-history':
      return withQuery('/staff/hall/history', { from: route.from, to: route.to });
    case 'sheet':
      return `/staff/review/${route.id}`;
    case 'import':
      return withQuery('/staff/import', { state: route.state, q: route.q });
    case 'batch':
      return withQuery(`/staff/import/${route.id}`, rowsQuery(route));
    case 'unknown':
      return '/staff/unknown';
    default:
      return `/staff/${route.page}`;
  }
};

export const historyOf = (id: EntryId, versions = NO_VERSIONS): Route => ({
  page: 'history',
  id,
  ...versions,
});
export const previewOf = (id: EntryId, revision = 0): Route => ({
  page: 'preview',
  id,
  look: 'tall',
  revision,
});
export const inboxOf = (state: InboxFilter = 'open', q = ''): Route => ({ page: 'inbox', state, q });
export const timelinessOf = (show: Show | '' = '', department = '', q = ''): Route => ({
  page: 'timeliness',
  show,
  department,
  q,
});
export const rulesOf = (at: RulePlace | '' = '', law: LawId | '' = '', q = ''): Route => ({
  page: 'rules',
  at,
  law,
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
export const importOf = (state: BatchState | '' = '', q = ''): Route => ({ page: 'import', state, q });
export const batchOf = (id: BatchId, change: Partial<RowsPlace> = {}): Extract<Route, { page: 'batch' }> => ({
  page: 'batch',
  id,
  show: '',
  q: '',
  number: 1,
  ...change,
});
