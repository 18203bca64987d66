import type { Field, Section } from './spec.ts';

/** 流程图: read and compared here; edited in content files until there is a drawing beside the list. */
const step: readonly Field[] = [
  { key: 'label', label: '步骤', as: 'line', max: 16 },
  {
    key: 'shape',
    label: '形状',
    as: 'pick',
    choices: [
      ['start', '开始'],
      ['step', '步骤'],
      ['decision', '判断'],
      ['end', '结束'],
    ],
  },
  { key: 'who', label: '谁来做', as: 'line', max: 20, isOptional: true },
  { key: 'limit', label: '多久', as: 'line', max: 20, isOptional: true },
  { key: 'note', label: '说明', as: 'line', max: 40, isOptional: true },
  { key: 'next', label: '下一步', as: 'inner', isOptional: true },
  {
    key: 'branches',
    label: '分岔',
    one: '分岔',
    as: 'rows',
    isOptional: true,
    fields: [
      { key: 'label', label: '情况', as: 'line', max: 8 },
      { key: 'to', label: '到', as: 'inner' },
    ],
    blank: { label: '', to: '' },
  },
  { key: 'id', label: '短名', as: 'line', max: 60 },
];

export const chartSections: readonly Section[] = [
  {
    id: 'name',
    title: '名称和说明',
    fields: [
      { key: 'title', label: '名称', as: 'line', max: 30 },
      { key: 'summary', label: '一句话说明', as: 'line', max: 80 },
      { key: 'guide', label: '哪个指南的', as: 'entry', kind: 'guide', isOptional: true },
    ],
  },
  {
    id: 'steps',
    title: '步骤',
    fields: [{ key: 'steps', label: '步骤', one: '步骤', as: 'rows', fields: step, blank: {} }],
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
