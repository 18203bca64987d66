import type { MachineRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { Modal } from '../part/modal.tsx';
import { Note } from '../part/note.tsx';
import { ReasonButtons, ReasonField, ReasonProblem, useReason } from '../part/reason.tsx';
import { machineInWords } from './machine-words.ts';

export interface RevokeDialogProps {
  readonly machine: MachineRow;
  readonly onRevoked: (machine: MachineRow) => void;
  readonly onClose: () => void;
}

/** For a stolen or discarded machine. There is no way back, so the question says what follows and asks for the reason. */
export function RevokeDialog({ machine, onRevoked, onClose }: RevokeDialogProps) {
  const { api, refresh } = useDesk();
  const reason = useReason({
    ask: (why) => api.revokeMachine(machine.id, { reason: why }),
    onDone: (revoked) => {
      onRevoked(revoked);
      void refresh();
    },
  });
  const name = machineInWords(machine);
  return (
    <Modal
      title={`停用${name}？`}
      onClose={onClose}
      actions={
        <ReasonButtons
          of={reason}
          act={`停用${name}`}
          busy="正在停用……"
          giveUp="先不停用"
          onClose={onClose}
        />
      }
    >
      <p>
        停用后，它交来的表一律不收，它也不再办理填表。公开的内容谁都看得到，停用不影响。停用不能撤销：机器找回后要清除浏览器数据、重新登记，用新的编号。
      </p>
      <Unsent machine={machine} />
      <ReasonField
        of={reason}
        label="为什么停用"
        hint="例如：机器被盗，已报警。理由和您的名字会留在记录里。"
        max={200}
      />
      <ReasonProblem of={reason} title="没有停用。" />
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
