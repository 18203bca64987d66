import type { Block } from '../../../contract/text.ts';

/** What a screen fills in by itself, in words. */
export const partInWords = {
  catalogue: '公开目录（自动生成）',
  'guide-list': '办事指南目录（自动生成）',
  office: '公开工作机构（自动生成）',
  departments: '科室列表（自动生成）',
} as const satisfies Record<Extract<Block, { type: 'generated' }>['part'], string>;
