import type { Answer } from '../../contract/answer.ts';
import type { Field, Question } from '../../contract/form.ts';
import { ChipList } from '../../ui/chip-list.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t } from '../t.ts';
import { type TypingWish, useTyping } from '../typing.ts';
import { asTyped, wrongAlready } from './as-typed.ts';
import { DateField } from './date-field.tsx';
import { ListField } from './list-field.tsx';
import { PhraseGroups } from './phrase-groups.tsx';
import { SignatureField } from './signature-field.tsx';

export interface AnswerFieldProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly error?: string | undefined;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly onNext: () => void;
}

type TextKind = Exclude<
  Field['type'],
  'choice' | 'choices' | 'declaration' | 'date' | 'place' | 'department' | 'signature'
>;

/** Who hears the page and stands in the field has not heard what stands above it: ids of the hint and the step. */
export const ABOUT_QUESTION = { hint: 'question-hint', step: 'question-step' } as const;
export const aboutQuestion = ({ hint }: Question): string =>
  hint === undefined ? ABOUT_QUESTION.step : `${ABOUT_QUESTION.hint} ${ABOUT_QUESTION.step}`;

const KEYS = {
  text: ['pinyin', 'ink', 'digits', 'letters'],
  'long-text': ['pinyin', 'ink', 'digits', 'letters'],
  phone: ['phone'],
  postcode: ['digits'],
  email: ['letters', 'digits'],
  'id-number': ['id', 'letters'],
  'credit-code': ['letters', 'digits'],
} as const satisfies Record<TextKind, NonNullable<TypingWish['modes']>>;

const MAX_LENGTH = { phone: 20, postcode: 6, email: 120, 'id-number': 30, 'credit-code': 18 } as const;

const lengthOf = (field: Field): number =>
  field.type === 'text' || field.type === 'long-text'
    ? field.max
    : field.type in MAX_LENGTH
      ? MAX_LENGTH[field.type as keyof typeof MAX_LENGTH]
      : 200;

const TextAnswer = ({ question, answer, error, onAnswer, onNext }: AnswerFieldProps) => {
  const { field, title } = question;
  const text = typeof answer === 'string' ? answer : '';
  const isLong = field.type === 'long-text';
  const typing = useTyping({
    modes: KEYS[field.type as TextKind],
    isMultiline: isLong,
    action: { label: t('下一题'), onPress: onNext },
  });
  const suggestions = field.type === 'text' || field.type === 'long-text' ? (field.suggestions ?? []) : [];
  // Where a touch serves, the keyboard does not come by itself and cover it.
  const phrases = field.type === 'long-text' ? (field.phrases ?? []) : [];
  const max = lengthOf(field);
  return (
    <>
      <TextField
        {...typing}
        label={title}
        isLabelHidden
        describedBy={aboutQuestion(question)}
        value={text}
        onInput={onAnswer}
        error={error ?? wrongAlready(question, text)}
        lines={isLong ? 4 : 1}
        maxLength={max}
        hint={isLong ? undefined : asTyped(question, text)}
        count={isLong ? t('{count} 字，最多 {max}', { count: [...text].length, max }) : undefined}
        inputMode={
          field.type === 'phone'
            ? 'tel'
            : field.type === 'email'
              ? 'email'
              : field.type === 'postcode'
                ? 'numeric'
                : 'text'
        }
        onEnter={onNext}
        isFocusedFirst={phrases.length === 0}
      />
      {suggestions.length > 0 && (
        <ChipList
          label={t('可以直接点')}
          chips={suggestions}
          onPress={(chip) => onAnswer(`${text}${chip}`.slice(0, max))}
        />
      )}
      {phrases.length > 0 && <PhraseGroups groups={phrases} text={text} max={max} onText={onAnswer} />}
    </>
  );
};

/** The way to answer one question, by the kind of its field. */
export const AnswerField = (props: AnswerFieldProps) => {
  const { question, answer, error, onAnswer } = props;
  const { field, title } = question;
  switch (field.type) {
    case 'choice':
      return (
        <ChoiceList
          label={title}
          describedBy={aboutQuestion(question)}
          kind="one"
          choices={field.options}
          chosen={typeof answer === 'string' ? [answer] : []}
          error={error}
          onChange={([value]) => onAnswer(value)}
        />
      );
    case 'choices':
      return (
        <ChoiceList
          label={title}
          describedBy={aboutQuestion(question)}
          kind="many"
          choices={field.options}
          chosen={Array.isArray(answer) ? answer : []}
          error={error}
          onChange={(values) => onAnswer(values)}
        />
      );
    case 'declaration':
      return (
        <>
          {field.text.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <ChoiceList
            label={title}
            describedBy={aboutQuestion(question)}
            kind="many"
            choices={[{ value: 'agree', label: field.agree }]}
            chosen={answer === true ? ['agree'] : []}
            error={error}
            onChange={(values) => onAnswer(values.includes('agree'))}
          />
        </>
      );
    case 'date':
      return <DateField {...props} />;
    case 'place':
    case 'department':
      return <ListField {...props} />;
    case 'signature':
      return <SignatureField {...props} />;
    default:
      return <TextAnswer {...props} key={question.id} />;
  }
};
