import { useState } from 'preact/hooks';
import { addDays, type Day, dayInShort } from '../../contract/day.ts';
import { ChipList } from '../../ui/chip-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t, type Word } from '../t.ts';
import { useTyping } from '../typing.ts';
import type { AnswerFieldProps } from './answer-field.tsx';
import { today } from './step.ts';

const NEAR = ['今天', '昨天', '前天'] as const satisfies readonly Word[];

/** `20261124`, `2026.11.24` and `2026-11-24` are the same day. */
export const dayFrom = (typed: string): string => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : typed;
};

/** A day: the near ones at a touch, any other by eight digits. */
export const DateField = ({ question, answer, error, onAnswer, onNext }: AnswerFieldProps) => {
  const [typed, setTyped] = useState(typeof answer === 'string' ? answer.replaceAll('-', '') : '');
  const typing = useTyping({ modes: ['digits'], action: { label: t('下一题'), onPress: onNext } });
  const near = NEAR.map((word, back) => {
    const on: Day = addDays(today(), -back);
    return { on, chip: `${t(word)} ${dayInShort(on, t)}` };
  });
  const put = (text: string): void => {
    setTyped(text);
    onAnswer(text === '' ? undefined : dayFrom(text));
  };
  return (
    <>
      <ChipList
        label={t('最近几天')}
        chips={near.map((each) => each.chip)}
        onPress={(chip) => put((near.find((each) => each.chip === chip)?.on ?? '').replaceAll('-', ''))}
      />
      <TextField
        {...typing}
        label={question.title}
        isLabelHidden
        hint={t('年月日，8 位数字，例如 20261124')}
        value={typed}
        onInput={put}
        error={error}
        maxLength={10}
        inputMode="numeric"
        onEnter={onNext}
      />
    </>
  );
};
