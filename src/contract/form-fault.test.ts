import { describe, expect, test } from 'vitest';
import type { Form, Question } from './form.ts';
import { contradictionsIn } from './form-fault.ts';

const choice: Question = {
  id: 'who',
  title: '谁来申请？',
  field: {
    type: 'choice',
    options: [
      { value: 'self', label: '我' },
      { value: 'org', label: '单位' },
    ],
  },
  required: true,
  sensitivity: 1,
};
const text: Question = {
  id: 'name',
  title: '名称',
  field: { type: 'text', min: 2, max: 50 },
  required: true,
  sensitivity: 2,
};
const form = (questions: readonly Question[], more: Partial<Form> = {}): Form =>
  ({ questions: [...questions], clocks: [], ...more }) as unknown as Form;
const paths = (it: Form): readonly string[] => contradictionsIn(it).map((fault) => fault.path.join('.'));
const when = (question: string, ...oneOf: string[]) => [{ question, oneOf }];

describe('what the parts of a form contradict in each other', () => {
  test('a whole form has nothing', () => {
    expect(paths(form([choice, { ...text, when: when('who', 'org') }]))).toEqual([]);
  });

  test.each<[string, Form, string]>([
    [
      'about a later question',
      form([{ ...text, when: when('who', 'org') }, choice]),
      'questions.0.when.0.question',
    ],
    ['about no question', form([{ ...text, when: when('gone', 'org') }]), 'questions.0.when.0.question'],
    [
      'about one without options',
      form([text, { ...choice, when: when('name', 'org') }]),
      'questions.1.when.0.question',
    ],
    [
      'about an option that is gone',
      form([choice, { ...text, when: when('who', 'village') }]),
      'questions.1.when.0.oneOf',
    ],
    ['the same short name twice', form([choice, { ...text, id: 'who' }]), 'questions.1.id'],
    [
      'at least more than at most',
      form([{ ...text, field: { type: 'text', min: 9, max: 5 } }]),
      'questions.0.field.min',
    ],
    [
      'a clock about no question',
      form([text], { clocks: [{ when: { question: 'gone', oneOf: ['a'] } }] }),
      'clocks.0.when.question',
    ],
    [
      'filled in by staff when nobody asks',
      form([text], { byStaffWhen: { question: 'gone', oneOf: ['a'] } }),
      'byStaffWhen.question',
    ],
    [
      'one of questions that are gone',
      form([text], { anyOf: [{ questions: ['name', 'gone'], say: '至少答一题' }] }),
      'anyOf.0.questions',
    ],
  ])('%s', (_name, it, path) => {
    expect(paths(it)).toEqual([path]);
  });

  test('more choices than there are', () => {
    const many: Question = {
      ...choice,
      field: {
        type: 'choices',
        min: 1,
        max: 3,
        options: choice.field.type === 'choice' ? choice.field.options : [],
      },
    };
    expect(paths(form([many]))).toEqual(['questions.0.field.max']);
  });
});
