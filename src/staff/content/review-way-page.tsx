import { useSignal } from '@preact/signals';
import type { ReviewWay } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TickField } from '../part/field.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import styles from './sign-panel.module.css';

/** 审核方式: how many people a text passes before it is published. */
export function ReviewWayPage() {
  const { api } = useDesk();
  return (
    <Page title="审核方式" lead="先审查、后公开；谁审查谁负责">
      <Guarded needs="account.manage">
        <Way load={() => api.reviewWay()} />
      </Guarded>
    </Page>
  );
}

function Way({ load }: { readonly load: () => ReturnType<ReturnType<typeof useDesk>['api']['reviewWay']> }) {
  const loaded = useLoad('review-way', load);
  return (
    <LoadedView of={loaded} waiting="正在取审核方式……">
      {(way) => <WayForm way={way} onWay={loaded.put} />}
    </LoadedView>
  );
}

interface WayFormProps {
  readonly way: ReviewWay;
  readonly onWay: (way: ReviewWay) => void;
}

function WayForm({ way, onWay }: WayFormProps) {
  const { api, clock } = useDesk();
  const isOn = useSignal(way.mayOneSign);
  const isBusy = useSignal(false);
  const isDone = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy.value) return;
    isBusy.value = true;
    isDone.value = false;
    const result = await api.changeReviewWay({ mayOneSign: isOn.value });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    isDone.value = true;
    onWay(result.value);
  };
  return (
    <form class={styles.way} onSubmit={save}>
      <p>
        一般由三个人签：科室负责人复审，保密审查员做保密审查，分管领导签发。写稿的人一道也不能签，复审和签发不能是同一个人。
      </p>
      <TickField
        label="人少的大厅：由作者以外的一位同事，把复审、保密审查、签发一起签"
        hint="这位同事要同时有这三个岗位。每次这样签，经过里都会记明“例外：由一人签”。人手够了请关掉。"
        isOn={isOn.value}
        onTurn={(turned) => {
          isOn.value = turned;
          isDone.value = false;
        }}
      />
      {isDone.value && (
        <Note kind="ok">
          {way.mayOneSign
            ? '已打开。下一次审核起，一位同事可以一起签。'
            : '已关掉。下一次审核起，要三道分别签。'}
        </Note>
      )}
      {problem.value && <ProblemNote problem={problem.value} title="没有改成。" />}
      <div>
        <Button
          kind="primary"
          isSubmit
          isDisabled={isOn.value === way.mayOneSign}
          busy={isBusy.value ? '正在保存……' : undefined}
        >
          保存
        </Button>
      </div>
      <p class={styles.exception}>
        {way.changed
          ? `${way.changed.by?.name ?? '系统'} ${momentInWords(way.changed.at, clock())} 改成现在这样。`
          : '现在这样是安装时定的。'}
      </p>
    </form>
  );
}
