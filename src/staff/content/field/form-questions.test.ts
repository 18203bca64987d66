import { expect, test } from 'vitest';
import { tidyForm } from './form-questions.ts';
import { type Branch, branchOf, listOf } from './tree.ts';

const who = {
  id: 'who',
  title: '谁来申请？',
  field: {
    type: 'choice',
    options: [
      { value: 'self', label: '我' },
      { value: 'org', label: '单位' },
    ],
  },
};
const questionsOf = (...questions: Branch[]) =>
  listOf(tidyForm({ questions, clocks: [] }).questions).map(branchOf);

test('another way of answering keeps what it can use and gets what it needs', () => {
  const [choices] = questionsOf({ ...who, field: { ...who.field, type: 'choices' } });
  expect(choices?.field).toEqual({ ...who.field, type: 'choices', min: 1, max: 2 });
  const [phone] = questionsOf({ ...who, field: { ...who.field, type: 'phone' } });
  expect(phone?.field).toEqual({ type: 'phone' });
  const [text] = questionsOf({ ...who, field: { type: 'text' } });
  expect(text?.field).toEqual({ type: 'text', min: 1, max: 50 });
});

test('new questions and options get short names that nobody has', () => {
  const [first, second] = questionsOf(
    {
      title: '甲',
      field: { type: 'choice', options: [{ label: '是' }, { label: '否', value: 'option-1' }] },
    },
    { id: 'question-1', title: '乙', field: { type: 'date' } },
  );
  expect(first?.id).toBe('question-2');
  expect(listOf(branchOf(first?.field).options).map((each) => branchOf(each).value)).toEqual([
    'option-2',
    'option-1',
  ]);
  expect(second?.id).toBe('question-1');
});

test('conditions about what was removed go with it', () => {
  const name = { id: 'name', title: '名称', field: { type: 'date' } };
  const [, asked] = questionsOf(who, { ...name, when: [{ question: 'who', oneOf: ['org', 'gone'] }] });
  expect(asked?.when).toEqual([{ question: 'who', oneOf: ['org'] }]);
  expect(questionsOf({ ...name, when: [{ question: 'who', oneOf: ['org'] }] })).toEqual([name]);
  const clocks = [{ when: { question: 'gone', oneOf: ['a'] }, supplement: { n: 7, unit: 'workday' } }];
  expect(tidyForm({ questions: [who], clocks }).clocks).toEqual([{ supplement: { n: 7, unit: 'workday' } }]);
});

test('a stop without words is none', () => {
  const options = [
    { value: 'a', label: '甲', stop: { title: '', text: [] } },
    { value: 'b', label: '乙' },
  ];
  const [only] = questionsOf({ ...who, field: { type: 'choice', options } });
  expect(listOf(branchOf(only?.field).options)[0]).toEqual({ value: 'a', label: '甲' });
});
