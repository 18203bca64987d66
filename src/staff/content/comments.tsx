import { useSignal } from '@preact/signals';
import type { Comment, EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk, useMay } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import { momentInWords } from '../part/words.ts';
import styles from './comments.module.css';

export interface CommentsProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** Where a link to what is still to be done leads. */
export const COMMENTS = 'comments';

const asked = ({ comments }: EntryDetail): readonly Comment[] =>
  comments.filter(({ answers }) => answers === null);
export const openComments = (detail: EntryDetail): number =>
  asked(detail).filter(({ done }) => done === null).length;

/** What author and reviewers say to one another, with the answers beneath; it never reaches a screen. */
export function Comments({ detail, onDetail }: CommentsProps) {
  const may = useMay();
  const maySpeak = may('content.edit') || SIGN_PERMISSIONS.some(may);
  const [open, done] = [
    asked(detail).filter((said) => said.done === null),
    asked(detail).filter((said) => said.done !== null),
  ];
  const thread = (said: Comment) => (
    <Thread key={said.n} said={said} maySpeak={maySpeak} detail={detail} onDetail={onDetail} />
  );
  return (
    <section class={styles.comments} aria-labelledby={COMMENTS}>
      <h2 id={COMMENTS} tabIndex={-1}>
        商量
      </h2>
      {open.length === 0 && <p class={styles.quiet}>{done.length > 0 ? '提的都办好了。' : '还没有人说。'}</p>}
      {open.length > 0 && <ol>{open.map(thread)}</ol>}
      {done.length > 0 && (
        <details>
          <summary>办好的 {done.length} 条</summary>
          <ol>{done.map(thread)}</ol>
        </details>
      )}
      {maySpeak && <CommentForm detail={detail} onDetail={onDetail} label="说一句" />}
    </section>
  );
}

interface ThreadProps extends CommentsProps {
  readonly said: Comment;
  readonly maySpeak: boolean;
}

function Thread({ said, maySpeak, detail, onDetail }: ThreadProps) {
  const { clock } = useDesk();
  const isAnswering = useSignal(false);
  const answers = detail.comments.filter((each) => said.n !== 0 && each.answers === said.n).reverse();
  return (
    <li class={styles.thread} data-done={said.done === null ? undefined : ''}>
      <Said said={said} />
      {answers.map((each) => (
        <div key={each.n} class={styles.answer}>
          <Said said={each} />
        </div>
      ))}
      {said.done && (
        <p class={styles.quiet}>
          {said.done.by.name} {momentInWords(said.done.at, clock())}：办好了
        </p>
      )}
      {maySpeak && said.n !== 0 && (
        <div class={styles.buttons}>
          {!isAnswering.value && said.done === null && (
            <Button
              isSmall
              kind="quiet"
              says={`回复${said.by.name}：${said.text.slice(0, SPOKEN)}`}
              onPress={() => {
                isAnswering.value = true;
              }}
            >
              回复
            </Button>
          )}
          <SettleButton said={said} detail={detail} onDetail={onDetail} />
        </div>
      )}
      {isAnswering.value && (
        <CommentForm
          detail={detail}
          label={`回复${said.by.name}`}
          answers={said.n}
          isFocusedFirst
          onDetail={(next) => {
            isAnswering.value = false;
            onDetail(next);
          }}
        />
      )}
    </li>
  );
}

/** Letters of a comment that tell its buttons from another's. */
const SPOKEN = 20;

function Said({ said }: { readonly said: Comment }) {
  const { clock } = useDesk();
  return (
    <>
      <p class={styles.who}>
        <b>{said.by.name}</b> 第 {said.revision} 稿 · {momentInWords(said.at, clock())}
      </p>
      <p class={styles.text}>{said.text}</p>
    </>
  );
}

function SettleButton({ said, detail, onDetail }: CommentsProps & { readonly said: Comment }) {
  const { api } = useDesk();
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const isDone = said.done !== null;
  const settle = async (): Promise<void> => {
    isBusy.value = true;
    const result = await api.settleComment(detail.id, said.n, { isDone: !isDone });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onDetail(result.value);
  };
  return (
    <>
      <Button
        isSmall
        kind="quiet"
        {...(isDone ? {} : { icon: 'check' as const })}
        says={`${isDone ? '还没办好' : '办好了'}：${said.text.slice(0, SPOKEN)}`}
        onPress={settle}
        busy={isBusy.value ? '正在记……' : undefined}
      >
        {isDone ? '还没办好' : '办好了'}
      </Button>
      {problem.value && <ProblemNote problem={problem.value} title="没有记下。" />}
    </>
  );
}

interface CommentFormProps extends CommentsProps {
  readonly label: string;
  readonly answers?: number;
  readonly isFocusedFirst?: boolean;
}

function CommentForm({ detail, onDetail, label, answers, isFocusedFirst = false }: CommentFormProps) {
  const { api } = useDesk();
  const text = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const say = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    const words = text.value.trim();
    if (words === '' || isBusy.value) return;
    isBusy.value = true;
    const to = answers === undefined ? {} : { answers };
    const result = await api.comment(detail.id, { text: words, ...to });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    text.value = '';
    isTried.value = false;
    onDetail(result.value);
  };
  return (
    <form class={styles.form} onSubmit={say} noValidate>
      <TextField
        label={label}
        hint="只有工作台的同事看得到，不上屏幕。"
        lines={2}
        max={1_000}
        value={text.value}
        isFocusedFirst={isFocusedFirst}
        onInput={(typed) => {
          text.value = typed;
        }}
        fault={isTried.value && text.value.trim() === '' ? '还没有写。' : undefined}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有发出去。" />}
      <Button isSmall isSubmit busy={isBusy.value ? '正在发……' : undefined}>
        发给同事
      </Button>
    </form>
  );
}
