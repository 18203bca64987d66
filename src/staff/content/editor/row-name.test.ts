import { expect, test } from 'vitest';
import type { Field } from '../field/spec.ts';
import { nameOfRow } from './row-name.ts';

const fields: readonly Field[] = [
  { key: 'title', label: '问题', as: 'line', max: 60 },
  { key: 'hint', label: '提示', as: 'line', max: 60, isOptional: true },
  {
    key: 'sensitivity',
    label: '敏感程度',
    as: 'pick',
    isNumber: true,
    choices: [
      ['0', '可以公开'],
      ['1', '内部'],
    ],
  },
];
const name = (row: object): string => nameOfRow({ fields, one: '问题' }, { sensitivity: 1, ...row });

test('a row is called by what is written in it, and by its choices in words', () => {
  expect(name({ title: '您的姓名', hint: '照身份证写' })).toBe('您的姓名 · 照身份证写 · 内部');
});

test('a row in which nothing is written is a new one, whatever is chosen for it at the start', () => {
  expect(name({ title: '' })).toBe('新的问题');
});

test('a row that is a term is called by it', () => {
  const clock: readonly Field[] = [
    { key: 'promised', label: '承诺', as: 'duration' },
    { key: 'supplement', label: '补正', as: 'duration', isOptional: true },
  ];
  const promised = { n: 5, unit: 'workday', note: '回电话' };
  expect(nameOfRow({ fields: clock, one: '期限' }, { promised })).toBe('承诺 5 个工作日（回电话）');
  expect(nameOfRow({ fields: clock, one: '期限' }, {})).toBe('新的期限');
});
