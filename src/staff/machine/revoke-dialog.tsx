import { useSignal } from '@preact/signals';
import type { MachineRow } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Modal } from '../part/modal.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { machineInWords } from './machine-words.ts';

export interface RevokeDialogProps {
  readonly machine: MachineRow;
  readonly onRevoked: (machine: MachineRow) => void;
  readonly onClose: () => void;
}

/** For a stolen or discarded machine. There is no way back, so the question says what follows and asks for the reason. */
export function RevokeDialog({ machine, onRevoked, onClose }: RevokeDialogProps) {
  const { api, refresh } = useDesk();
  const reason = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const isMissing = reason.value.trim() === '';
  const revoke = async (): Promise<void> => {
    isTried.value = true;
    if (isMissing || isBusy.value) return;
    isBusy.value = true;
    const result = await api.revokeMachine(machine.id, { reason: reason.value.trim() });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    onRevoked(result.value);
    void refresh();
  };
  const name = machineInWords(machine);
  return (
    <Modal
      title={`停用${name}？`}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" onPress={() => void revoke()} busy={isBusy.value ? '正在停用……' : undefined}>
            停用{name}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            先不停用
          </Button>
        </>
      }
    >
      <p>
        停用后，它交来的表一律不收，它也不再办理填表。公开的内容谁都看得到，停用不影响。停用不能撤销：机器找回后要清除浏览器数据、重新登记，用新的编号。
      </p>
      <Unsent machine={machine} />
      <TextField
        label="为什么停用"
        hint="例如：机器被盗，已报警。理由和您的名字会留在记录里。"
        lines={2}
        max={200}
        value={reason.value}
        onInput={(text) => {
          reason.value = text;
        }}
        fault={isTried.value && isMissing ? '请写明理由。' : undefined}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有停用。" />}
    </Modal>
  );
}

/** Receipts were given for these: revoking is the last moment to fetch them. */
function Unsent({ machine: { waiting, refused } }: { readonly machine: MachineRow }) {
  const count = (waiting ?? 0) + (refused ?? 0);
  if (count === 0) return null;
  return (
    <Note kind="warn" title={`它里面还有 ${count} 份没交上来的表。`}>
      机器还在手里的话，请先让它连上网交完，再停用。否则这些表收不到，有人拿回执来问时要在窗口重新填。
    </Note>
  );
}
