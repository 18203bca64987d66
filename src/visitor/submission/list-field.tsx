import { useState } from 'preact/hooks';
import { MAX_NAME } from '../../contract/answer.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { current, spokenWords } from '../store/content.ts';
import { t } from '../t.ts';
import type { AnswerFieldProps } from './answer-field.tsx';
import { NameField } from './name-field.tsx';

/** No village has this name: a line has no control characters. */
const OTHER = '\u0000';

/** Chosen from what the hall itself has: its departments, its villages; and for a place also another one, typed. */
export const ListField = (props: AnswerFieldProps) => {
  const { question, answer, error, onAnswer } = props;
  const hall = current.value?.hall;
  const isPlace = question.field.type === 'place';
  const names = isPlace ? (hall?.villages ?? []) : (hall?.departments ?? []).map(({ name }) => name);
  const text = typeof answer === 'string' ? answer : '';
  const [isOther, setOther] = useState(text !== '' && !names.includes(text));
  // The hall reads the name in Chinese, whatever the visitor reads.
  const choices = names.map((name) => ({ value: name, label: spokenWords(name) }));
  const other = { value: OTHER, label: t('其他地方') };
  return (
    <>
      <ChoiceList
        label={question.title}
        kind="one"
        choices={isPlace ? [...choices, other] : choices}
        chosen={[isOther ? OTHER : text]}
        error={isOther ? undefined : error}
        onChange={([value]) => {
          setOther(value === OTHER);
          onAnswer(value === OTHER ? undefined : value);
        }}
      />
      {isOther && <NameField {...props} max={MAX_NAME} />}
    </>
  );
};
