import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { isLegalReviewMove } from '../../contract/review.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import { hrefOf } from '../route/route.ts';
import { StepRules } from '../rule/rule-mark.tsx';
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
  const reason = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
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
  const withdraw = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    const note = reason.value.trim();
    if (note === '' || isBusy.value) return;
    isBusy.value = true;
    const result = await api.moveEntry(detail.id, { move: 'withdraw', revision: detail.revision, note });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    onDetail(result.value);
    void refresh();
  };
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
    <form class={styles.panel} onSubmit={withdraw}>
      <p>
        撤下后，各屏幕几秒内就不再显示这一条
        {shown?.kind === 'guide' && '，它的办事程序和用它做的便民卡片也一起撤下'}
        。别处去它的链接，点开会说已经撤下。内容和经过都留着，以后可以再发布。
      </p>
      <TextField
        label="为什么撤下"
        mark={<StepRules steps={['review.withdraw']} of="撤下" />}
        lines={2}
        max={500}
        value={reason.value}
        onInput={(text) => {
          reason.value = text;
        }}
        fault={isTried.value && reason.value.trim() === '' ? '请写明理由。' : undefined}
        isFocusedFirst
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有撤下。" />}
      <div class={styles.buttons}>
        <Button kind="danger" isSubmit busy={isBusy.value ? '正在撤下……' : undefined}>
          撤下
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            isOpen.value = false;
          }}
        >
          先不撤
        </Button>
      </div>
    </form>
  );
}
