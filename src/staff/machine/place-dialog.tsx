import { useSignal } from '@preact/signals';
import type { MachineRow } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Modal } from '../part/modal.tsx';
import { ProblemNote } from '../part/note.tsx';
import { machineInWords } from './machine-words.ts';

export interface PlaceDialogProps {
  readonly machine: MachineRow;
  readonly onPlaced: (machine: MachineRow) => void;
  readonly onClose: () => void;
}

/** Where a screen stands, in a few words: forty of them are told apart by it. */
export function PlaceDialog({ machine, onPlaced, onClose }: PlaceDialogProps) {
  const { api } = useDesk();
  const place = useSignal(machine.place ?? '');
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const save = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const written = place.value.trim();
    const result = await api.placeMachine(machine.id, { place: written === '' ? null : written });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onPlaced(result.value);
  };
  return (
    <Modal
      title={`${machineInWords(machine)}在哪儿？`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => void save()} busy={isBusy.value ? '正在记……' : undefined}>
            记下
          </Button>
          <Button kind="quiet" onPress={onClose}>
            不改
          </Button>
        </>
      }
    >
      <TextField
        label="在哪儿"
        hint="例如：大厅东侧、哈吐村便民服务站。空着就是不写。"
        max={30}
        isFocusedFirst
        value={place.value}
        onInput={(text) => {
          place.value = text;
        }}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有记下。" />}
    </Modal>
  );
}
