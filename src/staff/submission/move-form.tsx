import { useSignal } from '@preact/signals';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { publicNoteOf, type SubmissionMove, submissionMoveRule } from '../../contract/submission.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { StepRules } from '../rule/rule-mark.tsx';
import styles from './move-panel.module.css';
import { bodyOf, faultsOf, MAX_NOTE, MAX_REPLY, NOTHING, type Written } from './written.ts';

export interface MoveFormProps {
  readonly detail: SubmissionDetail;
  readonly move: SubmissionMove;
  readonly isOpened: boolean;
  readonly onMoved: (move: SubmissionMove) => Promise<void>;
  readonly onCancel: () => void;
}

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
  const of = detail.purpose === 'disclosure-request' ? 'request' : 'complaint';
  const faults = faultsOf({ move, purpose: detail.purpose }, written.value, clock());
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    if (isBusy.value || Object.values(faults).some((fault) => fault !== null)) return;
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
      <StepRules steps={[`${of}.${move}`]} of={rule.label}>
        <h3>{rule.label}</h3>
      </StepRules>
      <MoveFields
        {...{ move, isOpened, write }}
        purpose={detail.purpose}
        written={written.value}
        faultOf={(key) => (isTried.value ? faults[key] : null) ?? undefined}
      />
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

const NOTE_HINT = '凭回执编号和查询码在屏幕上看得到。不要写姓名、电话、证件号码。';

/** Why the note of a reply is not left to choice. */
const NOTE_IS_REPLY = '投诉和意见可以不留姓名，群众凭回执在屏幕上只看得到这一段，所以要写结果。';

interface MoveFieldsProps extends Pick<MoveFormProps, 'move' | 'isOpened'> {
  readonly purpose: SubmissionDetail['purpose'];
  readonly written: Written;
  readonly write: (change: Partial<Written>) => void;
  readonly faultOf: (key: keyof Written) => string | undefined;
}

function MoveFields({ move, purpose, isOpened, written, write, faultOf }: MoveFieldsProps) {
  const rule = submissionMoveRule(move);
  const note = publicNoteOf(move, purpose);
  const isNoteReply = note === 'required' && rule.reply !== undefined;
  return (
    <>
      {rule.reply && !isOpened && <Note kind="warn">您还没有打开内容。先看清楚问的是什么，再写答复。</Note>}
      {rule.reply && (
        <TextField
          label="答复正文"
          hint="封好保存，不显示在屏幕上。按群众选的方式送达：当面、电话或邮寄。"
          lines={8}
          max={MAX_REPLY}
          value={written.reply}
          onInput={(reply) => write({ reply })}
          fault={faultOf('reply')}
          isFocusedFirst
        />
      )}
      {note && (
        <TextField
          label="给群众看的说明"
          hint={isNoteReply ? `${NOTE_IS_REPLY}${NOTE_HINT}` : NOTE_HINT}
          isOptional={note === 'optional'}
          lines={3}
          max={MAX_NOTE}
          value={written.publicNote}
          onInput={(publicNote) => write({ publicNote })}
          fault={faultOf('publicNote')}
          isFocusedFirst={!rule.reply}
        />
      )}
      {rule.supplementBy && (
        <TextField
          label="补充的最后一天"
          type="date"
          isNarrow
          hint="给够时间。等补充的时候不计办理期限；补来那天点“开始办理”，期限从头算。"
          value={written.supplementBy}
          onInput={(supplementBy) => write({ supplementBy })}
          fault={faultOf('supplementBy')}
        />
      )}
      {!rule.reply && !note && <p>群众查进度时会看到新的状态。</p>}
    </>
  );
}
