import { expect, test } from 'vitest';
import { isRefusal, type Outcome, outcomeIds, outcomeInWords, outcomes } from './outcome.ts';
import { proposalActIds, proposalObstacle } from './proposal.ts';
import { needsApproval, outcomeOf, submissionMoveIds } from './submission.ts';

/** The table of section 三 in the annual report's format: 1 + 1 + 8 + 3 + 5 + 3 rows of results. */
test('every row of the annual report is there once, in its order', () => {
  const kinds = outcomeIds.map((id) => outcomeInWords(id).slice(0, 3));
  const counted = [...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]);
  expect(counted).toEqual([
    ['（一）', 1],
    ['（二）', 1],
    ['（三）', 8],
    ['（四）', 3],
    ['（五）', 5],
    ['（六）', 3],
  ]);
  expect(new Set(outcomeIds.map(outcomeInWords)).size).toBe(21);
  expect(outcomeInWords('deny.safety')).toBe('（三）不予公开 3.危及“三安全一稳定”');
});

test('who is refused under Articles 14 to 16 asks for a review first', () => {
  const first = outcomeIds.filter((id) => 'isReviewFirst' in outcomes[id]);
  const under = outcomeIds.filter((id) => /第十[四五六]条|第三十七条/.test(outcomes[id].basis));
  expect(first).toEqual(under);
});

test('everything that is not granted whole waits for a chief, and nothing of a complaint does', () => {
  const alone = outcomeIds.filter((id) => !needsApproval('reply', 'disclosure-request', id));
  expect(alone).toEqual(['granted']);
  expect(outcomeIds.filter((id) => !isRefusal(id))).toEqual(alone);
  for (const purpose of ['complaint', 'opinion', null] as const)
    for (const move of submissionMoveIds) {
      expect(needsApproval(move, purpose, 'deny.internal')).toBe(false);
      expect(outcomeOf(move, purpose, 'deny.internal')).toBeNull();
    }
  const waits = submissionMoveIds.filter((move) => needsApproval(move, 'disclosure-request', null));
  expect(waits).toEqual(['extend']);
});

test.each<[Outcome | null, Parameters<typeof outcomeOf>[0]]>([
  ['other.noSupplement', 'abandon'],
  ['other.other', 'withdraw'],
  ['partial', 'reply'],
  [null, 'extend'],
])('%s is what a request comes to by %s', (outcome, move) => {
  expect(outcomeOf(move, 'disclosure-request', 'partial')).toBe(outcome);
});

test('what is settled is settled for every act', () => {
  const limits = { promised: null, statutory: null, supplement: null };
  for (const state of ['approved', 'returned', 'taken-back', 'ended'] as const)
    for (const act of proposalActIds) {
      const proposal = { move: 'extend', state, by: { id: 's-a' as never } } as const;
      const facts = { proposal, limits, today: '2026-11-24' as never, me: 's-b' as never };
      expect(proposalObstacle(facts, act)).toEqual({ code: 'proposal-settled' });
    }
});
