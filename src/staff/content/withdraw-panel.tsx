import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import { isLegalReviewMove } from '../../contract/review.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { ReasonButtons, ReasonField, ReasonProblem, useReason } from '../part/reason.tsx';
import { hrefOf } from '../route/route.ts';
import { StepRules } from '../rule/rule-mark.tsx';
import { NamedByList } from './named-by.tsx';
import styles from './sign-panel.module.css';

export interface WithdrawPanelProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** Takes an entry off the screens at once, with a reason. */
export function WithdrawPanel({ detail, onDetail }: WithdrawPanelProps) {
  const { api, refresh } = useDesk();
  const may = useMay();
  const isOpen = useSignal(false);
  const reason = useReason({
    ask: (note) => api.moveEntry(detail.id, { move: 'withdraw', revision: detail.revision, note }),
    onDone: (withdrawn) => {
      onDetail(withdrawn);
      void refresh();
    },
  });
  if (!may('content.publish') || !isLegalReviewMove(detail, 'withdraw')) return null;
  const shown = detail.published;
  if (shown?.kind === 'chart' && shown.guide !== undefined)
    return (
      <p>
        它是一份办事指南的办事程序，不能单独撤下。
        <a href={hrefOf({ page: 'entry', id: shown.guide })}>去那份指南</a>
        ，撤下指南时它一起撤下。
      </p>
    );
  if (!isOpen.value)
    return (
      <div>
        <Button
          kind="danger"
          isSmall
          onPress={() => {
            isOpen.value = true;
          }}
        >
          从屏幕上撤下
        </Button>
      </div>
    );
  return (
    <form class={styles.panel} onSubmit={reason.send}>
      <p>
        撤下后，各屏幕几秒内就不再显示这一条
        {shown?.kind === 'guide' && '，它的办事程序和用它做的便民卡片也一起撤下'}
        。别处去它的链接，点开会说已经撤下。内容和经过都留着，以后可以再发布。
      </p>
      <NamedByList id={detail.id} say="请先去把那里的链接改好。" />
      <ReasonField
        of={reason}
        label="为什么撤下"
        mark={<StepRules steps={['review.withdraw']} of="撤下" />}
        max={500}
        isFocusedFirst
      />
      <ReasonProblem of={reason} title="没有撤下。" />
      <div class={styles.buttons}>
        <ReasonButtons
          of={reason}
          act="撤下"
          busy="正在撤下……"
          giveUp="先不撤"
          isSubmit
          onClose={() => {
            isOpen.value = false;
          }}
        />
      </div>
    </form>
  );
}
