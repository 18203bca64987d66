import { useSignal } from '@preact/signals';
import { type Batch, type WhenHere, whenHere, whenHereIds } from '../../../contract/batch.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Answer } from '../../api/call.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { PickField } from '../../part/field.tsx';
import { Modal } from '../../part/modal.tsx';
import { Note, ProblemNote } from '../../part/note.tsx';
import { contentOf, hrefOf, importOf } from '../../route/route.ts';
import styles from './batch.module.css';
import { SaveButton } from './save-button.tsx';

export interface BatchActionsProps {
  readonly batch: Batch;
  readonly onChange: (batch: Batch) => void;
}

/** What can be done with the batch as it stands. */
export function BatchActions({ batch, onChange }: BatchActionsProps) {
  const { api, place } = useDesk();
  const choice = useSignal<WhenHere>(batch.whenHere ?? 'skip');
  const busy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const act = async (work: () => Answer<Batch>): Promise<void> => {
    busy.value = true;
    problem.value = null;
    const done = await work();
    busy.value = false;
    if (done.ok) onChange(done.value);
    else problem.value = done.problem;
  };
  const drop = async (): Promise<void> => {
    const dropped = await api.dropBatch(batch.id);
    if (dropped.ok) place.go(importOf());
    else problem.value = dropped.problem;
  };
  const start = (): Promise<void> => act(() => api.startBatch(batch.id, { whenHere: choice.value }));
  const { new: fresh = 0, here = 0, wrong = 0 } = batch.verdicts;
  return (
    <div class={styles.acts}>
      {batch.state === 'checked' && (
        <>
          {here > 0 && (
            <div class={styles.choice}>
              <PickField
                label={`已经有了的 ${here} 行`}
                value={choice.value}
                choices={whenHereIds.map((each) => [each, whenHere[each]])}
                hint="正在审核、等发布的不动；表里空着的格子不改原来的内容。"
                onPick={(next) => {
                  choice.value = whenHereIds.find((each) => each === next) ?? 'skip';
                }}
              />
            </div>
          )}
          {fresh + here > 0 && (
            <Button kind="primary" busy={busy.value ? '正在开始……' : undefined} onPress={start}>
              {`导入 ${fresh + (choice.value === 'revise' ? here : 0)} 行，都存成草稿`}
            </Button>
          )}
          <Button onPress={drop}>不导入了</Button>
        </>
      )}
      {batch.state === 'importing' && (
        <Button
          busy={busy.value ? '正在停下……' : undefined}
          onPress={() => act(() => api.stopBatch(batch.id))}
        >
          停下
        </Button>
      )}
      {batch.state === 'stopped' && (
        <Button kind="primary" busy={busy.value ? '正在开始……' : undefined} onPress={start}>
          {`接着导入剩下的 ${batch.outcomes.waiting ?? 0} 行`}
        </Button>
      )}
      {(batch.state === 'done' || batch.state === 'stopped') && (
        <Undo batch={batch} onUndo={() => act(() => api.undoBatch(batch.id))} />
      )}
      {wrong + (batch.outcomes.refused ?? 0) > 0 && (
        <SaveButton
          name={`要改的-${batch.fileName.replace(/\.\w+$/, '')}.xlsx`}
          busy="正在做表……"
          bring={() => api.batchReport(batch.id)}
        >
          下载有错的行
        </SaveButton>
      )}
      {problem.value && <ProblemNote problem={problem.value} title="没有做成。" />}
      <Outcome batch={batch} />
    </div>
  );
}

interface UndoProps {
  readonly batch: Batch;
  readonly onUndo: () => Promise<void>;
}

/** Asked once more: what it takes back is not there any longer. */
function Undo({ batch, onUndo }: UndoProps) {
  const isAsked = useSignal(false);
  const close = (): void => {
    isAsked.value = false;
  };
  const { created = 0, revised = 0 } = batch.outcomes;
  if (created + revised === 0) return null;
  return (
    <>
      <Button
        kind="danger"
        onPress={() => {
          isAsked.value = true;
        }}
      >
        撤回这次导入
      </Button>
      {isAsked.value && (
        <Modal
          title="撤回这次导入？"
          onClose={close}
          actions={
            <>
              <Button onPress={close}>不撤回</Button>
              <Button
                kind="danger"
                onPress={() => {
                  close();
                  void onUndo();
                }}
              >
                {`撤回 ${created + revised} 条`}
              </Button>
            </>
          }
        >
          <p>
            新写的 {created} 条去掉，改过的 {revised}{' '}
            条恢复成导入以前的样子。导入以后有人接着改过、送审过、商量过的不动，会列出来。
          </p>
        </Modal>
      )}
    </>
  );
}

function Outcome({ batch }: { readonly batch: Batch }) {
  const { kept = 0, created = 0 } = batch.outcomes;
  if (batch.state === 'undone')
    return (
      <Note kind="ok">
        已撤回。{kept > 0 && `有 ${kept} 条导入以后有人接着改过，留着没动，在下面可以单独列出。`}
      </Note>
    );
  if (batch.state === 'stopped')
    return <Note kind="warn">停在半路：前面导入的都在，后面的还没写。可以接着导入，也可以撤回。</Note>;
  if (batch.state !== 'done' || created === 0) return null;
  if (batch.sendable === 0)
    return (
      <Note kind="ok">
        都送审了。同事逐项审核，退回的会回到<a href={hrefOf(contentOf(batch.kind, 'returned'))}>内容列表</a>
        里。
      </Note>
    );
  return (
    <Note kind="ok">
      导入完了，都是草稿。<a href={hrefOf(contentOf(batch.kind, 'draft'))}>在内容列表里看</a>
      ，核对过就可以送审。
    </Note>
  );
}
