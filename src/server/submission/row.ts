import { type Day, dayAtHall } from '../../contract/day.ts';
import { type WorkCalendar, workCalendar } from '../../contract/deadline.ts';
import type { Person, SubmissionDetail, SubmissionRow } from '../../contract/desk.ts';
import type { Form, FormPurpose } from '../../contract/form.ts';
import type { StaffId } from '../../contract/id.ts';
import { type Limits, limitsOf } from '../../contract/limit.ts';
import type { Proposal } from '../../contract/proposal.ts';
import { isOpenState } from '../../contract/submission.ts';
import type { Deps } from '../deps.ts';
import { lastProposalsOfOpen, type NamedProposal, proposalsOf } from '../store/proposal.ts';
import { shownCalendar } from '../store/snapshot.ts';
import {
  eventsOf,
  type ListedSubmission,
  listDone,
  listOpen,
  type NamedEvent,
  type Taker,
  takersOfOpen,
} from '../store/submission.ts';
import type { Definitions } from './definition.ts';

/** Submissions as the desk sees them: with due days, without a word of the visitor's. */

export type RowDeps = Pick<Deps, 'store' | 'clock'> & { readonly definitions: Definitions };

/** Closed ones that the list still shows. */
const MOST_DONE = 200;

export interface Now {
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

export const nowAt = async (deps: Pick<Deps, 'store' | 'clock'>): Promise<Now> => ({
  calendar: workCalendar(await shownCalendar(deps.store.db)),
  today: dayAtHall(deps.clock()),
});

export const limitsOfRow = (row: ListedSubmission, form: Form | null, { calendar, today }: Now): Limits =>
  limitsOf(calendar, {
    clock: row.clock === null ? undefined : form?.clocks[row.clock],
    countedFrom: row.counted_from,
    isPaused: row.state === 'supplementAsked',
    purpose: purposeOf(row, form),
    isExtended: row.extended_at !== null,
    isSupplementAsked: row.supplement_by !== null,
    today,
  });

export const purposeOf = (row: ListedSubmission, form: Form | null): FormPurpose | null =>
  form?.purpose ?? row.purpose;

/** Only while it is awaited. */
export const supplementByOf = (row: ListedSubmission): Day | null =>
  row.state === 'supplementAsked' ? row.supplement_by : null;

/** What is known of those that are not done: who has each in hand, and its last proposal. */
interface Hands {
  readonly taker: Taker | undefined;
  readonly last: NamedProposal | undefined;
}

async function rowOf(
  deps: RowDeps,
  row: ListedSubmission,
  now: Now,
  { taker, last }: Hands,
): Promise<SubmissionRow> {
  const form = await deps.definitions(row.form_digest);
  return {
    id: row.id,
    receiptNo: row.receipt_no,
    formTitle: form?.title ?? row.form_title,
    purpose: purposeOf(row, form),
    state: row.state,
    filedOn: row.filed_on,
    receivedAt: row.received_at,
    limits: limitsOfRow(row, form, now),
    supplementBy: supplementByOf(row),
    machine: row.prefix,
    inHandsOf: taker === undefined ? null : personOf(taker),
    proposal: last !== undefined && isPresent(last, taker) ? proposalOf(last) : null,
  };
}

/** It waits, or it came back and nothing was done since. */
const isPresent = (last: NamedProposal, taker: Taker | undefined): boolean =>
  last.state === 'waiting' ||
  (last.state === 'returned' && last.decided_at !== null && (taker?.at ?? '') <= last.decided_at);

const proposalOf = (it: NamedProposal): Proposal => ({
  n: it.n,
  move: it.move,
  outcome: it.outcome,
  publicNote: it.public_note,
  by: { id: it.by_id, name: it.by_name ?? '已离开的同事' },
  at: it.at,
  state: it.state,
  decided:
    it.decided_at === null
      ? null
      : {
          by: personOf({ by_id: it.decided_by_id, by_name: it.decider_name }),
          at: it.decided_at,
          reason: it.reason,
        },
});

async function rowsOf(deps: RowDeps, stored: readonly ListedSubmission[]): Promise<readonly SubmissionRow[]> {
  const now = await nowAt(deps);
  const takers = await takersOfOpen(deps.store.db);
  const proposals = await lastProposalsOfOpen(deps.store.db);
  return Promise.all(
    stored.map((row) => rowOf(deps, row, now, { taker: takers.get(row.id), last: proposals.get(row.id) })),
  );
}

/** All open ones, oldest first, then the latest that are done. */
export async function listRows(deps: RowDeps): Promise<readonly SubmissionRow[]> {
  const { db } = deps.store;
  return rowsOf(deps, [...(await listOpen(db)), ...(await listDone(db, MOST_DONE))]);
}

export const openRows = async (deps: RowDeps): Promise<readonly SubmissionRow[]> =>
  rowsOf(deps, await listOpen(deps.store.db));

export const personOf = (by: { by_id: StaffId | null; by_name: string | null }): Person | null =>
  by.by_id === null ? null : { id: by.by_id, name: by.by_name ?? '已离开的同事' };

const historyOf = (event: NamedEvent): SubmissionDetail['history'][number] => ({
  state: event.state,
  at: event.at,
  by: personOf(event),
  publicNote: event.public_note,
});

export async function detailOf(deps: RowDeps, row: ListedSubmission): Promise<SubmissionDetail> {
  const events = await eventsOf(deps.store.db, row.id);
  const taker = isOpenState(row.state) ? events.findLast((event) => event.by_id !== null) : undefined;
  const proposals = await proposalsOf(deps.store.db, row.id);
  const last = isOpenState(row.state) ? proposals.at(-1) : undefined;
  const shown = await rowOf(deps, row, await nowAt(deps), { taker, last });
  return {
    ...shown,
    history: events.map(historyOf),
    proposals: proposals.map(proposalOf),
    outcome: row.outcome,
  };
}
