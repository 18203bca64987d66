import { pageSections as sections } from '../../../contract/page.ts';
import { attachmentSection } from './attachment-section.ts';
import { choices, type Section } from './spec.ts';

/** A standing page: 公开指南 (条例 Art. 12), 制度, 机构职能. */
export const pageSections: readonly Section[] = [
  {
    id: 'name',
    title: '名称和说明',
    fields: [
      { key: 'title', label: '名称', as: 'line', max: 40, isHalf: true },
      { key: 'section', label: '放在哪一栏', as: 'pick', choices: choices(sections), isHalf: true },
      {
        key: 'department',
        label: '归哪个科室',
        hint: '不选就是全大厅的，各科室都能改，由不分科室的负责人复审。',
        as: 'pick',
        choices: 'departments',
        isOptional: true,
        isHalf: true,
      },
      { key: 'summary', label: '一句话说明', as: 'prose', max: 120, lines: 2 },
    ],
  },
  {
    id: 'body',
    title: '正文',
    fields: [
      {
        key: 'body',
        label: '正文',
        hint: '像在 Word 里一样写。从 Word、WPS 粘贴进来，表格和标题会留着。',
        as: 'blocks',
      },
    ],
  },
  attachmentSection,
  {
    id: 'sample',
    title: '示例标记和来源',
    fields: [
      { key: 'sample', label: '是示例，还没核实', as: 'yes' },
      { key: 'updatedOn', label: '更新日期', as: 'day', isHalf: true },
      { key: 'source', label: '来源', as: 'line', max: 200, isOptional: true },
    ],
  },
];
