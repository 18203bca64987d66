import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { asksWho, departmentsFor } from './find-department.ts';
import type { Hall } from './hall.ts';

const path = new URL('../server/demo-hall/hall.yaml', import.meta.url);
const { departments } = parse(readFileSync(path, 'utf8')) as Hall;
const names = (query: string, behind: readonly string[] = []): readonly string[] =>
  departmentsFor(departments, query, { behind }).map(({ department }) => department.name);

describe('who answers for a thing', () => {
  test.each([
    ['低保 谁管', '民政办'],
    ['低保谁管', '民政办'],
    ['请问低保归谁管', '民政办'],
    ['社保找谁', '社会保障所'],
    ['医保 哪个窗口', '医疗保障服务窗口'],
    ['残疾人证', '残联'],
    ['残联电话', '残联'],
    ['民政办', '民政办'],
    ['5 号窗口', '民政办'],
    ['宅基地 电话', '农业农村办'],
    ['王某某', '党政办公室'],
    ['王某某 电话', '党政办公室'],
    ['主任', '党政办公室'],
    ['窗口工作人员', '党政办公室'],
    ['咨询引导', '党政办公室'],
    ['防汛', '应急办'],
  ])('%s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  test.each(['', '谁管', '量子计算', '养老金怎么领', '的', '。', '办'])('nobody: %j', (query) => {
    expect(names(query)).toEqual([]);
  });

  test('the people who were meant come along, by name, post or duty', () => {
    const people = (query: string) => departmentsFor(departments, query)[0]?.people.map(({ post }) => post);
    expect(people('主任')).toEqual(['主任']);
    expect(people('投诉受理')).toEqual(['窗口工作人员']);
    expect(people('党政办')).toEqual([]);
  });

  test('who is behind the guides found counts where somebody asks who, after what is named', () => {
    expect(names('盖房 谁管', ['nongye'])).toEqual(['农业农村办']);
    expect(names('盖房', ['nongye'])).toEqual([]);
    expect(names('低保 谁管', ['nongye'])).toEqual(['民政办', '农业农村办']);
  });

  test('a short word in another order is none, and loose likeness gives way to what is named', () => {
    expect(names('保医 谁管')).toEqual([]);
    expect(names('社保 谁管')).toEqual(['社会保障所']);
  });

  test('where nothing else is asked, short words need no such word', () => {
    expect(names('医保')).toEqual([]);
    expect(departmentsFor(departments, '医保', { isAsked: true })[0]?.department.name).toBe(
      '医疗保障服务窗口',
    );
  });

  test('letters are heard, where there is something to hear', () => {
    const heard = (id: string, letters: string): boolean => id === 'minzheng' && letters === 'mzb';
    const names = (query: string) =>
      departmentsFor(departments, query, { heard }).map(({ department }) => department.name);
    expect(names('mzb')).toEqual(['民政办']);
    expect(names('MZB')).toEqual(['民政办']);
    expect(names('xyz')).toEqual([]);
  });

  test('what asks who', () => {
    for (const query of ['低保谁管', '低保归谁管', '社保局电话多少', '哪个窗口办', '几号窗口'])
      expect(asksWho(query), query).toBe(true);
    for (const query of ['低保', '怎么办身份证', '办电']) expect(asksWho(query), query).toBe(false);
  });
});
