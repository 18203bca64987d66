import { useState } from 'preact/hooks';
import { MAX_NAME } from '../../contract/answer.ts';
import { SIGNATURE } from '../../contract/signature.ts';
import { Button } from '../../ui/button.tsx';
import { StrokePad } from '../../ui/stroke-pad.tsx';
import { t } from '../t.ts';
import type { AnswerFieldProps } from './answer-field.tsx';
import css from './date-field.module.css';
import { NameField } from './name-field.tsx';

/** Signed with a finger; who cannot, or has only keys, types the name instead. */
export const SignatureField = (props: AnswerFieldProps) => {
  const { answer, error, onAnswer, question } = props;
  const [isTyped, setTyped] = useState(typeof answer === 'string');
  const strokes = Array.isArray(answer) ? answer : [];
  const turn = (): void => {
    onAnswer(undefined);
    setTyped(!isTyped);
  };
  const put = (next: readonly string[]): void => onAnswer(next.length === 0 ? undefined : next);
  if (isTyped)
    return (
      <>
        <NameField {...props} max={MAX_NAME} />
        <Button kind="quiet" size="small" onPress={turn}>
          {t('改用手指签名')}
        </Button>
      </>
    );
  return (
    <>
      <StrokePad
        {...SIGNATURE}
        label={strokes.length === 0 ? t('还没有签名') : t('已经签了 {count} 笔', { count: strokes.length })}
        strokes={strokes}
        onStrokes={put}
      />
      <p class={css.error} aria-live="polite">
        {error}
      </p>
      <fieldset class={css.parts} aria-label={question.title}>
        <Button
          kind="secondary"
          size="small"
          disabled={strokes.length === 0}
          onPress={() => put(strokes.slice(0, -1))}
        >
          {t('撤回一笔')}
        </Button>
        <Button kind="secondary" size="small" disabled={strokes.length === 0} onPress={() => put([])}>
          {t('清除重签')}
        </Button>
        <Button kind="quiet" size="small" onPress={turn}>
          {t('不签，打字写姓名')}
        </Button>
      </fieldset>
    </>
  );
};
