import { type Answers, answerFault, askedQuestions, stopOf } from '../../contract/answer.ts';
import { type Day, dayAtHall } from '../../contract/day.ts';
import type { Form, Question } from '../../contract/form.ts';
import type { Filing } from '../session/memory.ts';
import { t } from '../t.ts';

/** Where a form stands and where it goes next: pure, so that going back can never lose an answer. */

export const today = (): Day => dayAtHall(Date.now());

export interface Step {
  readonly question: Question;
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

export const stepAt = (form: Form, answers: Answers, id: string): Step | null => {
  const asked = askedQuestions(form, answers);
  const at = asked.findIndex((question) => question.id === id);
  const question = asked[at];
  return question === undefined ? null : { question, number: at + 1, count: asked.length };
};

export const firstStep = (form: Form): Filing['at'] => {
  const first = askedQuestions(form, {})[0];
  return first === undefined ? 'check' : { question: first.id };
};

const neighbour = (filing: Filing, id: string, by: 1 | -1): Question | undefined => {
  const asked = askedQuestions(filing.form, filing.answers);
  return asked[asked.findIndex((question) => question.id === id) + by];
};

const isFromCheck = ({ at }: Filing): boolean => typeof at === 'object' && at.isFromCheck === true;

export const stepAfter = (filing: Filing, id: string): Filing['at'] => {
  if (isFromCheck(filing)) return 'check';
  const next = neighbour(filing, id, 1);
  return next === undefined ? 'check' : { question: next.id };
};

export const stepBefore = (filing: Filing): Filing['at'] | null => {
  const { at, form, answers } = filing;
  if (at === 'intro') return null;
  if (isFromCheck(filing)) return 'check';
  if (at === 'check') {
    const last = askedQuestions(form, answers).at(-1);
    return last === undefined ? 'intro' : { question: last.id };
  }
  const before = neighbour(filing, at.question, -1);
  return before === undefined ? 'intro' : { question: before.id };
};

/** The sentence that belongs beside a question: its own fault, or that of the set which it closes. */
export const faultBeside = (filing: Filing, question: Question): string | null => {
  const own = answerFault(question, filing.answers, today(), t);
  if (own !== null) return own;
  const asked = askedQuestions(filing.form, filing.answers).map((each) => each.id);
  const set = filing.form.anyOf?.find(
    (each) => asked.filter((id) => each.questions.includes(id)).at(-1) === question.id,
  );
  const isEmpty = set?.questions.every((id) => {
    const answer = filing.answers[id];
    return (
      !asked.includes(id) || answer === undefined || (typeof answer === 'string' && answer.trim() === '')
    );
  });
  return set !== undefined && isEmpty ? set.say : null;
};

export const stopBeside = (filing: Filing, question: Question) =>
  stopOf(question, filing.answers[question.id]);
