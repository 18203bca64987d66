import { useSignal } from '@preact/signals';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { MAX_RETURN_REASON, type Proposal, proposalActs } from '../../contract/proposal.ts';
import { submissionMoveRule } from '../../contract/submission.ts';
import type { Answer } from '../api/call.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { ReturnForm } from '../part/return-form.tsx';
import styles from './move-panel.module.css';

export interface ProposalButtonsProps {
  readonly detail: SubmissionDetail;
  readonly proposal: Proposal;
  /** A chief who did not propose it. */
  readonly isDecider: boolean;
  readonly mayApprove: boolean;
  /** Its reply is sealed still. */
  readonly isUnread: boolean;
  readonly onSettled: () => Promise<void>;
  /** What is said once it is settled. */
  readonly onSaid: (say: string) => void;
}

/** Approve, return with a reason, or take back: by the table of acts and who is here. */
export function ProposalButtons(props: ProposalButtonsProps) {
  const { detail, proposal, onSettled, onSaid } = props;
  const { api } = useDesk();
  const isReturning = useSignal(false);
  const { id } = detail;
  const { n } = proposal;
  if (!isReturning.value) return <ActButtons {...props} onReturn={() => (isReturning.value = true)} />;
  return (
    <ReturnForm
      hint="写明改哪里。经办看得到，群众看不到。不要写姓名、电话、证件号码。"
      max={MAX_RETURN_REASON}
      ask={(reason) => api.decideProposal(id, { act: 'return', n, reason })}
      onDone={() => {
        onSaid('已退回给经办，理由写上了。');
        void onSettled();
      }}
      onClose={() => (isReturning.value = false)}
    />
  );
}

function ActButtons(props: ProposalButtonsProps & { readonly onReturn: () => void }) {
  const { detail, proposal, isDecider } = props;
  const { api } = useDesk();
  const may = useMay();
  const { busy, problem, act } = useAct(props);
  const { label } = submissionMoveRule(proposal.move);
  const { id } = detail;
  const { n } = proposal;
  const approve = () =>
    act(
      'approve',
      () => api.decideProposal(id, { act: 'approve', n }),
      `已批准${label}，群众凭回执编号和查询码看得到。`,
    );
  const takeBack = () =>
    act('take-back', () => api.takeBackProposal(id, { n }), '已收回报批。可以改了再报，或者做别的。');
  return (
    <>
      {isDecider && props.isUnread && <Note kind="warn">您还没有打开内容。看过答复正文再批。</Note>}
      {problem.value && <ProblemNote problem={problem.value} title="没有办成。" />}
      <div class={styles.buttons}>
        {isDecider && props.mayApprove && (
          <Button kind="primary" onPress={approve} busy={busy.value === 'approve' ? '正在批准……' : undefined}>
            {proposalActs.approve.label}
            {label}
          </Button>
        )}
        {isDecider && (
          <Button kind="danger" onPress={props.onReturn}>
            {proposalActs.return.label}
          </Button>
        )}
        {may(proposalActs['take-back'].needs) && (
          <Button
            kind="quiet"
            onPress={takeBack}
            busy={busy.value === 'take-back' ? '正在收回……' : undefined}
          >
            {proposalActs['take-back'].label}
          </Button>
        )}
      </div>
    </>
  );
}

type OneStep = 'approve' | 'take-back';

function useAct({ onSaid, onSettled }: ProposalButtonsProps) {
  const problem = useSignal<Problem | null>(null);
  const busy = useSignal<OneStep | null>(null);
  const act = async (what: OneStep, ask: () => Answer<unknown>, say: string): Promise<void> => {
    if (busy.value !== null) return;
    busy.value = what;
    const result = await ask();
    problem.value = result.ok ? null : result.problem;
    if (result.ok) {
      onSaid(say);
      await onSettled();
    }
    busy.value = null;
  };
  return { problem, busy, act };
}
