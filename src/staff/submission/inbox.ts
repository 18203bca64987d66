import type { SubmissionRow } from '../../contract/desk.ts';
import { type Due, firstLimit } from '../../contract/limit.ts';
import { isOpenState } from '../../contract/submission.ts';
import type { InboxFilter } from '../route/route.ts';
import { purposeInWords, stateAtDesk } from './due.ts';

/** An unknown day stands before all days of the year that has no calendar. */
const dayOrder = (due: Due | undefined): string => {
  if (due === undefined) return '9999';
  if (due.is === 'day') return due.on;
  return due.is === 'paused' ? '9998' : String(due.year);
};

/** What is due first stands first; what has no term after it, newest first; what is done last. */
export const byDue = (a: SubmissionRow, b: SubmissionRow): number => {
  const order = Number(isOpenState(b.state)) - Number(isOpenState(a.state));
  if (order !== 0) return order;
  const day = (row: SubmissionRow): string => dayOrder(firstLimit(row.limits)?.due);
  if (isOpenState(a.state) && day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  return a.receivedAt < b.receivedAt ? 1 : -1;
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

const isFound = (row: SubmissionRow, q: string): boolean => {
  const words = [
    row.receiptNo,
    row.formTitle,
    row.machine,
    stateAtDesk[row.state],
    row.purpose ? purposeInWords[row.purpose] : '',
  ];
  return plain(words.join(' ')).includes(plain(q));
};

const isInFilter = (row: SubmissionRow, filter: InboxFilter): boolean => {
  if (filter === 'all') return true;
  return filter === 'open' ? isOpenState(row.state) : row.state === filter;
};

export const filterInbox = (
  rows: readonly SubmissionRow[],
  filter: InboxFilter,
  q: string,
): readonly SubmissionRow[] => rows.filter((row) => isInFilter(row, filter) && isFound(row, q)).sort(byDue);
