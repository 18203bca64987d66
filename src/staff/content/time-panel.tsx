import { useSignal } from '@preact/signals';
import { type Moment, minuteInWords } from '../../contract/day.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { isLegalReviewMove } from '../../contract/review.ts';
import type { Answer } from '../api/call.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import { StepRules } from '../rule/rule-mark.tsx';
import { momentTyped, typedOf } from './moment-field.ts';
import styles from './sign-panel.module.css';

export interface TimePanelProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** When it goes to the screens by itself and when it leaves them, to the minute; each can be taken back. */
export function TimePanel({ detail, onDetail }: TimePanelProps) {
  const { api } = useDesk();
  const may = useMay();
  const { id, revision } = detail;
  const isWaiting = detail.state === 'approved' || detail.state === 'scheduled';
  const hasTime = isWaiting || detail.state === 'published' || detail.endAt !== null;
  if (!may('content.publish') || !hasTime) return null;
  return (
    <section class={styles.panel} aria-labelledby="time">
      <StepRules steps={['review.schedule']} of="定时发布">
        <h2 id="time">定时</h2>
      </StepRules>
      {(isLegalReviewMove(detail, 'schedule') || isLegalReviewMove(detail, 'unschedule')) && (
        <Timed
          label="自动发布的时间"
          at={detail.publishAt}
          says={(at) => `${minuteInWords(at)} 自动发布。`}
          setWords="到时发布"
          dropWords="取消定时"
          set={(publishAt) => api.moveEntry(id, { move: 'schedule', revision, publishAt })}
          drop={() => api.moveEntry(id, { move: 'unschedule', revision })}
          onDetail={onDetail}
        />
      )}
      <Timed
        label="自动撤下的时间"
        at={detail.endAt}
        says={(at) => `${minuteInWords(at)} 自动撤下。`}
        setWords="到时撤下"
        dropWords="不自动撤下"
        set={(endAt) => api.endEntry(id, { endAt })}
        drop={() => api.endEntry(id, { endAt: null })}
        onDetail={onDetail}
      />
    </section>
  );
}

interface TimedProps extends Pick<TimePanelProps, 'onDetail'> {
  readonly label: string;
  readonly at: Moment | null;
  readonly says: (at: Moment) => string;
  readonly setWords: string;
  readonly dropWords: string;
  readonly set: (at: Moment) => Answer<EntryDetail>;
  readonly drop: () => Answer<EntryDetail>;
}

function Timed({ label, at, says, setWords, dropWords, set, drop, onDetail }: TimedProps) {
  const { clock, refresh } = useDesk();
  const typed = useSignal('');
  const fault = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const send = async (work: () => Answer<EntryDetail>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const result = await work();
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    typed.value = '';
    onDetail(result.value);
    void refresh();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const moment = momentTyped(typed.value);
    const isPast = moment !== null && Date.parse(moment) <= clock();
    fault.value = moment === null ? '请写明日期和时间。' : isPast ? '这个时间已经过了。' : undefined;
    if (moment !== null && !isPast) await send(() => set(moment));
  };
  const busy = isBusy.value ? '正在保存……' : undefined;
  if (at !== null)
    return (
      <div class={styles.timed}>
        <p>{says(at)}</p>
        {problem.value && <ProblemNote problem={problem.value} title="没有改成。" />}
        <Button isSmall onPress={() => send(drop)} busy={busy}>
          {dropWords}
        </Button>
      </div>
    );
  return (
    <form class={styles.timed} onSubmit={submit} noValidate>
      <TextField
        label={label}
        type="datetime-local"
        value={typed.value}
        onInput={(text) => {
          typed.value = text;
        }}
        placeholder={typedOf(new Date(clock()).toISOString() as Moment)}
        fault={fault.value}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有定上。" />}
      <Button isSmall isSubmit busy={busy}>
        {setWords}
      </Button>
    </form>
  );
}
