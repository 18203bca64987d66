import { TextField } from '../../ui/text-field.tsx';
import { t } from '../t.ts';
import { useTyping } from '../typing.ts';
import type { AnswerFieldProps } from './answer-field.tsx';

/** A name in one line, where none of the offered ones fits. */
export const NameField = ({
  question,
  answer,
  error,
  onAnswer,
  onNext,
  max,
}: AnswerFieldProps & { readonly max: number }) => {
  const typing = useTyping({
    modes: ['pinyin', 'ink', 'digits', 'letters'],
    action: { label: t('下一题'), onPress: onNext },
  });
  return (
    <TextField
      {...typing}
      label={question.title}
      isLabelHidden
      value={typeof answer === 'string' ? answer : ''}
      onInput={onAnswer}
      error={error}
      maxLength={max}
      onEnter={onNext}
      isFocusedFirst
    />
  );
};
