import { useSignal } from '@preact/signals';
import type { SnapshotRow } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Modal } from '../part/modal.tsx';
import { ProblemNote } from '../part/note.tsx';
import table from '../part/table.module.css';
import { momentInWords } from '../part/words.ts';
import styles from './publish-page.module.css';

export interface SnapshotListProps {
  readonly rows: readonly SnapshotRow[];
  readonly onDone: (snapshot: SnapshotRow) => Promise<void>;
}

/** Every snapshot there was, newest first; any earlier one can be shown again, as a new number. */
export function SnapshotList({ rows, onDone }: SnapshotListProps) {
  const { clock } = useDesk();
  const may = useMay();
  const chosen = useSignal<number | null>(null);
  const sorted = [...rows].sort((a, b) => b.number - a.number);
  const newest = sorted[0]?.number ?? 0;
  return (
    <>
      <table class={table.table} aria-label="发布过的各版">
        <thead>
          <tr>
            <th scope="col">第几版</th>
            <th scope="col">什么时候</th>
            <th scope="col">谁</th>
            <th scope="col">为什么</th>
            <th scope="col">改了几条</th>
            {may('content.publish') && (
              <th scope="col" class={table.end}>
                退回
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.number}>
              <th scope="row" class={table.tight}>
                第 {row.number} 版
              </th>
              <td class={table.tight}>{momentInWords(row.signedAt, clock())}</td>
              <td data-name="谁">{row.by?.name ?? '系统'}</td>
              <td data-name="为什么">{row.reason}</td>
              <td data-name="改了" class={table.tight}>
                {row.changed} 条，共 {row.count} 条
              </td>
              {may('content.publish') && (
                <td class={table.end}>
                  {row.number === newest ? (
                    '屏幕上就是这版'
                  ) : (
                    <Button
                      isSmall
                      says={`退回到第 ${row.number} 版`}
                      onPress={() => {
                        chosen.value = row.number;
                      }}
                    >
                      退回到这一版
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.value !== null && (
        <RollBack
          to={chosen.value}
          next={newest + 1}
          onDone={async (snapshot) => {
            chosen.value = null;
            await onDone(snapshot);
          }}
          onClose={() => {
            chosen.value = null;
          }}
        />
      )}
    </>
  );
}

interface RollBackProps {
  readonly to: number;
  readonly next: number;
  readonly onDone: (snapshot: SnapshotRow) => Promise<void>;
  readonly onClose: () => void;
}

function RollBack({ to, next, onDone, onClose }: RollBackProps) {
  const { api } = useDesk();
  const reason = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const go = async (): Promise<void> => {
    isTried.value = true;
    const text = reason.value.trim();
    if (text === '' || isBusy.value) return;
    isBusy.value = true;
    const result = await api.rollBack({ to, reason: text });
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
          屏幕会和第 {to} 版一模一样，记作第 {next} 版：版号只往前走，中间各版都留着。正在写的草稿不受影响。
        </p>
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
