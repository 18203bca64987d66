import { useEffect, useState } from 'preact/hooks';
import { type Answer, answerFaults, answerInWords, askedQuestions } from '../../contract/answer.ts';
import type { Question } from '../../contract/form.ts';
import { maskIdNumber } from '../../contract/identity.ts';
import { maskPhone } from '../../contract/phone.ts';
import { sayProblem } from '../../contract/problem.ts';
import { SIGNATURE } from '../../contract/signature.ts';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StrokePicture } from '../../ui/stroke-picture.tsx';
import { type Filing, keepReceipt, moveInFiling, receipt } from '../session/memory.ts';
import { ports } from '../session/port.ts';
import { goInstead } from '../session/screen.ts';
import { useActions } from '../slots.ts';
import { spokenWords } from '../store/content.ts';
import { t } from '../t.ts';
import css from './form-screen.module.css';
import { MaskedNumber } from './masked-number.tsx';
import { stepBefore, today } from './step.ts';

const OF_THE_HALL = ['place', 'department'];

/** Names of the hall's own are kept in Chinese, and read in the visitor's language. */
const wholeAnswer = (question: Question, answer: Answer | undefined): string => {
  const words = answerInWords(question, answer, t);
  return OF_THE_HALL.includes(question.field.type) ? spokenWords(words) : words;
};

/** What may stand on the glass once the field is left: numbers that name a person are masked. */
export const shownAnswer = (question: Question, answer: Answer | undefined): string => {
  const words = wholeAnswer(question, answer);
  if (typeof answer !== 'string' || answer === '') return words;
  if (question.field.type === 'id-number') return maskIdNumber(words);
  return question.field.type === 'phone' ? maskPhone(words) : words;
};

/** Everything once more before it goes: each answer can be changed, faults are named, nothing is sent by accident. */
export const CheckView = ({ filing }: { readonly filing: Filing }) => {
  const { form, answers } = filing;
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const faults = answerFaults(form, answers, today(), t);
  useEffect(() => void ports.prepareSubmission(), []);
  const send = async (): Promise<void> => {
    setSending(true);
    const given = await ports.submit(filing);
    setSending(false);
    if (!given.ok) return setProblem(sayProblem(given.problem, t));
    if (receipt.peek() === null) keepReceipt(given.value);
    goInstead({ name: 'receipt' });
  };
  useActions(
    <>
      <Button
        kind="secondary"
        icon="chevron-left"
        onPress={() => moveInFiling(stepBefore(filing) ?? 'intro')}
      >
        {t('上一题')}
      </Button>
      <Button
        isWide
        icon="check"
        busy={isSending ? t('正在加密存好…') : undefined}
        disabled={faults.length > 0}
        onPress={() => void send()}
      >
        {t('没有错，交出')}
      </Button>
    </>,
  );
  return (
    <>
      <Heading size="long" title={t('请核对一遍')} lead={t('点“改”可以回去改。交出以后就不能改了。')} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('没有交出')}>
          {t('{problem}您填的还在，没有丢。', { problem })}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice kind="warn" title={t('还有 {count} 处要改，改好才能交出。', { count: faults.length })}>
          {t('请点下面标出的“改”。')}
        </Notice>
      )}
      <dl class={css.rows}>
        {askedQuestions(form, answers).map((question) => (
          <CheckRow
            key={question.id}
            question={question}
            words={shownAnswer(question, answers[question.id])}
            whole={wholeAnswer(question, answers[question.id])}
            answer={answers[question.id]}
            fault={faults.find((each) => each.question === question.id)?.say}
          />
        ))}
      </dl>
    </>
  );
};

interface CheckRowProps {
  readonly question: Question;
  /** As it may stand on the glass. */
  readonly words: string;
  readonly whole: string;
  readonly answer: Answer | undefined;
  readonly fault: string | undefined;
}

const CheckRow = ({ question, words, whole, answer, fault }: CheckRowProps) => (
  <div class={css.row}>
    <dt>{question.title}</dt>
    <dd data-own="">
      <Shown question={question} words={words} whole={whole} answer={answer} />
    </dd>
    {fault !== undefined && (
      <dd>
        <Notice kind="warn">{fault}</Notice>
      </dd>
    )}
    <dd class={css.change}>
      <Button
        kind="secondary"
        size="small"
        onPress={() => moveInFiling({ question: question.id, isFromCheck: true })}
      >
        {t('改')}
        <span class={css.unseen}>{t('：{title}', { title: question.title })}</span>
      </Button>
    </dd>
  </div>
);

const Shown = ({ question, words, whole, answer }: Omit<CheckRowProps, 'fault'>) => {
  if (question.field.type === 'signature' && Array.isArray(answer))
    return <StrokePicture {...SIGNATURE} strokes={answer} label={words} />;
  return words === whole ? words : <MaskedNumber name={question.title} masked={words} whole={whole} />;
};
