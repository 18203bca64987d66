import { useSignal } from '@preact/signals';
import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Publication, SnapshotRow } from '../../contract/publication.ts';
import { useDesk, useMay } from '../desk.ts';
import { ScreensShowing } from '../machine/screens-showing.tsx';
import { Button } from '../part/button.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { useKeptFocus } from '../part/use-kept-focus.ts';
import { useLoad } from '../part/use-load.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { StepRules } from '../rule/rule-mark.tsx';
import styles from './publish-page.module.css';
import { ScheduledList } from './scheduled-list.tsx';
import { SnapshotHistory } from './snapshot-history.tsx';

export interface PublishPageProps {
  readonly route: Extract<Route, { page: 'publish' }>;
}

export function PublishPage({ route }: PublishPageProps) {
  return (
    <Page title="发布" lead="审核通过的一起发布，各屏幕几秒内更新">
      <Guarded needs="content.read">
        <Publishing route={route} />
      </Guarded>
    </Page>
  );
}

function Publishing({ route }: PublishPageProps) {
  const { api, refresh } = useDesk();
  const next = useLoad('publication', () => api.publication());
  const snapshots = useLoad('snapshots', () => api.snapshots());
  const made = useSignal<SnapshotRow | null>(null);
  // The button goes when its list is empty, a moment after the snapshot is made.
  const place = useKeptFocus(`${made.value?.number} ${next.value?.changes.length}`);
  const finish = async (snapshot: SnapshotRow): Promise<void> => {
    made.value = snapshot;
    await Promise.all([next.reload(), snapshots.reload(), refresh()]);
  };
  return (
    <div class={styles.page}>
      {made.value && (
        <div ref={place} tabIndex={-1}>
          <Note kind="ok" title={`现在是第 ${made.value.number} 版。`}>
            改了 {made.value.changed} 条，一共 {made.value.count}{' '}
            条。联网的屏幕几秒内就会显示；没联网的，联网后自动更新。
          </Note>
        </div>
      )}
      <section aria-labelledby="next">
        <StepRules steps={['review.publish']} of="发布">
          <h2 id="next">屏幕上会变的</h2>
        </StepRules>
        <LoadedView of={next} waiting="正在看有哪些要发布……">
          {(publication) => <Next publication={publication} onDone={finish} />}
        </LoadedView>
      </section>
      <section aria-labelledby="screens">
        <h2 id="screens">各屏幕显示哪一版</h2>
        <ScreensShowing />
      </section>
      <section aria-labelledby="scheduled">
        <h2 id="scheduled">定时的</h2>
        <ScheduledList />
      </section>
      <section aria-labelledby="snapshots">
        <h2 id="snapshots">发布过的各版</h2>
        <LoadedView of={snapshots} waiting="正在取发布记录……">
          {(rows) => <SnapshotHistory rows={rows} route={route} onDone={finish} />}
        </LoadedView>
      </section>
    </div>
  );
}

const changeInWords = { new: '新增', changed: '修改', withdrawn: '撤下' } as const;

interface NextProps {
  readonly publication: Publication;
  readonly onDone: (snapshot: SnapshotRow) => Promise<void>;
}

function Next({ publication, onDone }: NextProps) {
  const { changes, number } = publication;
  if (changes.length === 0) return <p class={table.empty}>没有审核通过、等待发布的内容。</p>;
  return (
    <>
      <table class={table.table} aria-label="屏幕上会变的">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">怎么变</th>
            <th scope="col">审核人</th>
            <th scope="col" class={table.end}>
              差别
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id}>
              <th scope="row">
                {change.title}
                <small>
                  {kindInWords[kindOf(change.id)]} · 第 {change.revision} 稿
                </small>
              </th>
              <td>
                <Tag tone={change.change === 'new' ? 'good' : change.change === 'changed' ? 'warn' : 'bad'}>
                  {changeInWords[change.change]}
                </Tag>
              </td>
              <td data-name="审核人">{change.approvedBy?.name ?? '系统'}</td>
              <td class={table.end}>
                <a href={hrefOf({ page: 'sheet', id: change.id })} aria-label={`看差别：${change.title}`}>
                  看差别
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PublishButton number={number} count={changes.length} onDone={onDone} />
    </>
  );
}

interface PublishButtonProps extends Pick<NextProps, 'onDone'> {
  readonly number: number;
  readonly count: number;
}

function PublishButton({ number, count, onDone }: PublishButtonProps) {
  const { api } = useDesk();
  const may = useMay();
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const publish = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const result = await api.publish();
    problem.value = result.ok ? null : result.problem;
    if (result.ok) await onDone(result.value);
    isBusy.value = false;
  };
  if (!may('content.publish')) return <Note>由签发岗位的同事发布。您的岗位可以看。</Note>;
  return (
    <div class={styles.go}>
      {problem.value && <ProblemNote problem={problem.value} title="没有发布。" />}
      <Button kind="primary" onPress={publish} busy={isBusy.value ? '正在发布……' : undefined}>
        发布这 {count} 条，成为第 {number} 版
      </Button>
    </div>
  );
}
