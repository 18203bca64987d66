import { useSignal } from '@preact/signals';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import type { SubmissionId } from '../../contract/id.ts';
import type { Limit } from '../../contract/limit.ts';
import { outcomeInWords } from '../../contract/outcome.ts';
import type { Problem } from '../../contract/problem.ts';
import { isOpenState } from '../../contract/submission.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Facts } from '../part/facts.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import { useLoad } from '../part/use-load.ts';
import { dueInWords, momentInWords } from '../part/words.ts';
import { hrefOf, inboxOf } from '../route/route.ts';
import { AnswerList } from './answer-list.tsx';
import { dueOf, inHandsInWords, limitInWords, purposeInWords, stateAtDesk } from './due.ts';
import { History } from './history.tsx';
import { MovePanel } from './move-panel.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import styles from './submission-page.module.css';

export interface SubmissionPageProps {
  readonly id: SubmissionId;
}

export function SubmissionPage({ id }: SubmissionPageProps) {
  const { api, refresh } = useDesk();
  const loaded = useLoad(id, () => api.submission(id));
  const opened = useSignal<OpenedSubmission | null>(null);
  const after = async (): Promise<void> => {
    await Promise.all([loaded.reload(), refresh()]);
    // Its replies are sealed like its answers; who has it open sees the new one at once, recorded as another opening.
    if (opened.peek() === null) return;
    const again = await api.open(id);
    if (again.ok) opened.value = again.value;
  };
  const { value } = loaded;
  return (
    <Page
      title={value?.receiptNo ?? '收件'}
      lead={value?.formTitle}
      back={{ href: hrefOf(inboxOf()), label: '收件' }}
    >
      <Guarded needs="submission.list">
        <LoadedView of={loaded} waiting="正在取这一件……">
          {(detail) => (
            <div class={styles.columns}>
              <div class={styles.main}>
                <Summary detail={detail} />
                {opened.value ? (
                  <AnswerList opened={opened.value} />
                ) : (
                  <Sealed
                    id={id}
                    onOpen={(content) => {
                      opened.value = content;
                    }}
                  />
                )}
              </div>
              <aside class={styles.side}>
                <ProposalPanel detail={detail} opened={opened.value} onSettled={after} />
                <MovePanel detail={detail} opened={opened.value} onMoved={after} />
                <History detail={detail} />
              </aside>
            </div>
          )}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

/** A limit with what is said of it, as sentences. */
const inFull = (limit: Limit, nowMs: number, ...more: readonly (string | null | undefined)[]): string =>
  [limitInWords(limit, nowMs), ...more]
    .filter(Boolean)
    .map((text) => String(text).replace(/。$/, ''))
    .join('。');

function Summary({ detail }: { readonly detail: SubmissionDetail }) {
  const { clock } = useDesk();
  const now = clock();
  const { promised, statutory, supplement } = detail.limits;
  const { supplementBy } = detail;
  return (
    <Facts
      rows={[
        ['类型', detail.purpose ? purposeInWords[detail.purpose] : '表单已不在'],
        ['状态', stateAtDesk[detail.state]],
        ['在谁手里', inHandsInWords(detail)],
        ...(detail.outcome ? [['办理结果', outcomeInWords(detail.outcome)] as const] : []),
        ['还剩', dueOf(detail, now).say],
        ['填写日期', dueInWords(detail.filedOn, now)],
        ['收到', momentInWords(detail.receivedAt, now)],
        [
          promised?.does ? '承诺' : '承诺答复',
          promised ? inFull(promised, now, promised.lasts.note, promised.does) : '没有承诺期限',
        ],
        ['法定期限', statutory ? inFull(statutory, now, statutory.basis) : '没有法定期限'],
        ...(supplement && isOpenState(detail.state)
          ? [['要求补充', `最晚 ${inFull(supplement, now)}`] as const]
          : []),
        ...(supplementBy ? [['群众补充', `最晚 ${dueInWords(supplementBy, now)}`] as const] : []),
        ['从哪块屏幕', detail.machine],
      ]}
    />
  );
}

interface SealedProps {
  readonly id: SubmissionId;
  readonly onOpen: (content: OpenedSubmission) => void;
}

function Sealed({ id, onOpen }: SealedProps) {
  const { api } = useDesk();
  const may = useMay();
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const open = async (): Promise<void> => {
    isBusy.value = true;
    const result = await api.open(id);
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onOpen(result.value);
  };
  return (
    <section class={styles.sealed} aria-labelledby="sealed">
      <h2 id="sealed">内容是封好的</h2>
      <p>群众填的内容在屏幕上就加了密，只有经办人能打开。每打开一次，都会记下是谁、什么时候打开的。</p>
      {problem.value && <ProblemNote problem={problem.value} title="没有打开。" />}
      {may('submission.open') ? (
        <p>
          <Button kind="primary" onPress={open} busy={isBusy.value ? '正在打开……' : undefined}>
            打开，并记录是我打开的
          </Button>
        </p>
      ) : (
        <Note>只有经办的同事能打开内容。您可以看状态、期限和办理经过。</Note>
      )}
    </section>
  );
}
