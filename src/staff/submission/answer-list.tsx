import { useSignal } from '@preact/signals';
import { type Answers, answerInWords } from '../../contract/answer.ts';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import type { Question } from '../../contract/form.ts';
import { maskIdNumber } from '../../contract/identity.ts';
import { phoneInGroups } from '../../contract/phone.ts';
import { SIGNATURE } from '../../contract/signature.ts';
import { StrokePicture } from '../../ui/stroke-picture.tsx';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { momentInWords } from '../part/words.ts';
import styles from './answer-list.module.css';

export interface AnswerListProps {
  readonly opened: OpenedSubmission;
}

/** Questions as the visitor saw them, with their answers. Identity numbers stay masked until they are asked for. */
export function AnswerList({ opened }: AnswerListProps) {
  const { clock } = useDesk();
  const { form, answers, replies } = opened;
  const answered = form.questions.filter((question) => answers[question.id] !== undefined);
  return (
    <>
      <section aria-labelledby="answers">
        <h2 id="answers">群众填的内容</h2>
        <dl class={styles.answers}>
          {answered.map((question) => (
            <div key={question.id}>
              <dt>{question.title}</dt>
              <dd>
                <AnswerText question={question} answers={answers} />
              </dd>
            </div>
          ))}
        </dl>
        <p class={styles.foot}>
          告知书版本 {opened.noticeVersion}。保存期限：{form.notice.retention}
        </p>
      </section>
      {replies.length > 0 && (
        <section aria-labelledby="replies">
          <h2 id="replies">写过的答复</h2>
          {replies.map((reply) => (
            <blockquote key={reply.at} class={styles.reply}>
              <p>{reply.text}</p>
              <footer>
                {reply.by?.name ?? '系统'} {momentInWords(reply.at, clock())}
              </footer>
            </blockquote>
          ))}
        </section>
      )}
    </>
  );
}

interface AnswerTextProps {
  readonly question: Question;
  readonly answers: Answers;
}

function AnswerText({ question, answers }: AnswerTextProps) {
  const answer = answers[question.id];
  if (question.field.type === 'id-number' && typeof answer === 'string') return <Masked text={answer} />;
  if (question.field.type === 'phone' && typeof answer === 'string') return <>{phoneInGroups(answer)}</>;
  if (question.field.type === 'signature' && Array.isArray(answer))
    return <StrokePicture strokes={answer} label={answerInWords(question, answer)} {...SIGNATURE} />;
  return <>{answerInWords(question, answer)}</>;
}

function Masked({ text }: { readonly text: string }) {
  const isShown = useSignal(false);
  return (
    <span class={styles.masked}>
      <span>{isShown.value ? text : maskIdNumber(text)}</span>
      <Button
        isSmall
        isPressed={isShown.value}
        says={isShown.value ? '遮住证件号码' : '显示证件号码'}
        onPress={() => {
          isShown.value = !isShown.value;
        }}
      >
        {isShown.value ? '遮住' : '显示'}
      </Button>
    </span>
  );
}
