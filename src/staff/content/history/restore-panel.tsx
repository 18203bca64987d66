import { useSignal } from '@preact/signals';
import { kindOf } from '../../../contract/entry-name.ts';
import type { EntryPast } from '../../../contract/history.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import { ok } from '../../../contract/result.ts';
import type { WritingDetail } from '../../../contract/writing.ts';
import { useDesk, useMay } from '../../desk.ts';
import { Button, ButtonLink } from '../../part/button.tsx';
import { Modal } from '../../part/modal.tsx';
import { ProblemNote } from '../../part/note.tsx';
import { useLoad } from '../../part/use-load.ts';
import { momentInWords } from '../../part/words.ts';
import { hrefOf, previewOf } from '../../route/route.ts';
import { nameOfPath } from '../editor/fault.ts';
import type { Branch } from '../field/tree.ts';
import { branchOfEntry } from '../writing.ts';
import styles from './history.module.css';
import { takeUp } from './take-up.ts';
import { UnfitNote } from './unfit-note.tsx';
import type { Version, VersionText } from './version.ts';

export interface RestorePanelProps {
  readonly id: EntryId;
  readonly past: EntryPast;
  readonly version: Version;
  readonly text: VersionText;
}

/** What can be done with one revision: see it as visitors do, bring it back. */
export function RestorePanel({ id, past, version, text }: RestorePanelProps) {
  const may = useMay();
  const problem = useSignal<Problem | null>(null);
  const isLatest = version.key === String(past.revision);
  const mayRestore = may('content.edit') && !isLatest;
  const isUnfit = text.faults.length > 0;
  const branch = text.text as Branch;
  return (
    <>
      {mayRestore && isUnfit && (
        <UnfitNote faults={text.faults} nameOf={(path) => nameOfPath(kindOf(id), branch, path)} />
      )}
      <div class={styles.buttons}>
        {!isUnfit && (
          <ButtonLink href={hrefOf(previewOf(id, Number(version.key)))}>看它在屏幕上的样子</ButtonLink>
        )}
        {mayRestore &&
          (isUnfit ? (
            <TakeUpButton id={id} branch={branch} problem={problem} />
          ) : (
            <RestoreButton id={id} past={past} version={version} problem={problem} />
          ))}
      </div>
      {problem.value && <ProblemNote problem={problem.value} title="没有恢复。" />}
    </>
  );
}

interface Telling {
  readonly problem: { value: Problem | null };
}

function TakeUpButton({ id, branch, problem }: Telling & { readonly id: EntryId; readonly branch: Branch }) {
  const desk = useDesk();
  const isBusy = useSignal(false);
  const take = async (): Promise<void> => {
    isBusy.value = true;
    const now = await desk.api.entry(id);
    problem.value = now.ok
      ? await takeUp(desk, id, {
          mine: branch,
          base: branchOfEntry(now.value.entry),
          basedOn: now.value.revision,
        })
      : now.problem;
    isBusy.value = false;
  };
  return (
    <Button onPress={take} busy={isBusy.value ? '正在放……' : undefined}>
      放进编辑器里改
    </Button>
  );
}

function RestoreButton({
  id,
  past,
  version,
  problem,
}: Telling & Pick<RestorePanelProps, 'id' | 'past' | 'version'>) {
  const { api, place, refresh } = useDesk();
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  const restore = async (): Promise<void> => {
    isBusy.value = true;
    const done = await api.restore(id, { from: Number(version.key), basedOn: past.revision });
    [isBusy.value, isAsking.value] = [false, false];
    problem.value = done.ok ? null : done.problem;
    if (!done.ok) return;
    void refresh();
    place.go({ page: 'entry', id });
  };
  return (
    <>
      <Button
        kind="primary"
        onPress={() => {
          isAsking.value = true;
        }}
      >
        恢复{version.name}
      </Button>
      {isAsking.value && (
        <Modal
          title={`恢复${version.name}？`}
          onClose={() => {
            isAsking.value = false;
          }}
          actions={
            <>
              <Button
                onPress={() => {
                  isAsking.value = false;
                }}
              >
                不恢复
              </Button>
              <Button kind="primary" onPress={restore} busy={isBusy.value ? '正在恢复……' : undefined}>
                恢复成新的一稿
              </Button>
            </>
          }
        >
          <p>
            它会成为新的一稿（草稿），要重新送审、发布，屏幕才变。第 {past.revision}{' '}
            稿留在历史里，什么也不会删去。
          </p>
          <Writers id={id} />
        </Modal>
      )}
    </>
  );
}

/** Who is writing on it now, oneself too: nothing of theirs is overwritten. */
function Writers({ id }: { readonly id: EntryId }) {
  const { api, clock } = useDesk();
  const { value } = useLoad<WritingDetail | null>(id, async () => {
    const held = await api.writing(id);
    return held.ok ? held : ok(null);
  });
  const names = [
    ...(value?.mine ? [`您自己（${momentInWords(value.mine.savedAt, clock())}）`] : []),
    ...(value?.others ?? []).map(({ by, savedAt }) => `${by.name}（${momentInWords(savedAt, clock())}）`),
  ];
  if (names.length === 0) return null;
  return <p>{names.join('、')}正在写这一条。没存成稿的不会丢：接着写的时候，会先看到两边的差别。</p>;
}
