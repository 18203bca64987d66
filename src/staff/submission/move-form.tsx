import { useSignal } from '@preact/signals';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import type { Problem } from '../../contract/problem.ts';
import { needsApproval, type SubmissionMove, submissionMoveRule } from '../../contract/submission.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { goToFirstFault } from '../part/first-fault.ts';
import { Note, ProblemNote } from '../part/note.tsx';
import { StepRules } from '../rule/rule-mark.tsx';
import { MoveFields } from './move-fields.tsx';
import styles from './move-panel.module.css';
import { begunFrom, bodyOf, faultsOf, type Written } from './written.ts';

export interface MoveFormProps {
  readonly detail: SubmissionDetail;
  readonly move: SubmissionMove;
  /** Null: not opened yet. */
  readonly opened: OpenedSubmission | null;
  /** `isProposed`: it went to a chief and is not done yet. */
  readonly onMoved: (move: SubmissionMove, isProposed: boolean) => Promise<void>;
  readonly onCancel: () => void;
}

export function MoveForm({ detail, move, opened, onMoved, onCancel }: MoveFormProps) {
  const { api, memory, clock } = useDesk();
  const key = `收件 ${detail.receiptNo} ${move}`;
  const rule = submissionMoveRule(move);
  const proposed = opened?.proposed ?? [];
  const written = useSignal<Written>(memory.take<Written>(key) ?? begunFrom(detail, move, proposed));
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const write = (change: Partial<Written>): void => {
    written.value = { ...written.value, ...change };
    const isBlank = Object.values(written.value).every((text) => text.trim() === '');
    if (isBlank) memory.drop(key);
    else memory.keep(key, written.value);
  };
  const of = detail.purpose === 'disclosure-request' ? 'request' : 'complaint';
  const faults = faultsOf({ move, purpose: detail.purpose }, written.value, clock());
  const isToApprove = needsApproval(move, detail.purpose, written.value.outcome || null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    goToFirstFault(event.currentTarget);
    if (isBusy.value || Object.values(faults).some((fault) => fault !== null)) return;
    isBusy.value = true;
    const result = await api.moveSubmission(detail.id, bodyOf(move, detail.state, written.value));
    problem.value = result.ok ? null : result.problem;
    if (result.ok) {
      memory.drop(key);
      await onMoved(move, isToApprove);
    }
    isBusy.value = false;
  };
  return (
    <form class={styles.form} onSubmit={send} aria-label={rule.label}>
      <StepRules steps={[`${of}.${move}`]} of={rule.label}>
        <h3>{rule.label}</h3>
      </StepRules>
      <MoveFields
        {...{ move, write }}
        isOpened={opened !== null}
        purpose={detail.purpose}
        written={written.value}
        faultOf={(key) => (isTried.value ? faults[key] : null) ?? undefined}
      />
      {isToApprove && <ApprovalNote move={move} />}
      {problem.value && <ProblemNote problem={problem.value} title="没有记下。" />}
      <div class={styles.buttons}>
        <Button kind="primary" isSubmit busy={isBusy.value ? '正在记下……' : undefined}>
          {isToApprove ? '报负责人批准' : `确定${rule.label}`}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          先不{rule.label}
        </Button>
      </div>
    </form>
  );
}

/** Before it is sent: that it is not done by that alone. */
function ApprovalNote({ move }: { readonly move: SubmissionMove }) {
  return (
    <Note title="要工作机构负责人批准，批准了才算数。">
      {move === 'extend'
        ? '批准以前期限不变；过了法定的最后一天，就不能再批延期。'
        : '批准以前不算答复，期限照算。请留出批的时间。'}
    </Note>
  );
}
