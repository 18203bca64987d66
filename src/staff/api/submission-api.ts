import * as v from 'valibot';
import { SubmissionDetail, SubmissionRow } from '../../contract/desk.ts';
import { type MoveSubmission, OpenedSubmission } from '../../contract/desk-submission.ts';
import type { SubmissionId } from '../../contract/id.ts';
import type { DecideProposal, TakeBackProposal } from '../../contract/proposal.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** What visitors filed. */
export const submissionApi = ({ get, send }: Calls) => ({
  submissions: () => get(staff.submissions, v.array(SubmissionRow)),
  submission: (id: SubmissionId) => get(staff.submission(id), SubmissionDetail),
  open: (id: SubmissionId) => send('POST', staff.opening(id), {}, OpenedSubmission),
  /** Done, or proposed to a chief: the answer says which. */
  moveSubmission: (id: SubmissionId, move: MoveSubmission) =>
    send('POST', staff.submissionMove(id), move, SubmissionDetail),
  decideProposal: (id: SubmissionId, decide: DecideProposal) =>
    send('POST', staff.proposalDecision(id), decide, SubmissionDetail),
  takeBackProposal: (id: SubmissionId, take: TakeBackProposal) =>
    send('POST', staff.proposalTakeBack(id), take, SubmissionDetail),
});
