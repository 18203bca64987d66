import { answerFault, isResidentNumber } from '../../contract/answer.ts';
import type { Question } from '../../contract/form.ts';
import { ID_LENGTH, idNumberInGroups, normalizeIdNumber } from '../../contract/identity.ts';
import { phoneAsTyped } from '../../contract/phone.ts';
import { answers } from '../session/memory.ts';
import { t } from '../t.ts';
import { today } from './step.ts';

/** What is told about a number while it is being typed. */

const told = (grouped: string, missing: number): string =>
  missing > 0 ? t('{grouped} · 还差 {missing} 位', { grouped, missing }) : t('{grouped} · 够了', { grouped });

/** Grouped for the eye, with how much is still missing. Counts only: nobody is told off in the middle of a number. */
export const asTyped = (question: Question, text: string): string | undefined => {
  if (text.trim() === '') return undefined;
  if (question.field.type === 'phone') {
    const { grouped, missing } = phoneAsTyped(text);
    return told(grouped, missing);
  }
  if (!isResidentNumber(question, answers.peek())) return undefined;
  const missing = ID_LENGTH - normalizeIdNumber(text).length;
  return missing < 0 ? undefined : told(idNumberInGroups(text), missing);
};

/** A resident's number tells by itself that it is wrong, but not before it is whole. */
export const wrongAlready = (question: Question, text: string): string | undefined => {
  const held = answers.peek();
  if (!isResidentNumber(question, held) || normalizeIdNumber(text).length < ID_LENGTH) return undefined;
  return answerFault(question, { ...held, [question.id]: text }, today(), t) ?? undefined;
};
