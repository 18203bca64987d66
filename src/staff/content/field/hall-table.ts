import { accents, withAccent } from '../../../contract/accent.ts';
import { topics } from '../../../contract/topic.ts';
import { attractField, tidyAttract } from './attract-table.ts';
import { englishSection } from './english-section.ts';
import { withKeys } from './inner.ts';
import { choices, choicesOf, type Field, type Section } from './spec.ts';
import { type Branch, isSame, listOf } from './tree.ts';

/** 大厅设置: what is true of the whole hall. The code and the template of index numbers are no matter of the desk. */

const hours: readonly Field[] = [
  { key: 'season', label: '叫什么', hint: '夏季、冬季、全年', as: 'line', max: 10, isThird: true },
  { key: 'from', label: '从哪天', hint: '05-01', as: 'line', max: 5, isThird: true },
  { key: 'until', label: '到哪天', hint: '09-30', as: 'line', max: 5, isThird: true },
  { key: 'days', label: '哪几天', hint: '周一至周五', as: 'line', max: 20, isHalf: true },
  { key: 'times', label: '几点', hint: '8:30–11:30，13:30–17:00', as: 'line', max: 60, isHalf: true },
];

const person: readonly Field[] = [
  { key: 'name', label: '姓名', as: 'line', max: 20, isHalf: true },
  { key: 'post', label: '职务', hint: '所长、窗口工作人员', as: 'line', max: 30, isHalf: true },
  { key: 'duty', label: '管什么', as: 'line', max: 60, isOptional: true, isHalf: true },
  { key: 'phone', label: '电话', as: 'line', max: 20, isOptional: true, isHalf: true },
];

const department: readonly Field[] = [
  { key: 'name', label: '科室', as: 'line', max: 30, isHalf: true },
  { key: 'phone', label: '电话', as: 'line', max: 20, isOptional: true, isHalf: true },
  { key: 'window', label: '窗口', as: 'line', max: 30, isOptional: true, isHalf: true },
  { key: 'duties', label: '职责', as: 'prose', max: 200, isOptional: true },
  {
    key: 'people',
    label: '人员',
    hint: '屏幕上照这个顺序显示。登之前先告诉本人，写办公电话，不写手机',
    one: '一个人',
    as: 'rows',
    isOptional: true,
    fields: person,
    blank: { name: '', post: '' },
  },
  { key: 'id', label: '短名', as: 'key' },
];

const notice: readonly Field[] = [
  { key: 'text', label: '通知', hint: '一句话，首页上显示', as: 'line', max: 80 },
  { key: 'from', label: '从哪天起', as: 'day', isHalf: true },
  { key: 'until', label: '到哪天止（当天还显示）', as: 'day', isHalf: true },
];

const office: readonly Field[] = [
  { key: 'name', label: '名称', as: 'line', max: 40, isHalf: true },
  { key: 'phone', label: '电话', as: 'line', max: 20, isHalf: true },
  { key: 'address', label: '地址', as: 'line', max: 100 },
  { key: 'postcode', label: '邮政编码', as: 'line', max: 6, isThird: true },
  { key: 'fax', label: '传真', as: 'line', max: 20, isOptional: true, isThird: true },
  { key: 'email', label: '电子邮箱', as: 'line', max: 80, isOptional: true, isThird: true },
];

export const hallSections: readonly Section[] = [
  {
    id: 'notices',
    title: '首页通知',
    fields: [
      {
        key: 'notices',
        label: '通知',
        hint: '过了最后一天，屏幕自己收起来，断网也收',
        one: '通知',
        as: 'rows',
        fields: notice,
        blank: { text: '', from: '', until: '' },
      },
    ],
  },
  {
    id: 'home',
    title: '首页和主色',
    fields: [
      {
        key: 'homeTopics',
        label: '首页的事情',
        hint: '从上到下就是屏幕上的顺序；没有指南的不显示',
        as: 'order',
        choices: Object.entries(topics).map(([id, { title }]) => [id, title] as const),
      },
      {
        key: 'accent',
        label: '主色',
        hint: '屏幕上能点的都是这个颜色。每一种都核过看得清；红色留给危险和印章',
        as: 'swatch',
        choices: choicesOf(accents),
      },
    ],
  },
  { id: 'attract', title: '没人用屏幕的时候', fields: [attractField] },
  {
    id: 'name',
    title: '名称和电话',
    fields: [
      { key: 'hallName', label: '大厅名称', as: 'line', max: 40, isHalf: true },
      { key: 'helpAt', label: '找谁帮忙', hint: '1 号窗口', as: 'line', max: 30, isHalf: true },
      { key: 'hotline', label: '大厅电话', as: 'line', max: 20, isHalf: true },
      { key: 'superviseLine', label: '监督电话', as: 'line', max: 20, isHalf: true },
      { key: 'areaCode', label: '区号', as: 'line', max: 5, isThird: true },
      { key: 'name', label: '乡镇', as: 'line', max: 30, isThird: true },
      { key: 'place', label: '在哪里', as: 'line', max: 60 },
      { key: 'government', label: '政府全称', as: 'line', max: 60, isHalf: true },
      { key: 'countyGovernment', label: '县级政府全称', as: 'line', max: 60, isHalf: true },
      { key: 'creditCode', label: '统一社会信用代码', as: 'line', max: 18, isOptional: true, isHalf: true },
      {
        key: 'publicUrl',
        label: '公网网址（二维码用）',
        as: 'line',
        max: 200,
        isOptional: true,
        isHalf: true,
      },
    ],
  },
  {
    id: 'hours',
    title: '办公时间',
    fields: [
      {
        key: 'hours',
        label: '办公时间',
        one: '一段时间',
        as: 'rows',
        fields: hours,
        blank: { season: '', from: '', until: '', days: '', times: '' },
      },
    ],
  },
  {
    id: 'office',
    title: '信息公开工作机构',
    fields: [
      {
        key: 'office',
        label: '工作机构',
        as: 'group',
        fields: office,
      },
    ],
  },
  {
    id: 'departments',
    title: '科室',
    fields: [
      {
        key: 'departments',
        label: '科室',
        one: '一个科室',
        as: 'rows',
        fields: department,
        blank: { name: '' },
      },
    ],
  },
  {
    id: 'villages',
    title: '村和社区',
    fields: [
      {
        key: 'villages',
        label: '村、社区',
        hint: '表单里问在哪儿的时候，群众从这里点，不用打字',
        one: '一个村',
        as: 'lines',
        max: 20,
        isOptional: true,
      },
    ],
  },
  {
    id: 'terms',
    title: '难懂的词',
    fields: [
      {
        key: 'terms',
        label: '难懂的词',
        hint: '这个词在一页里第一次出现时，群众点一下就看到解释',
        one: '一个词',
        as: 'rows',
        isOptional: true,
        fields: [
          { key: 'term', label: '词', hint: '依申请公开', as: 'line', max: 12, isHalf: true },
          { key: 'source', label: '出自哪一条', as: 'line', max: 40, isOptional: true, isHalf: true },
          { key: 'say', label: '大白话', hint: '一句最多 25 字', as: 'prose', max: 80, lines: 2 },
        ],
        blank: { term: '', say: '' },
      },
    ],
  },
  {
    id: 'categories',
    title: '信息分类',
    fields: [
      {
        key: 'categories',
        label: '信息分类',
        one: '一类',
        as: 'rows',
        fields: [
          { key: 'label', label: '名称', as: 'line', max: 20, isHalf: true },
          { key: 'hint', label: '说明', as: 'line', max: 60, isOptional: true, isHalf: true },
          { key: 'id', label: '短名', as: 'key' },
        ],
        blank: { label: '' },
      },
      {
        key: 'sample',
        label: '哪些还是示例，没核实',
        as: 'picks',
        choices: choicesOf({
          office: '工作机构',
          hours: '办公时间',
          departments: '科室',
          creditCode: '统一社会信用代码',
          phones: '电话',
        }),
      },
      { key: 'code', label: '区划代码', as: 'pick', choices: choices([]) },
      { key: 'indexTemplate', label: '索引号的编法', as: 'pick', choices: choices([]) },
    ],
  },
  englishSection,
];

/** What stands once for all is not asked. */
const FIXED = ['code', 'indexTemplate'];

export const askedHallSections: readonly Section[] = hallSections.map((section) => ({
  ...section,
  fields: section.fields.filter(({ key }) => !FIXED.includes(key)),
}));

/** Settings as they are shown and compared. */
export const spokenHall = (hall: unknown): Branch => withAccent(hall as Branch);

export const tidyHall = (written: Branch): Branch => {
  const hall = tidyAttract(written);
  const tidy = {
    ...hall,
    departments: withKeys(listOf(hall.departments), 'id', 'department'),
    categories: withKeys(listOf(hall.categories), 'id', 'category'),
  };
  return isSame(tidy, hall) ? hall : tidy;
};
