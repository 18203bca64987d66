import type { SubmissionRow, Today } from '../../contract/desk.ts';
import type { StaffId } from '../../contract/id.ts';
import type { Proposal } from '../../contract/proposal.ts';
import { momentInWords } from '../part/words.ts';
import { byDue } from '../submission/inbox.ts';
import { lastDayOf, proposalInWords, whenPast } from '../submission/proposal-words.ts';
import type { Here, Waiting } from './waiting.ts';

/** What officers proposed (报批), as it waits for each of those whom it concerns; what runs out first on top. */

const those = (
  { open }: Today,
  isMeant: (proposal: Proposal) => boolean,
  say: (row: SubmissionRow, proposal: Proposal) => Omit<Waiting, 'to'>,
): readonly Waiting[] =>
  [...open].sort(byDue).flatMap((row) => {
    const { proposal } = row;
    if (proposal === null || !isMeant(proposal)) return [];
    return [{ ...say(row, proposal), to: { page: 'submission', id: row.id } }];
  });

const titleOf = ({ receiptNo }: SubmissionRow, proposal: Proposal): string =>
  `${receiptNo} ${proposalInWords(proposal)}`;

/** The last day, and once it is past what to do. */
const lastDay = (row: SubmissionRow, proposal: Proposal, who: 'chief' | 'officer', nowMs: number): string => {
  const { say, isPast } = lastDayOf(row, proposal, nowMs);
  return isPast ? `${say}。${whenPast(proposal, who)}` : say;
};

/** For a chief: all but their own. */
export const toApprove = (today: Today, { me }: Here, nowMs: number): readonly Waiting[] =>
  those(
    today,
    ({ state, by }) => state === 'waiting' && by.id !== me,
    (row, proposal) => ({
      title: titleOf(row, proposal),
      more: `${lastDay(row, proposal, 'chief', nowMs)} · ${proposal.by.name} ${momentInWords(proposal.at, nowMs)}报`,
      act: '去批',
    }),
  );

/** For an officer: their own that came back. */
export const toProposeAgain = (today: Today, { me }: Here, nowMs: number): readonly Waiting[] =>
  those(
    today,
    ({ state, by }) => state === 'returned' && by.id === me,
    (row, proposal) => ({
      title: `${titleOf(row, proposal)}，退回来了`,
      more: `${proposal.decided?.reason ?? ''} · ${lastDayOf(row, proposal, nowMs).say}`,
      act: '去改',
    }),
  );

/** Of one's own: what a chief has not decided yet. */
export const proposedBy = (today: Today, me: StaffId | undefined, nowMs: number): readonly Waiting[] =>
  those(
    today,
    ({ state, by }) => state === 'waiting' && by.id === me,
    (row, proposal) => ({
      title: titleOf(row, proposal),
      more: lastDay(row, proposal, 'officer', nowMs),
      act: '去看',
    }),
  );
