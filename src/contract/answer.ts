import * as v from 'valibot';
import { type Day, dayInWords } from './day.ts';
import { Day as DaySchema } from './day-schema.ts';
import type { Condition, DateRange, Form, Option, Question } from './form.ts';
import { ID_LENGTH, idNumberFault, isCreditCode, normalizeIdNumber } from './identity.ts';
import { isPhone, normalizePhone } from './phone.ts';
import { signatureFault } from './signature.ts';
import { chinese, type Say } from './words/say.ts';

/** Answers to a form: they live in the session's memory only, until they are sealed. Shape: question id → answer. */

export type Answer = string | readonly string[] | boolean;
export type Answers = Readonly<Record<string, Answer>>;

export interface AnswerFault {
  readonly question: string;
  /** What to do, in the reader's words. */
  readonly say: string;
}

const holds = (condition: Condition, answers: Answers): boolean => {
  const answer = answers[condition.question];
  if (typeof answer === 'string') return condition.oneOf.includes(answer);
  return Array.isArray(answer) && condition.oneOf.some((value) => answer.includes(value));
};

/** The questions that are asked, given what is answered so far. A hidden question's answer does not count. */
export const askedQuestions = (form: Form, answers: Answers): readonly Question[] => {
  const asked: Question[] = [];
  const visible: Record<string, Answer> = {};
  for (const question of form.questions) {
    if (question.when?.every((condition) => holds(condition, visible)) === false) continue;
    asked.push(question);
    const answer = answers[question.id];
    if (answer !== undefined) visible[question.id] = answer;
  }
  return asked;
};

/** The option that ends the form, if one was chosen. */
export const stopOf = (question: Question, answer: Answer | undefined): Option['stop'] | undefined =>
  question.field.type === 'choice'
    ? question.field.options.find((option) => option.value === answer)?.stop
    : undefined;

export const isBlank = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  answer === false ||
  (typeof answer === 'string' ? answer.trim() === '' : Array.isArray(answer) && answer.length === 0);

const ID_FAULTS = {
  shape: '身份证号前 17 位是数字，最后一位是数字或 X。',
  birthdate: '身份证号里的出生日期不对，请核对第 7 到 14 位。',
  future: '身份证号里的出生日期还没到，请核对第 7 到 14 位。',
  checksum: '身份证号有一位输错了，请对照证件再核对一遍。',
} as const;

const idFaultInWords = (text: string, today: Day, say: Say): string | null => {
  const fault = idNumberFault(text, today);
  if (fault === null) return null;
  if (fault !== 'length') return say(ID_FAULTS[fault]);
  const missing = ID_LENGTH - normalizeIdNumber(text).length;
  return missing > 0
    ? say('身份证号是 18 位，还差 {missing} 位。', { missing })
    : say('身份证号是 18 位，多了 {over} 位。', { over: -missing });
};

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/;

const textFault = (text: string, min: number, max: number, say: Say): string | null => {
  const length = [...text.trim()].length;
  if (length < min) return say('至少写 {min} 个字。', { min });
  return length > max ? say('最多 {max} 个字，现在多了 {over} 个。', { max, over: length - max }) : null;
};

const choicesFault = (question: Question, answer: Answer, say: Say): string | null => {
  if (question.field.type !== 'choices' || !Array.isArray(answer)) return say('请重新选择。');
  const { options, min, max } = question.field;
  if (answer.some((each) => !options.some((option) => option.value === each))) return say('请重新选择。');
  if (answer.length < min) return say('至少选 {min} 项。', { min });
  return answer.length > max ? say('最多选 {max} 项。', { max }) : null;
};

/** Names of places, departments and people that are typed. */
export const MAX_NAME = 60;

const strokesFault = (answer: Answer, say: Say): string | null => {
  const fault = Array.isArray(answer) ? signatureFault(answer) : 'broken';
  if (fault === null) return null;
  return fault === 'large' ? say('签名太长了，请清除后重签。') : say('请重新填写。');
};

/** Whether a day may be chosen there: the screen asks it before the touch, the desk after. */
export const isInRange = (on: Day, range: DateRange | undefined, today: Day): boolean =>
  range === undefined || (range === 'until-today' ? on <= today : on >= today);

const dayFault = (on: Day, range: DateRange | undefined, today: Day, say: Say): string | null => {
  if (isInRange(on, range, today)) return null;
  return range === 'until-today'
    ? say('这一天还没到，请选今天或者以前的日子。')
    : say('这一天已经过了，请选今天或者以后的日子。');
};

const stringFault = (question: Question, text: string, { answers, today, say }: Facts): string | null => {
  const { field } = question;
  switch (field.type) {
    case 'choice':
      return field.options.some((option) => option.value === text) ? null : say('请选一项。');
    case 'text':
    case 'long-text':
      return textFault(text, field.min, field.max, say);
    case 'phone':
      return isPhone(text) ? null : say('电话号码不对。手机号 11 位；座机请带区号，例如 0436-7861003。');
    case 'email':
      return EMAIL.test(text.trim()) ? null : say('电子邮箱不对，要有 @，例如 name@example.com。');
    case 'postcode':
      return /^\d{6}$/.test(text.normalize('NFKC').trim()) ? null : say('邮政编码是 6 位数字。');
    case 'date':
      return v.is(DaySchema, text) ? dayFault(text as Day, field.range, today, say) : say('请选一个日期。');
    case 'place':
    case 'department':
      return textFault(text, 1, MAX_NAME, say);
    case 'signature':
      return textFault(text, 2, MAX_NAME, say);
    case 'credit-code':
      return isCreditCode(text) ? null : say('统一社会信用代码是 18 位，请对照营业执照或证书核对。');
    case 'id-number': {
      return isResidentNumber(question, answers)
        ? idFaultInWords(text, today, say)
        : textFault(text, 4, 30, say);
    }
    default:
      return say('请重新填写。');
  }
};

/** Whether the number asked for is a resident's, which tells by itself when it is wrong. */
export const isResidentNumber = ({ field }: Question, answers: Answers): boolean =>
  field.type === 'id-number' && (field.checkWhen === undefined || holds(field.checkWhen, answers));

interface Facts {
  readonly answers: Answers;
  readonly today: Day;
  readonly say: Say;
}

/** The sentence to put beside one question, or null when its answer is good. */
export const answerFault = (
  question: Question,
  answers: Answers,
  today: Day,
  say = chinese,
): string | null => {
  const answer = answers[question.id];
  if (isBlank(answer) || answer === undefined) {
    if (!question.required) return null;
    return question.field.type === 'declaration'
      ? say('请看完后点同意，再继续。')
      : say('这一题要回答才能继续。');
  }
  if (question.field.type === 'declaration') return answer === true ? null : say('请看完后点同意，再继续。');
  if (question.field.type === 'choices') return choicesFault(question, answer, say);
  if (question.field.type === 'signature' && typeof answer !== 'string') return strokesFault(answer, say);
  return typeof answer === 'string'
    ? stringFault(question, answer, { answers, today, say })
    : say('请重新填写。');
};

/** Everything that is wrong, in the order of the questions. */
export const answerFaults = (
  form: Form,
  answers: Answers,
  today: Day,
  words = chinese,
): readonly AnswerFault[] => {
  const asked = askedQuestions(form, answers);
  const single = asked.flatMap((question) => {
    const say = answerFault(question, answers, today, words);
    return say === null ? [] : [{ question: question.id, say }];
  });
  const sets = (form.anyOf ?? []).flatMap((set) => {
    const open = asked.filter((question) => set.questions.includes(question.id));
    const last = open.at(-1);
    return last && open.every((question) => isBlank(answers[question.id]))
      ? [{ question: last.id, say: set.say }]
      : [];
  });
  return [...single, ...sets];
};

const tidy = (question: Question, answer: Answer): Answer => {
  if (typeof answer !== 'string') return answer;
  switch (question.field.type) {
    case 'phone':
      return normalizePhone(answer);
    case 'id-number':
    case 'credit-code':
      return normalizeIdNumber(answer);
    case 'postcode':
      return answer.normalize('NFKC').trim();
    default:
      return answer.trim();
  }
};

/** What is sealed: only asked questions, without blanks, in one spelling. */
export const tidyAnswers = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    askedQuestions(form, answers).flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined || isBlank(answer) ? [] : [[question.id, tidy(question, answer)]];
    }),
  );

/** Index of the clock that counts for these answers, or null. */
export const clockIndexOf = (form: Form, answers: Answers): number | null => {
  const at = form.clocks.findIndex((clock) => clock.when === undefined || holds(clock.when, answers));
  return at === -1 ? null : at;
};

/** Who filled it in, by these tidied answers. */
export const filedBy = ({ byStaffWhen }: Form, answers: Answers): 'visitor' | 'staff' =>
  byStaffWhen !== undefined && holds(byStaffWhen, answers) ? 'staff' : 'visitor';

/** An answer as people read it. */
export const answerInWords = (question: Question, answer: Answer | undefined, say = chinese): string => {
  if (answer === undefined || isBlank(answer)) return say('（没有填）');
  const { field } = question;
  const label = (value: string): string =>
    field.type === 'choice' || field.type === 'choices'
      ? (field.options.find((option) => option.value === value)?.label ?? value)
      : value;
  if (typeof answer === 'boolean') return field.type === 'declaration' ? field.agree : say('是');
  if (field.type === 'signature' && typeof answer !== 'string') return say('（手写签名）');
  if (field.type === 'date' && v.is(DaySchema, answer)) return dayInWords(answer as Day, say);
  return typeof answer === 'string' ? label(answer) : answer.map(label).join(say('、'));
};
