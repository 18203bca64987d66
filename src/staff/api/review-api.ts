import {
  type ChangeReviewWay,
  type ChangeSheet,
  type EndEntry,
  EntryDetail,
  type MaskEntry,
  type MoveEntry,
  type NewComment,
  ReviewWay,
  type SettleComment,
} from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** The way of an entry from its draft to the screens and off them. */
export const reviewApi = ({ get, send }: Calls) => ({
  moveEntry: (id: EntryId, move: MoveEntry) => send('POST', staff.entryMove(id), move, EntryDetail),
  endEntry: (id: EntryId, end: EndEntry) => send('PUT', staff.entryEnd(id), end, EntryDetail),
  comment: (id: EntryId, comment: NewComment) => send('POST', staff.entryComment(id), comment, EntryDetail),
  settleComment: (id: EntryId, n: number, settle: SettleComment) =>
    send('PUT', staff.commentDone(id, n), settle, EntryDetail),
  changeSheet: (id: EntryId, change: ChangeSheet) => send('PUT', staff.entrySheet(id), change, EntryDetail),
  mask: (id: EntryId, mask: MaskEntry) => send('POST', staff.entryMask(id), mask, EntryDetail),
  reviewWay: () => get(staff.reviewWay, ReviewWay),
  changeReviewWay: (change: ChangeReviewWay) => send('PUT', staff.reviewWay, change, ReviewWay),
});
