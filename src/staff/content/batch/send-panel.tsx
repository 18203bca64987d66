import { type Signal, useSignal } from '@preact/signals';
import type { Batch, SendBatch } from '../../../contract/batch.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { Modal } from '../../part/modal.tsx';
import { Note, ProblemNote } from '../../part/note.tsx';
import { batchOf, hrefOf } from '../../route/route.ts';
import { StepRules } from '../../rule/rule-mark.tsx';
import styles from './batch.module.css';

export interface SendPanelProps {
  readonly batch: Batch;
  readonly chosen: Signal<ReadonlySet<number>>;
  readonly onChange: (batch: Batch) => void;
}

/** 成批送审: the batch's drafts go to review together. Only this step: each is then reviewed for itself. */
export function SendPanel({ batch, chosen, onChange }: SendPanelProps) {
  const { api } = useDesk();
  const wish = useSignal<{ readonly rows: SendBatch['rows']; readonly count: number } | null>(null);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { asked = 0, refused = 0 } = batch.sendings;
  if (batch.state !== 'done' || (batch.sendable === 0 && refused === 0)) return null;
  const send = async (rows: SendBatch['rows']): Promise<void> => {
    wish.value = null;
    problem.value = null;
    isBusy.value = true;
    const begun = await api.sendBatch(batch.id, { rows });
    isBusy.value = false;
    if (!begun.ok) {
      problem.value = begun.problem;
      return;
    }
    chosen.value = new Set();
    onChange(begun.value);
  };
  const busy = isBusy.value ? '正在开始……' : undefined;
  const few = chosen.value.size;
  const fresh = batch.sendable - asked - refused;
  return (
    <section class={styles.send} aria-labelledby="send">
      <StepRules steps={['review.submit']} of="送审">
        <h2 id="send">送审</h2>
      </StepRules>
      {refused > 0 && (
        <Note
          kind="warn"
          action={<a href={hrefOf(batchOf(batch.id, { show: 'unsent' }))}>只看这 {refused} 行</a>}
        >
          有 {refused} 行没能送审，原因写在那一行里。
        </Note>
      )}
      {asked > 0 && <Note kind="warn">送审停在半路，还有 {asked} 行没送。送过的不会再送一次。</Note>}
      <div class={styles.buttons}>
        {asked > 0 && (
          <Button
            kind="primary"
            busy={busy}
            onPress={() => send('rest')}
          >{`接着送审剩下的 ${asked} 行`}</Button>
        )}
        {few > 0 && (
          <Button
            kind={asked > 0 ? 'second' : 'primary'}
            busy={busy}
            onPress={() => {
              wish.value = { rows: [...chosen.value], count: few };
            }}
          >{`送审勾选的 ${few} 行`}</Button>
        )}
        {few === 0 && asked === 0 && batch.sendable > 0 && (
          <Button
            kind={fresh > 0 ? 'primary' : 'second'}
            busy={busy}
            onPress={() => {
              wish.value = { rows: 'all', count: batch.sendable };
            }}
          >
            {fresh > 0 ? `全部送审（${batch.sendable} 行）` : `再送审一次（${batch.sendable} 行）`}
          </Button>
        )}
      </div>
      {few === 0 && batch.sendable > 1 && <p>只送一部分，就在下面的行里勾选。</p>}
      {problem.value && <ProblemNote problem={problem.value} title="没有送审。" />}
      {wish.value && (
        <Ask
          count={wish.value.count}
          onClose={() => {
            wish.value = null;
          }}
          onSend={() => send(wish.value?.rows ?? 'rest')}
        />
      )}
    </section>
  );
}

interface AskProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onSend: () => Promise<void>;
}

/** Asked once more: what colleagues have before them is not taken back with the import. */
function Ask({ count, onClose, onSend }: AskProps) {
  return (
    <Modal
      title={`送审 ${count} 行？`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>再看看</Button>
          <Button kind="primary" onPress={onSend}>{`送审 ${count} 行`}</Button>
        </>
      }
    >
      <p>送审以后，“撤回这次导入”不再动它们。审查是逐项的：同事一条一条看，一条一条签，不能成批签。</p>
    </Modal>
  );
}
