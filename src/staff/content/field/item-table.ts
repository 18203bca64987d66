import { Item, itemGenres } from '../../../contract/item.ts';
import { audienceIds, audiences } from '../../../contract/topic.ts';
import { attachmentSection } from './attachment-section.ts';
import { choices, type Section } from './spec.ts';

/** What a field may be stands in the schema alone. */
const { entries: of } = Item;

/** 公开信息, with the metadata of 《政府信息公开目录系统实施指引（试行）》. */
export const itemSections: readonly Section[] = [
  {
    id: 'name',
    title: '名称和概述',
    fields: [
      { key: 'title', label: '信息名称', as: 'line', max: 120 },
      { key: 'docNo', label: '文号', as: 'line', max: 40, isOptional: true, isHalf: true },
      {
        key: 'formedOn',
        label: '成文日期',
        as: 'day',
        isHalf: true,
      },
      { key: 'summary', label: '内容概述', as: 'prose', max: 300, lines: 3 },
      { key: 'keywords', label: '关键词', hint: '一行一个', as: 'words' },
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
      {
        key: 'editorNote',
        label: '编者说明',
        hint: '读的人要知道的，例如：原文缺字，照录',
        as: 'prose',
        max: 400,
        lines: 2,
        isOptional: true,
      },
    ],
  },
  attachmentSection,
  {
    id: 'catalogue',
    title: '目录信息',
    fields: [
      { key: 'department', label: '本乡科室', as: 'pick', choices: 'departments', isHalf: true },
      { key: 'category', label: '信息分类', as: 'pick', choices: 'categories', isHalf: true },
      { key: 'publisher', label: '发布机构', as: 'line', max: 60, isHalf: true },
      { key: 'originOrg', label: '产生机构', as: 'line', max: 60, isOptional: true, isHalf: true },
      { key: 'genre', label: '体裁', as: 'pick', choices: choices(itemGenres), isHalf: true },
      {
        key: 'format',
        label: '信息格式',
        as: 'pick',
        choices: choices(of.format.wrapped.options),
        isOptional: true,
        isHalf: true,
      },
      { key: 'language', label: '语种', as: 'line', max: 20, isOptional: true, isHalf: true },
      {
        key: 'audiences',
        label: '服务对象',
        as: 'picks',
        choices: audienceIds.map((each) => [each, audiences[each]]),
        isOptional: true,
      },
      { key: 'topicClass', label: '主题分类', as: 'line', max: 30, isOptional: true, isHalf: true },
      {
        key: 'legalClause',
        label: '按哪一条公开',
        hint: '例如：第二十条第七项',
        as: 'line',
        max: 40,
        isOptional: true,
        isHalf: true,
      },
      { key: 'standardField', label: '试点领域', as: 'line', max: 20, isOptional: true, isHalf: true },
      {
        key: 'publishedOn',
        label: '首次公开日期',
        hint: '以前在别处公开过的才填',
        as: 'day',
        isOptional: true,
        isHalf: true,
      },
      { key: 'effectiveOn', label: '生效日期', as: 'day', isOptional: true, isHalf: true },
      { key: 'abolishedOn', label: '废止日期', as: 'day', isOptional: true, isHalf: true },
      {
        key: 'validity',
        label: '效力',
        as: 'pick',
        choices: choices(of.validity.options),
        isHalf: true,
      },
      {
        key: 'limitWorkdays',
        label: '公开时限',
        as: 'number',
        unit: '个工作日',
        isOptional: true,
        isHalf: true,
      },
      { key: 'replaces', label: '代替哪一条', as: 'entry', kind: 'item', isOptional: true },
      {
        key: 'period',
        label: '公示期',
        as: 'group',
        isOptional: true,
        fields: [
          { key: 'from', label: '从', as: 'day', isHalf: true },
          { key: 'until', label: '到', as: 'day', isHalf: true },
        ],
      },
    ],
  },
  {
    id: 'disclosure',
    title: '公开属性',
    fields: [
      {
        key: 'disclosureWay',
        label: '公开方式',
        as: 'pick',
        choices: choices(of.disclosureWay.options),
        isHalf: true,
      },
      { key: 'scope', label: '公开范围', as: 'pick', choices: choices(of.scope.options), isHalf: true },
      {
        key: 'personalData',
        label: '个人信息',
        as: 'pick',
        choices: choices(of.personalData.options),
        isHalf: true,
      },
    ],
  },
  {
    id: 'figures',
    title: '里面的数字',
    fields: [
      {
        key: 'figures',
        label: '数字',
        hint: '单独列出来，方便查找和比较',
        one: '数字',
        as: 'rows',
        fields: [
          { key: 'label', label: '是什么', as: 'line', max: 40, isThird: true },
          { key: 'value', label: '数', as: 'number', isThird: true },
          { key: 'unit', label: '单位', as: 'line', max: 10, isThird: true },
        ],
        blank: { label: '', value: '', unit: '' },
      },
    ],
  },
  {
    id: 'sample',
    title: '示例标记和来源',
    fields: [
      { key: 'sample', label: '是示例，还没核实', as: 'yes' },
      { key: 'source', label: '来源', as: 'line', max: 200, isOptional: true },
    ],
  },
];
