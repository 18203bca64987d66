import { useSignal } from '@preact/signals';
import { mayRoles } from '../../contract/account.ts';
import { dayAtHall } from '../../contract/day.ts';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import { sayProblem } from '../../contract/problem.ts';
import {
  isLegalSubmissionMove,
  moveObstacle,
  type SubmissionMove,
  submissionMoveIds,
  submissionMoveRule,
} from '../../contract/submission.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Note } from '../part/note.tsx';
import { MoveForm } from './move-form.tsx';
import styles from './move-panel.module.css';

export interface MovePanelProps {
  readonly detail: SubmissionDetail;
  readonly opened: OpenedSubmission | null;
  readonly onMoved: () => Promise<void>;
}

/** Moves that the table allows for this state and this kind of form, and what stands in the way of each. */
export const legalMoves = (detail: SubmissionDetail, nowMs: number) => {
  const facts = {
    ...detail,
    been: detail.history.map((step) => step.state),
    isProposed: detail.proposal?.state === 'waiting',
    today: dayAtHall(nowMs),
  };
  return submissionMoveIds
    .filter((move) => isLegalSubmissionMove(facts, move))
    .map((move) => ({ move, obstacle: moveObstacle(facts, move) }));
};

/** What can be done next, as buttons from the table of moves; a move that needs words opens its form in place. */
export function MovePanel({ detail, opened, onMoved }: MovePanelProps) {
  const { session, clock } = useDesk();
  const chosen = useSignal<SubmissionMove | null>(null);
  const done = useSignal<string | null>(null);
  const held = session.value?.roles ?? [];
  const moves = legalMoves(detail, clock());
  const mine = moves.filter(({ move }) => mayRoles(held, submissionMoveRule(move).needs));
  const allowed = mine.flatMap(({ move, obstacle }) => (obstacle === null ? [move] : []));
  const isWaiting = detail.proposal?.state === 'waiting';
  const finish = async (move: SubmissionMove, isProposed: boolean): Promise<void> => {
    await onMoved();
    chosen.value = null;
    done.value = isProposed
      ? `“${submissionMoveRule(move).label}”已报工作机构负责人批准。批准以前，群众看到的不变，期限照算。`
      : `“${submissionMoveRule(move).label}”已记下，群众凭回执编号和查询码看得到。`;
  };
  return (
    <section class={styles.panel} aria-labelledby="next">
      <h2 id="next">下一步</h2>
      {done.value && <Note kind="ok">{done.value}</Note>}
      {moves.length === 0 && <p>已经归档，没有要做的了。</p>}
      {moves.length > 0 && mine.length === 0 && (
        <Note>
          由经办的同事登记、办理和答复。
          {mayRoles(held, 'submission.approve')
            ? '延期和不全部公开的答复，经办报上来，由您批准。'
            : '您的岗位可以看，不能改状态。'}
        </Note>
      )}
      <div class={styles.buttons}>
        {allowed.map((move, at) => (
          <Button
            key={move}
            // What the applicant may still do is not what comes next.
            kind={at === 0 && chosen.value === null && !isWaiting ? 'primary' : 'second'}
            isPressed={chosen.value === move}
            onPress={() => {
              done.value = null;
              chosen.value = chosen.value === move ? null : move;
            }}
          >
            {submissionMoveRule(move).label}
          </Button>
        ))}
      </div>
      {mine.map(
        ({ move, obstacle }) =>
          obstacle &&
          // Said once, above.
          !isWaiting && (
            <p key={move} class={styles.obstacle}>
              {submissionMoveRule(move).label}：{sayProblem(obstacle)}
            </p>
          ),
      )}
      {chosen.value && (
        <MoveForm
          key={chosen.value}
          detail={detail}
          move={chosen.value}
          opened={opened}
          onMoved={finish}
          onCancel={() => {
            chosen.value = null;
          }}
        />
      )}
    </section>
  );
}
