import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  type Answers,
  answerFault,
  answerFaults,
  answerInWords,
  askedQuestions,
  clockIndexOf,
  filedBy,
  stopOf,
  tidyAnswers,
} from './answer.ts';
import { day } from './day-schema.ts';
import { Form } from './form.ts';

const TODAY = day('2026-11-24');
const form = v.parse(Form, {
  kind: 'form',
  id: 'form/try',
  title: '试填',
  purpose: 'complaint',
  intro: ['说明。'],
  minutes: 3,
  notice: {
    version: '1',
    purpose: '办理',
    basis: '条例',
    kinds: '姓名',
    retention: '五年',
    rights: '查阅',
    contact: '党政办',
  },
  questions: [
    {
      id: 'kind',
      title: '哪一类？',
      required: true,
      sensitivity: 0,
      field: {
        type: 'choice',
        options: [
          { value: 'service', label: '服务不好' },
          { value: 'cadre', label: '举报干部', stop: { title: '请找纪检', text: ['拨打 12388。'] } },
        ],
      },
    },
    {
      id: 'want-reply',
      title: '要答复吗？',
      required: true,
      sensitivity: 0,
      field: {
        type: 'choice',
        options: [
          { value: 'yes', label: '要' },
          { value: 'no', label: '不要' },
        ],
      },
    },
    {
      id: 'id-kind',
      title: '证件？',
      required: true,
      sensitivity: 2,
      when: [{ question: 'want-reply', oneOf: ['yes'] }],
      field: {
        type: 'choice',
        options: [
          { value: 'resident', label: '身份证' },
          { value: 'passport', label: '护照' },
        ],
      },
    },
    {
      id: 'id-number',
      title: '号码？',
      required: true,
      sensitivity: 3,
      when: [{ question: 'id-kind', oneOf: ['resident', 'passport'] }],
      field: { type: 'id-number', checkWhen: { question: 'id-kind', oneOf: ['resident'] } },
    },
    { id: 'phone', title: '电话？', required: false, sensitivity: 2, field: { type: 'phone' } },
    { id: 'name', title: '名称', required: false, sensitivity: 1, field: { type: 'text', min: 2, max: 10 } },
    {
      id: 'text',
      title: '内容',
      required: false,
      sensitivity: 1,
      field: { type: 'long-text', min: 2, max: 20 },
    },
    {
      id: 'ways',
      title: '方式',
      required: false,
      sensitivity: 0,
      field: {
        type: 'choices',
        min: 1,
        max: 2,
        options: [
          { value: 'paper', label: '纸' },
          { value: 'mail', label: '信' },
          { value: 'disc', label: '光盘' },
        ],
      },
    },
    {
      id: 'true',
      title: '声明',
      required: true,
      sensitivity: 0,
      field: { type: 'declaration', text: ['属实。'], agree: '我同意' },
    },
  ],
  anyOf: [{ questions: ['name', 'text'], say: '名称和内容至少写一样。' }],
  clocks: [{ when: { question: 'kind', oneOf: ['cadre'] } }, { promised: { n: 5, unit: 'workday' } }],
  nextSteps: ['登记'],
  sample: true,
  updatedOn: '2026-11-24',
});
const good: Answers = { kind: 'service', 'want-reply': 'no', text: '窗口中午没有人', true: true };
const faultAt = (answers: Answers): Record<string, string> =>
  Object.fromEntries(answerFaults(form, answers, TODAY).map((fault) => [fault.question, fault.say]));

test('good answers have no fault', () => {
  expect(faultAt(good)).toEqual({});
});

test('a question is asked only while its condition holds, and its old answer counts no more', () => {
  const answers = { ...good, 'want-reply': 'yes', 'id-kind': 'resident', 'id-number': '11010519491231002x' };
  expect(askedQuestions(form, answers).map((question) => question.id)).toContain('id-number');
  const changed = { ...answers, 'want-reply': 'no' };
  expect(askedQuestions(form, changed).map((question) => question.id)).not.toContain('id-number');
  expect(tidyAnswers(form, changed)).not.toHaveProperty('id-number');
});

test('the check character is verified for resident cards only', () => {
  const answers = { ...good, 'want-reply': 'yes', 'id-kind': 'resident', 'id-number': '110105194912310021' };
  expect(faultAt(answers)['id-number']).toContain('输错');
  expect(faultAt({ ...answers, 'id-kind': 'passport', 'id-number': 'E12345678' })).toEqual({});
});

test('at least one of a set must be answered; the sentence stands at the last of them', () => {
  const { text: _text, ...rest } = good;
  expect(faultAt(rest)).toEqual({ text: '名称和内容至少写一样。' });
  expect(faultAt({ ...rest, name: '预算' })).toEqual({});
});

test.each([
  [{ phone: '12800138000' }, 'phone'],
  [{ ways: ['paper', 'mail', 'disc'] }, 'ways'],
  [{ ways: ['fax'] }, 'ways'],
  [{ kind: 'no-such' }, 'kind'],
  [{ text: '短' }, 'text'],
  [{ text: '长'.repeat(21) }, 'text'],
  [{ true: false }, 'true'],
  [{ kind: true }, 'kind'],
] as [Answers, string][])('%o is refused beside its question', (wrong, question) => {
  expect(faultAt({ ...good, ...wrong })).toHaveProperty(question);
});

test('an option may end the form; clocks follow the answers', () => {
  const kind = form.questions[0];
  if (!kind) throw new Error('the form has questions');
  expect(stopOf(kind, 'cadre')?.title).toBe('请找纪检');
  expect(stopOf(kind, 'service')).toBeUndefined();
  expect(clockIndexOf(form, { kind: 'cadre' })).toBe(0);
  expect(clockIndexOf(form, good)).toBe(1);
});

test('who filled it in is what the form was told', () => {
  const byStaffWhen = { question: 'kind', oneOf: ['cadre'] };
  expect(filedBy({ ...form, byStaffWhen }, { kind: 'cadre' })).toBe('staff');
  expect(filedBy({ ...form, byStaffWhen }, good)).toBe('visitor');
  expect(filedBy(form, { kind: 'cadre' })).toBe('visitor');
});

test('answers are tidied and read as words', () => {
  const tidy = tidyAnswers(form, {
    ...good,
    phone: '+86 138 0013 8000',
    text: '  两头有空格  ',
    ways: ['paper', 'mail'],
  });
  expect(tidy).toMatchObject({ phone: '13800138000', text: '两头有空格' });
  const words = askedQuestions(form, tidy).map((question) => answerInWords(question, tidy[question.id]));
  expect(words).toEqual(['服务不好', '不要', '13800138000', '（没有填）', '两头有空格', '纸、信', '我同意']);
});

test('a day is read as people say it', () => {
  const question = { ...form.questions[0], field: { type: 'date' } } as Form['questions'][number];
  expect(answerInWords(question, '2026-11-28')).toBe('2026年11月28日（周六）');
  expect(answerInWords(question, 'nonsense')).toBe('nonsense');
});

test('nonsense of any kind is refused with a sentence, never with a crash', () => {
  const anything = fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string(), { maxLength: 4 }));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...form.questions.map((question) => question.id)), anything),
      (answers) => {
        for (const fault of answerFaults(form, answers, TODAY)) expect(fault.say).toMatch(/[。]$/);
        tidyAnswers(form, answers);
      },
    ),
  );
});

test('a day outside the range of its question is told in words', () => {
  const asked = (range: 'until-today' | 'from-today', on: string) =>
    answerFault(
      { id: 'it', title: '哪一天？', field: { type: 'date', range }, required: true, sensitivity: 1 },
      { it: on },
      TODAY,
    );
  expect(asked('until-today', '2026-11-24')).toBeNull();
  expect(asked('until-today', '2026-11-25')).toBe('这一天还没到，请选今天或者以前的日子。');
  expect(asked('from-today', '2026-11-24')).toBeNull();
  expect(asked('from-today', '2026-11-23')).toBe('这一天已经过了，请选今天或者以后的日子。');
});
