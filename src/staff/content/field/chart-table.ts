import type { Field, Section } from './spec.ts';

/** 流程图: a list of steps; the drawing beside it is made of them. */
const step: readonly Field[] = [
  { key: 'label', label: '步骤', hint: '做什么，一句短话：受理，给受理单', as: 'line', max: 16 },
  {
    key: 'shape',
    label: '形状',
    as: 'pick',
    choices: [
      ['start', '开始'],
      ['step', '步骤'],
      ['decision', '判断（分岔）'],
      ['end', '结束'],
    ],
  },
  {
    key: 'who',
    label: '谁来做',
    hint: '群众自己做的写“您”，图上是深色的',
    as: 'line',
    max: 20,
    isOptional: true,
    isHalf: true,
  },
  {
    key: 'limit',
    label: '多久',
    hint: '当场、2 个工作日',
    as: 'line',
    max: 20,
    isOptional: true,
    isHalf: true,
  },
  { key: 'note', label: '说明', as: 'line', max: 40, isOptional: true },
  { key: 'next', label: '下一步', as: 'inner', onlyWhen: { key: 'shape', is: ['start', 'step'] } },
  {
    key: 'branches',
    label: '分岔',
    one: '分岔',
    as: 'rows',
    onlyWhen: { key: 'shape', is: ['decision'] },
    fields: [
      { key: 'label', label: '情况', hint: '齐、不齐', as: 'line', max: 8, isHalf: true },
      { key: 'to', label: '到哪一步', as: 'inner', isHalf: true },
    ],
    blank: { label: '', to: '' },
  },
  { key: 'id', label: '短名', as: 'key' },
];

const BLANK_STEP = { label: '', shape: 'step', next: '' };

export const chartSections: readonly Section[] = [
  {
    id: 'name',
    title: '名称和说明',
    fields: [
      { key: 'title', label: '名称', as: 'line', max: 30 },
      {
        key: 'summary',
        label: '一句话说明',
        hint: '看图之前先读的：一共多久，要来几次',
        as: 'line',
        max: 80,
      },
      { key: 'guide', label: '哪个指南的', as: 'entry', kind: 'guide', isOptional: true },
    ],
  },
  {
    id: 'steps',
    title: '步骤',
    fields: [{ key: 'steps', label: '步骤', one: '一步', as: 'rows', fields: step, blank: BLANK_STEP }],
  },
  {
    id: 'sample',
    title: '示例标记',
    fields: [
      { key: 'sample', label: '是示例，还没核实', as: 'yes' },
      { key: 'updatedOn', label: '更新日期', as: 'day' },
    ],
  },
];
