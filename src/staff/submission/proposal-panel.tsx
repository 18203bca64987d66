import { useSignal } from '@preact/signals';
import { dayAtHall } from '../../contract/day.ts';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import { outcomeInWords, outcomeRule } from '../../contract/outcome.ts';
import { type Proposal, proposalActs, proposalObstacle } from '../../contract/proposal.ts';
import { submissionMoveRule, submissionStateInWords } from '../../contract/submission.ts';
import { useDesk, useMay } from '../desk.ts';
import { Facts } from '../part/facts.tsx';
import { Note } from '../part/note.tsx';
import { momentInWords } from '../part/words.ts';
import { StepRules } from '../rule/rule-mark.tsx';
import styles from './move-panel.module.css';
import { ProposalButtons } from './proposal-buttons.tsx';
import { lastDayOf, whenPast } from './proposal-words.ts';

export interface ProposalPanelProps {
  readonly detail: SubmissionDetail;
  readonly opened: OpenedSubmission | null;
  readonly onSettled: () => Promise<void>;
}

/** What waits for a chief, with what it would do and by when; or why it came back. */
export function ProposalPanel(props: ProposalPanelProps) {
  const { proposal } = props.detail;
  const settled = useSignal<string | null>(null);
  if (proposal?.state === 'waiting')
    return <Waiting {...props} proposal={proposal} onSaid={(say) => (settled.value = say)} />;
  return (
    <>
      {settled.value && <Note kind="ok">{settled.value}</Note>}
      {proposal?.state === 'returned' && <Returned proposal={proposal} />}
    </>
  );
}

function Returned({ proposal }: { readonly proposal: Proposal }) {
  const { clock } = useDesk();
  const { decided } = proposal;
  return (
    <Note kind="warn" title={`${submissionMoveRule(proposal.move).label}退回来了，没有批准。`}>
      {decided?.by?.name ?? '负责人'} {decided && momentInWords(decided.at, clock())}：{decided?.reason}
      。改好可以再报，期限没有停。
    </Note>
  );
}

interface WaitingProps extends ProposalPanelProps {
  readonly proposal: Proposal;
  readonly onSaid: (say: string) => void;
}

function Waiting({ detail, opened, proposal, onSettled, onSaid }: WaitingProps) {
  const { session, clock } = useDesk();
  const may = useMay();
  const me = session.value?.staff.id;
  const isDecider = may(proposalActs.approve.needs) && proposal.by.id !== me;
  const last = lastDayOf(detail, proposal, clock());
  const { label } = submissionMoveRule(proposal.move);
  const obstacle =
    me === undefined
      ? null
      : proposalObstacle({ proposal, limits: detail.limits, today: dayAtHall(clock()), me }, 'approve');
  return (
    <section class={styles.form} aria-labelledby="proposal">
      <StepRules steps={['proposal.approve', 'proposal.return', 'proposal.take-back']} of="报批">
        <h2 id="proposal">{isDecider ? `等您批准：${label}` : `等负责人批准：${label}`}</h2>
      </StepRules>
      <Proposed {...{ detail, opened, proposal }} />
      {last.isPast && (
        <Note kind="danger" title={`${last.say}。`}>
          {whenPast(proposal, isDecider ? 'chief' : 'officer')}
        </Note>
      )}
      {proposal.by.id === me && may(proposalActs.approve.needs) && (
        <Note>您报的，不能自己批。请另一位工作机构负责人来批。</Note>
      )}
      <ProposalButtons
        {...{ detail, proposal, isDecider, onSettled, onSaid }}
        mayApprove={obstacle === null}
        isUnread={proposal.move === 'reply' && opened === null}
      />
    </section>
  );
}

type ProposedProps = Pick<WaitingProps, 'detail' | 'opened' | 'proposal'>;

function Proposed({ detail, opened, proposal }: ProposedProps) {
  const { clock } = useDesk();
  const text = opened?.proposed.find(({ n }) => n === proposal.n)?.text;
  return (
    <Facts
      isStacked
      isSingle
      rows={[
        ...(proposal.outcome
          ? ([
              ['办理结果', outcomeInWords(proposal.outcome)],
              ['依据', outcomeRule(proposal.outcome).basis],
            ] as const)
          : []),
        ['谁报的', `${proposal.by.name} ${momentInWords(proposal.at, clock())}`],
        ['最晚哪天批', lastDayOf(detail, proposal, clock()).day],
        ...(proposal.move === 'reply'
          ? [
              [
                '答复正文',
                text ? <span class={styles.letter}>{text}</span> : '是封好的。打开内容以后在这里看。',
              ] as const,
            ]
          : []),
        ['批准以后群众看到', proposal.publicNote ?? '只有“已答复”，没有另写说明'],
        ['现在群众看到', submissionStateInWords[detail.state]],
      ]}
    />
  );
}
