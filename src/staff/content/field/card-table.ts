import { MAX_BRING } from '../../../contract/card.ts';
import type { Section } from './spec.ts';

/** 便民卡片: what fits on a piece of paper. */
export const cardSections: readonly Section[] = [
  {
    id: 'name',
    title: '卡片',
    fields: [
      { key: 'title', label: '名称', as: 'line', max: 24, isHalf: true },
      { key: 'guide', label: '扫码看哪个指南', as: 'entry', kind: 'guide', isOptional: true, isHalf: true },
      {
        key: 'bring',
        label: '带什么',
        hint: `最多 ${MAX_BRING} 行，每行 28 字以内`,
        one: '一样',
        as: 'lines',
        max: 28,
      },
    ],
  },
  {
    id: 'facts',
    title: '去哪、多久、多少钱',
    fields: [
      { key: 'where', label: '去哪办', as: 'line', max: 60 },
      { key: 'when', label: '什么时候', as: 'line', max: 60 },
      { key: 'howLong', label: '多久办好', as: 'line', max: 40, isHalf: true },
      { key: 'cost', label: '多少钱', as: 'line', max: 40, isHalf: true },
      { key: 'phone', label: '电话', as: 'line', max: 30, isHalf: true },
      { key: 'note', label: '提醒', as: 'line', max: 60, isOptional: true },
    ],
  },
  {
    id: 'sample',
    title: '示例标记',
    fields: [
      { key: 'sample', label: '是示例，还没核实', as: 'yes' },
      { key: 'updatedOn', label: '更新日期', as: 'day', isHalf: true },
    ],
  },
];
