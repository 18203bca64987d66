import * as v from 'valibot';
import {
  type MoveSubmission,
  OpenedSubmission,
  SubmissionDetail,
  SubmissionRow,
} from '../../contract/desk.ts';
import type { SubmissionId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** What visitors filed. */
export const submissionApi = ({ get, send }: Calls) => ({
  submissions: () => get(staff.submissions, v.array(SubmissionRow)),
  submission: (id: SubmissionId) => get(staff.submission(id), SubmissionDetail),
  open: (id: SubmissionId) => send('POST', staff.opening(id), {}, OpenedSubmission),
  moveSubmission: (id: SubmissionId, move: MoveSubmission) =>
    send('POST', staff.submissionMove(id), move, SubmissionDetail),
});
