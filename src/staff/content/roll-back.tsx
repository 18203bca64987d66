import { type Signal, useSignal } from '@preact/signals';
import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import type { RollbackPlan, SnapshotRow } from '../../contract/publication.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField, TickField } from '../part/field.tsx';
import { goToFirstFault } from '../part/first-fault.ts';
import { Modal } from '../part/modal.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { LoadedView } from '../part/page.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import styles from './publish-page.module.css';

export interface RollBackProps {
  readonly to: number;
  readonly next: number;
  readonly onDone: (snapshot: SnapshotRow) => Promise<void>;
  readonly onClose: () => void;
}

/** Back to an earlier snapshot. What was withdrawn since stays away, unless it is ticked here one by one. */
export function RollBack({ to, next, onDone, onClose }: RollBackProps) {
  const { api } = useDesk();
  const plan = useLoad(`rollback ${to}`, () => api.rollbackPlan(to));
  const again = useSignal<readonly EntryId[]>([]);
  const reason = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const go = async (): Promise<void> => {
    isTried.value = true;
    goToFirstFault();
    const text = reason.value.trim();
    if (text === '' || isBusy.value) return;
    isBusy.value = true;
    const showAgain = again.value.length > 0 ? { showAgain: [...again.value] } : {};
    const result = await api.rollBack({ to, reason: text, ...showAgain });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) await onDone(result.value);
  };
  return (
    <Modal
      title={`退回到第 ${to} 版`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={go} busy={isBusy.value ? '正在退回……' : undefined}>
            退回，成为第 {next} 版
          </Button>
          <Button kind="quiet" onPress={onClose}>
            先不退
          </Button>
        </>
      }
    >
      <div class={styles.reason}>
        <p>
          屏幕会回到第 {to} 版的内容，记作第 {next} 版：版号只往前走，中间各版都留着。正在写的草稿不受影响。
        </p>
        <LoadedView of={plan} waiting="正在看有没有后来撤下的……">
          {({ withdrawn }) => <Withdrawn withdrawn={withdrawn} again={again} />}
        </LoadedView>
        <TextField
          label="为什么退回"
          lines={2}
          max={200}
          value={reason.value}
          onInput={(text) => {
            reason.value = text;
          }}
          fault={isTried.value && reason.value.trim() === '' ? '请写明理由。' : undefined}
          isFocusedFirst
        />
        {problem.value && <ProblemNote problem={problem.value} title="没有退回。" />}
      </div>
    </Modal>
  );
}

interface WithdrawnProps extends Pick<RollbackPlan, 'withdrawn'> {
  readonly again: Signal<readonly EntryId[]>;
}

function Withdrawn({ withdrawn, again }: WithdrawnProps) {
  const { clock } = useDesk();
  if (withdrawn.length === 0) return null;
  return (
    <>
      <Note kind="warn" title={`其中 ${withdrawn.length} 条后来撤下了，退回以后仍不显示。`}>
        确实要重新给群众看的，请逐条核对撤下的理由，再勾选。
      </Note>
      {withdrawn.map(({ id, title, by, at, reason }) => (
        <TickField
          key={id}
          label={`重新显示：${title}（${kindInWords[kindOf(id)]}）`}
          hint={`${momentInWords(at, clock())} ${by?.name ?? '系统'}撤下，理由：${reason ?? '没有写'}`}
          isOn={again.value.includes(id)}
          onTurn={(isOn) => {
            const rest = again.value.filter((each) => each !== id);
            again.value = isOn ? [...rest, id] : rest;
          }}
        />
      ))}
    </>
  );
}
