import { useSignal } from '@preact/signals';
import { dayAtHall } from '../../contract/day.ts';
import type { MoveSubmission, SubmissionDetail } from '../../contract/desk.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import type { Problem } from '../../contract/problem.ts';
import { type SubmissionMove, submissionMoveRule } from '../../contract/submission.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import styles from './move-panel.module.css';

export interface MoveFormProps {
  readonly detail: SubmissionDetail;
  readonly move: SubmissionMove;
  readonly isOpened: boolean;
  readonly onMoved: (move: SubmissionMove) => Promise<void>;
  readonly onCancel: () => void;
}

const MAX_NOTE = 200;
const MAX_REPLY = 4_000;

interface Written {
  readonly publicNote: string;
  readonly reply: string;
}
const NOTHING: Written = { publicNote: '', reply: '' };

/** What stands in the way, beside its field. The server checks the same. */
const faultsOf = (move: SubmissionMove, { publicNote, reply }: Written, nowMs: number): Partial<Written> => {
  const rule = submissionMoveRule(move);
  const found = personalNumbersIn(publicNote, dayAtHall(nowMs)).map((kind) => personalNumbers[kind]);
  const note =
    found.length > 0
      ? `里面有${found.join('、')}。这段话会显示在大厅屏幕上，请删去号码。`
      : rule.publicNote === 'required' && publicNote.trim() === ''
        ? '请写给群众看的说明。'
        : publicNote.length > MAX_NOTE
          ? `最多 ${MAX_NOTE} 字。`
          : undefined;
  const text =
    rule.reply === 'required' && reply.trim() === ''
      ? '请写答复内容。'
      : reply.length > MAX_REPLY
        ? `最多 ${MAX_REPLY} 字。`
        : undefined;
  return { ...(note ? { publicNote: note } : {}), ...(text ? { reply: text } : {}) };
};

const bodyOf = (move: SubmissionMove, from: SubmissionDetail['state'], it: Written): MoveSubmission => ({
  move,
  from,
  ...(it.publicNote.trim() === '' ? {} : { publicNote: it.publicNote.trim() }),
  ...(it.reply.trim() === '' ? {} : { reply: it.reply.trim() }),
});

export function MoveForm({ detail, move, isOpened, onMoved, onCancel }: MoveFormProps) {
  const { api, memory, clock } = useDesk();
  const key = `收件 ${detail.receiptNo} ${move}`;
  const rule = submissionMoveRule(move);
  const written = useSignal<Written>(memory.take<Written>(key) ?? NOTHING);
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const write = (change: Partial<Written>): void => {
    written.value = { ...written.value, ...change };
    const isBlank = Object.values(written.value).every((text) => text.trim() === '');
    if (isBlank) memory.drop(key);
    else memory.keep(key, written.value);
  };
  const faults = faultsOf(move, written.value, clock());
  const shown: Partial<Written> = isTried.value ? faults : {};
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    if (isBusy.value || Object.keys(faults).length > 0) return;
    isBusy.value = true;
    const result = await api.moveSubmission(detail.id, bodyOf(move, detail.state, written.value));
    problem.value = result.ok ? null : result.problem;
    if (result.ok) {
      memory.drop(key);
      await onMoved(move);
    }
    isBusy.value = false;
  };
  return (
    <form class={styles.form} onSubmit={send} aria-label={rule.label}>
      {rule.reply && !isOpened && <Note kind="warn">您还没有打开内容。先看清楚问的是什么，再写答复。</Note>}
      {rule.reply && (
        <TextField
          label="答复正文"
          hint="封好保存，不显示在屏幕上。按群众选的方式送达：当面、电话或邮寄。"
          lines={8}
          max={MAX_REPLY}
          value={written.value.reply}
          onInput={(reply) => write({ reply })}
          fault={shown.reply}
          isFocusedFirst
        />
      )}
      {rule.publicNote && (
        <TextField
          label="给群众看的说明"
          hint="凭回执编号和查询码在屏幕上看得到。不要写姓名、电话、证件号码。"
          isOptional={rule.publicNote === 'optional'}
          lines={3}
          max={MAX_NOTE}
          value={written.value.publicNote}
          onInput={(publicNote) => write({ publicNote })}
          fault={shown.publicNote}
          isFocusedFirst={!rule.reply}
        />
      )}
      {!rule.reply && !rule.publicNote && <p>群众查进度时会看到新的状态。</p>}
      {problem.value && <ProblemNote problem={problem.value} title="没有记下。" />}
      <div class={styles.buttons}>
        <Button kind="primary" isSubmit busy={isBusy.value ? '正在记下……' : undefined}>
          确定{rule.label}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          先不{rule.label}
        </Button>
      </div>
    </form>
  );
}
