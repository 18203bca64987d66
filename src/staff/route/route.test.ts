import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roleIds } from '../../contract/account.ts';
import { actIds } from '../../contract/audit.ts';
import { day } from '../../contract/day.ts';
import type { EntryId, SubmissionId } from '../../contract/id.ts';
import { entryKinds } from '../../contract/id.ts';
import { personStates } from '../../contract/people.ts';
import { reviewStates } from '../../contract/review.ts';
import { submissionStates } from '../../contract/submission.ts';
import { lookIds } from '../content/preview/look.ts';
import { hrefOf, type Route, routeOf } from './route.ts';

const at = (href: string): Route => {
  const [path = '', search = ''] = href.split('?');
  return routeOf(path, search);
};

const id = fc
  .tuple(fc.constantFrom(...entryKinds), fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/))
  .map(([kind, name]) => `${kind}/${name}` as EntryId);
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc
    .constantFrom('today', 'review', 'publish', 'screens', 'account', 'review-way', 'welcome', 'unknown')
    .map((page) => ({ page }) as Route),
  fc.record({
    page: fc.constant('inbox' as const),
    state: fc.constantFrom('open' as const, 'all' as const, ...submissionStates),
    q: fc.string(),
  }),
  fc.record({
    page: fc.constant('content' as const),
    kind: fc.constantFrom('' as const, ...entryKinds),
    state: fc.constantFrom('' as const, ...reviewStates),
    q: fc.string(),
  }),
  fc.record({
    page: fc.constant('people' as const),
    role: fc.constantFrom('' as const, ...roleIds),
    state: fc.constantFrom('' as const, ...personStates),
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
  fc.record({ page: fc.constant('new' as const), kind: fc.constantFrom('' as const, ...entryKinds) }),
  fc.record({ page: fc.constantFrom('entry' as const, 'sheet' as const), id }),
  fc.record({ page: fc.constant('preview' as const), id, look: fc.constantFrom(...lookIds) }),
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
