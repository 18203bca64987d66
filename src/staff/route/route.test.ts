import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roleIds } from '../../contract/account.ts';
import { actIds } from '../../contract/audit.ts';
import { type BatchId, batchStateIds, rowShows } from '../../contract/batch.ts';
import { day } from '../../contract/day-schema.ts';
import { showIds } from '../../contract/desk-timeliness.ts';
import { entryKinds } from '../../contract/entry-name.ts';
import type { EntryId, SubmissionId } from '../../contract/id.ts';
import { personStates } from '../../contract/people.ts';
import { reviewStates } from '../../contract/review.ts';
import { submissionStates } from '../../contract/submission.ts';
import { lookIds } from '../content/preview/look.ts';
import { lawIds } from '../rule/rule.ts';
import { routeOf } from './read-route.ts';
import {
  englishFilters,
  entrySorts,
  hrefOf,
  type Route,
  rulePlaces,
  shownIncidents,
  shownMachines,
} from './route.ts';
import type { Versions } from './versions.ts';

const at = (href: string): Route => {
  const [path = '', search = ''] = href.split('?');
  return routeOf(path, search);
};

const id = fc
  .tuple(fc.constantFrom(...entryKinds), fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/))
  .map(([kind, name]) => `${kind}/${name}` as EntryId);
const versions = (prefix: string): fc.Arbitrary<Versions> =>
  fc
    .tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }))
    .map(([how, from, to]) => ({
      from: how === 2 ? `${prefix}${from}` : '',
      to: how === 0 ? '' : `${prefix}${to}`,
    }));
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    page: fc.constant('import' as const),
    state: fc.constantFrom('' as const, ...batchStateIds),
    q: fc.string(),
  }),
  fc.record({
    page: fc.constant('batch' as const),
    id: fc.constant('b-0123456789ab' as BatchId),
    show: fc.constantFrom('' as const, ...rowShows),
    q: fc.string(),
    number: fc.integer({ min: 1, max: 9_999 }),
  }),
  fc
    .constantFrom('today', 'account', 'review-way', 'hall', 'welcome', 'unknown')
    .map((page) => ({ page }) as Route),
  fc.record(
    {
      page: fc.constant('review' as const),
      kind: fc.constantFrom(...entryKinds),
      q: fc.string({ minLength: 1 }),
    },
    { requiredKeys: ['page'] },
  ),
  fc.record(
    { page: fc.constant('publish' as const), q: fc.string({ minLength: 1 }) },
    { requiredKeys: ['page'] },
  ),
  fc.record(
    {
      page: fc.constant('screens' as const),
      show: fc.constantFrom(...shownMachines),
      told: fc.constantFrom(...shownIncidents),
      q: fc.string({ minLength: 1 }),
    },
    { requiredKeys: ['page'] },
  ),
  fc.record({
    page: fc.constant('inbox' as const),
    state: fc.constantFrom('open' as const, 'all' as const, ...submissionStates),
    q: fc.string(),
  }),
  fc.record(
    {
      page: fc.constant('content' as const),
      kind: fc.constantFrom('' as const, ...entryKinds),
      state: fc.constantFrom('' as const, ...reviewStates),
      q: fc.string(),
      department: fc.string({ minLength: 1 }),
      by: fc.string({ minLength: 1 }),
      due: fc.constantFrom(...showIds),
      english: fc.constantFrom(...englishFilters),
      sort: fc.constantFrom(...entrySorts),
      number: fc.integer({ min: 2, max: 9_999 }),
    },
    { requiredKeys: ['page', 'kind', 'state', 'q'] },
  ),
  fc.record({
    page: fc.constant('people' as const),
    role: fc.constantFrom('' as const, ...roleIds),
    state: fc.constantFrom('' as const, ...personStates),
    q: fc.string(),
  }),
  fc.record({ page: fc.constant('departments' as const), q: fc.string() }),
  fc.record({
    page: fc.constant('rules' as const),
    at: fc.constantFrom('' as const, ...rulePlaces),
    law: fc.constantFrom('' as const, ...lawIds),
    q: fc.string(),
  }),
  fc.record({
    page: fc.constant('audit' as const),
    by: fc.string(),
    act: fc.constantFrom('' as const, ...actIds),
    object: fc.string(),
    day: fc.constantFrom('' as const, day('2026-11-24')),
    number: fc.integer({ min: 1, max: 9_999 }),
  }),
  fc.record({
    page: fc.constant('timeliness' as const),
    show: fc.constantFrom('' as const, ...showIds),
    department: fc.string(),
    q: fc.string(),
  }),
  fc.record({
    page: fc.constant('due-items' as const),
    state: fc.constantFrom('' as const, 'open' as const, 'item' as const, 'closed' as const),
    q: fc.string(),
  }),
  fc.record({ page: fc.constant('digest' as const), from: fc.constantFrom('' as const, day('2026-11-23')) }),
  fc.record({
    page: fc.constant('accountability' as const),
    year: fc.constantFrom(0, 2025, 2026),
    quarter: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ page: fc.constant('new' as const), kind: fc.constantFrom('' as const, ...entryKinds) }),
  fc.record({ page: fc.constantFrom('entry' as const, 'sheet' as const), id }),
  fc.record({
    page: fc.constant('preview' as const),
    id,
    look: fc.constantFrom(...lookIds),
    revision: fc.nat(999),
  }),
  fc
    .record({ page: fc.constant('history' as const), id })
    .chain((at) => versions('').map((its) => ({ ...at, ...its }))),
  versions('c').map((its) => ({ page: 'hall-history' as const, ...its })),
  fc.constant({
    page: 'submission' as const,
    id: '01890a5d-ac96-774b-bcce-b302099a8057' as SubmissionId,
  }),
);

describe('addresses of the desk', () => {
  test('every page comes back from its own address', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(at(hrefOf(route))).toEqual(route);
      }),
    );
  });

  test('the addresses that people are given', () => {
    expect(at('/staff')).toEqual({ page: 'today' });
    expect(at('/staff/')).toEqual({ page: 'today' });
    expect(at('/staff/content/guide/pension-claim')).toEqual({ page: 'entry', id: 'guide/pension-claim' });
    expect(at('/staff/content?kind=guide&q=养老')).toEqual({
      page: 'content',
      kind: 'guide',
      state: '',
      q: '养老',
    });
    expect(at('/staff/timeliness?show=late&department=minzheng')).toEqual({
      page: 'timeliness',
      show: 'late',
      department: 'minzheng',
      q: '',
    });
    expect(at('/staff/digest?from=2026-13-01')).toEqual({ page: 'digest', from: '' });
    expect(at('/staff/inbox')).toEqual({ page: 'inbox', state: 'open', q: '' });
  });

  test('what is no page is said to be none', () => {
    for (const href of [
      '/',
      '/guide/pension-claim',
      '/staff/nothing',
      '/staff/content/guide',
      '/staff/content/guide/../x',
      '/staff/content/guide/A',
      '/staff/content/new/more',
      '/staff/inbox/12',
      '/staff/publish/3',
      '/staff/timeliness/late',
    ])
      expect(at(href), href).toEqual({ page: 'unknown' });
  });

  test('a filter that does not exist is no filter', () => {
    expect(at('/staff/content?kind=video&state=lost')).toEqual({
      page: 'content',
      kind: '',
      state: '',
      q: '',
    });
  });
});
