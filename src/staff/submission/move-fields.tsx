import type { SubmissionDetail } from '../../contract/desk.ts';
import { type Outcome, outcomeIds, outcomeInWords, outcomeRule } from '../../contract/outcome.ts';
import {
  isOutcomeAsked,
  publicNoteOf,
  type SubmissionMove,
  submissionMoveRule,
} from '../../contract/submission.ts';
import { PickField, TextField } from '../part/field.tsx';
import { Note } from '../part/note.tsx';
import { RuleMark } from '../rule/rule-mark.tsx';
import { rulesOfStep } from '../rule/rule-table.ts';
import { MAX_NOTE, MAX_REPLY, type Written } from './written.ts';

const NOTE_HINT = '凭回执编号和查询码在屏幕上看得到。不要写姓名、电话、证件号码。';

/** Why the note of a reply is not left to choice. */
const NOTE_IS_REPLY = '投诉和意见可以不留姓名，群众凭回执在屏幕上只看得到这一段，所以要写结果。';

export interface MoveFieldsProps {
  readonly move: SubmissionMove;
  readonly isOpened: boolean;
  readonly purpose: SubmissionDetail['purpose'];
  readonly written: Written;
  readonly write: (change: Partial<Written>) => void;
  readonly faultOf: (key: keyof Written) => string | undefined;
}

/** What a move asks to be written, by the table of moves. */
export function MoveFields({ move, purpose, isOpened, written, write, faultOf }: MoveFieldsProps) {
  const rule = submissionMoveRule(move);
  const note = publicNoteOf(move, purpose);
  const isNoteReply = note === 'required' && rule.reply !== undefined;
  const hasOutcome = isOutcomeAsked(move, purpose);
  return (
    <>
      {rule.reply && !isOpened && <Note kind="warn">您还没有打开内容。先看清楚问的是什么，再写答复。</Note>}
      {hasOutcome && <OutcomeField {...{ written, write, faultOf }} />}
      {rule.reply && (
        <TextField
          label="答复正文"
          hint="封好保存，不显示在屏幕上。按群众选的方式送达：当面、电话或邮寄。"
          lines={8}
          max={MAX_REPLY}
          value={written.reply}
          onInput={(reply) => write({ reply })}
          fault={faultOf('reply')}
          isFocusedFirst={!hasOutcome}
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

type OutcomeFieldProps = Pick<MoveFieldsProps, 'written' | 'write' | 'faultOf'>;

function OutcomeField({ written: { outcome }, write, faultOf }: OutcomeFieldProps) {
  return (
    <PickField
      label="办理结果"
      hint={outcome === '' ? '年度报告按这个统计，只选一种。' : aboutOutcome(outcome)}
      mark={<RuleMark rules={rulesOfStep('request.outcome')} of="办理结果" />}
      value={outcome}
      choices={outcomeIds.map((id) => [id, outcomeInWords(id)] as const)}
      onPick={(picked) => write({ outcome: picked as Outcome | '' })}
      fault={faultOf('outcome')}
    />
  );
}

/** Where it is written, and what the letter has to say. */
const aboutOutcome = (outcome: Outcome): string => {
  const { basis, isReviewFirst } = outcomeRule(outcome);
  const remedy = isReviewFirst === true ? '答复里写明：不服的，先申请行政复议，再起诉。' : '';
  return `依据：${basis}。${remedy}`;
};
