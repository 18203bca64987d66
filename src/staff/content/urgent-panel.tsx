import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import { isLegalReviewMove, mayMakeMove } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { ReasonButtons, ReasonField, ReasonProblem, useReason } from '../part/reason.tsx';
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
  const { revision, id } = detail;
  const reason = useReason({
    isMissing: (note) =>
      note === '' ||
      !checksFor('urgent').every((check) => ticked.value.includes(check)) ||
      !isAllSeen(detail, seen.value),
    ask: (note) =>
      api.moveEntry(id, { move: 'urgent', revision, note, ...proofOf('urgent'), ...seenIn(seen.value) }),
    onDone: (published) => {
      onDetail(published);
      void refresh();
    },
  });
  const isTried = reason.isTried.value;
  return (
    <form class={styles.panel} onSubmit={reason.send} noValidate aria-labelledby="urgent">
      <StepRules steps={['review.urgent']} of="紧急发布">
        <h2 id="urgent">紧急发布</h2>
      </StepRules>
      <p>签字以后，各屏幕几秒内就显示这一稿。复审和保密审查要事后补上，补齐以前，“今天”一直提醒。</p>
      <SeenTicks detail={detail} seen={seen} isTried={isTried} />
      <Checks move="urgent" ticked={ticked} isTried={isTried} />
      <ReasonField of={reason} label="为什么来不及审核" max={500} isFocusedFirst />
      <ReasonProblem of={reason} title="没有发布。" />
      <div class={styles.buttons}>
        <ReasonButtons
          of={reason}
          act="紧急发布，签字"
          busy="正在发布……"
          giveUp="先不发"
          isSubmit
          onClose={onClose}
        />
      </div>
    </form>
  );
}
