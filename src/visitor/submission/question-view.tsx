import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SideNote } from '../../ui/side-note.tsx';
import { StepProgress } from '../../ui/step-progress.tsx';
import { answer, filing as current, type Filing, moveInFiling } from '../session/memory.ts';
import { useActions } from '../slots.ts';
import { t } from '../t.ts';
import { putKeyboardAway } from '../typing.ts';
import { ABOUT_QUESTION, AnswerField } from './answer-field.tsx';
import css from './form-screen.module.css';
import { faultBeside, firstStep, stepAfter, stepAt, stepBefore, stopBeside } from './step.ts';

/** One question. Next checks it; back keeps it. */
export const QuestionView = ({ filing, id }: { readonly filing: Filing; readonly id: string }) => {
  const [error, setError] = useState<string>();
  const [isStopped, setStopped] = useState(false);
  const step = stepAt(filing.form, filing.answers, id);
  const next = () => {
    // Read anew: a letter typed just now is in memory but not yet in these props.
    const latest = current.peek() ?? filing;
    const question = stepAt(latest.form, latest.answers, id)?.question;
    if (question === undefined) return moveInFiling(firstStep(latest.form));
    const fault = faultBeside(latest, question);
    if (fault !== null) return setError(fault);
    putKeyboardAway();
    if (stopBeside(latest, question) !== undefined) return setStopped(true);
    moveInFiling(stepAfter(latest, id));
  };
  const previous = () => {
    putKeyboardAway();
    if (isStopped) return setStopped(false);
    moveInFiling(stepBefore(filing) ?? 'intro');
  };
  useActions(
    <>
      <Button kind="secondary" icon="chevron-left" onPress={previous}>
        {t('上一题')}
      </Button>
      {!isStopped && (
        <Button isWide onPress={next}>
          {t('下一题')}
        </Button>
      )}
    </>,
  );
  if (step === null) return null;
  const { question, number, count } = step;
  const stop = stopBeside(filing, question);
  if (isStopped && stop !== undefined) {
    return (
      <>
        <Heading size="long" title={stop.title} />
        <Notice kind="info">
          <div class={css.lines}>
            {stop.text.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </Notice>
      </>
    );
  }
  return (
    <>
      <StepProgress
        textId={ABOUT_QUESTION.step}
        step={number}
        steps={count}
        text={
          question.required
            ? t('第 {number} 题，共 {count} 题', { number, count })
            : t('第 {number} 题，共 {count} 题（可以不填）', { number, count })
        }
      />
      <Heading size="long" title={question.title} lead={question.hint} leadId={ABOUT_QUESTION.hint} />
      <AnswerField
        question={question}
        answer={filing.answers[id]}
        error={error}
        onAnswer={(value) => {
          setError(undefined);
          answer(id, value);
        }}
        onNext={next}
      />
      {question.why !== undefined && <SideNote>{t('为什么问：{why}', { why: question.why })}</SideNote>}
    </>
  );
};
