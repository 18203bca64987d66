import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { isLegalReviewMove, mayMakeMove } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import { StepRules } from '../rule/rule-mark.tsx';
import { type Check, checksFor, proofOf } from './check-table.ts';
import { isAllSeen, SeenTicks, seenIn } from './seen-ticks.tsx';
import { Checks } from './sign-form.tsx';
import styles from './sign-panel.module.css';
import { hasWritten } from './sign-panel.tsx';

export interface UrgentPanelProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** What cannot wait: the signer alone, with a reason; 复审 and 保密审查 follow. In a tiny hall one person signs at once anyway. */
export function UrgentPanel({ detail, onDetail }: UrgentPanelProps) {
  const { session } = useDesk();
  const isOpen = useSignal(false);
  const isOffered =
    isLegalReviewMove(detail, 'urgent') &&
    !detail.mayOneSign &&
    mayMakeMove(session.value?.roles ?? [], 'urgent') &&
    !hasWritten(detail, session.value?.staff.id);
  if (!isOffered) return null;
  if (!isOpen.value)
    return (
      <div>
        <Button
          kind="quiet"
          isSmall
          onPress={() => {
            isOpen.value = true;
          }}
        >
          来不及审核？紧急发布……
        </Button>
      </div>
    );
  return (
    <UrgentForm
      detail={detail}
      onDetail={onDetail}
      onClose={() => {
        isOpen.value = false;
      }}
    />
  );
}

function UrgentForm({ detail, onDetail, onClose }: UrgentPanelProps & { readonly onClose: () => void }) {
  const { api, refresh } = useDesk();
  const ticked = useSignal<readonly Check[]>([]);
  const seen = useSignal<readonly string[]>([]);
  const reason = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const publish = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    const note = reason.value.trim();
    const isChecked = checksFor('urgent').every((check) => ticked.value.includes(check));
    if (isBusy.value || note === '' || !isChecked || !isAllSeen(detail, seen.value)) return;
    isBusy.value = true;
    const { revision, id } = detail;
    const result = await api.moveEntry(id, {
      move: 'urgent',
      revision,
      note,
      ...proofOf('urgent'),
      ...seenIn(seen.value),
    });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    onDetail(result.value);
    void refresh();
  };
  return (
    <form class={styles.panel} onSubmit={publish} noValidate aria-labelledby="urgent">
      <StepRules steps={['review.urgent']} of="紧急发布">
        <h2 id="urgent">紧急发布</h2>
      </StepRules>
      <p>签字以后，各屏幕几秒内就显示这一稿。复审和保密审查要事后补上，补齐以前，“今天”一直提醒。</p>
      <SeenTicks detail={detail} seen={seen} isTried={isTried.value} />
      <Checks move="urgent" ticked={ticked} isTried={isTried.value} />
      <TextField
        label="为什么来不及审核"
        lines={2}
        max={500}
        value={reason.value}
        onInput={(text) => {
          reason.value = text;
        }}
        fault={isTried.value && reason.value.trim() === '' ? '请写明理由。' : undefined}
        isFocusedFirst
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有发布。" />}
      <div class={styles.buttons}>
        <Button kind="danger" isSubmit busy={isBusy.value ? '正在发布……' : undefined}>
          紧急发布，签字
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不发
        </Button>
      </div>
    </form>
  );
}
