import type { Question } from '../../../contract/form.ts';
import { choicesOf, type Field, type Section } from './spec.ts';
import type { Branch } from './tree.ts';

/** 表单: one question a screen. How an answer is given decides what else there is to say. */

/** The ways of answering. */
export const answerWays = {
  choice: '选一项',
  choices: '选几项',
  text: '一行字',
  'long-text': '一段话',
  phone: '电话',
  email: '电子邮箱',
  postcode: '邮政编码',
  date: '日期',
  place: '村、社区（从大厅设置里的名单点）',
  department: '科室（从大厅的科室点）',
  signature: '手写签名（也可以打字写姓名）',
  'id-number': '证件号码',
  'credit-code': '统一社会信用代码',
  declaration: '声明',
} as const satisfies Record<Question['field']['type'], string>;

const option: readonly Field[] = [
  { key: 'label', label: '选项', as: 'line', max: 40, isHalf: true },
  { key: 'hint', label: '说明', as: 'line', max: 80, isOptional: true, isHalf: true },
  { key: 'value', label: '短名', as: 'key' },
  {
    key: 'stop',
    label: '选了就不再往下填（两样都空着，就接着填）',
    as: 'group',
    isOptional: true,
    fields: [
      { key: 'title', label: '标题', hint: '请直接向纪检监察机关反映', as: 'line', max: 40 },
      { key: 'text', label: '文字', one: '句', as: 'lines', max: 160 },
    ],
  },
];

const conditionOf = (isOptional: boolean): readonly Field[] => [
  { key: 'question', label: '看哪一题', as: 'inner', ...(isOptional ? { isOptional } : {}) },
  { key: 'oneOf', label: '答的是这些之一', as: 'answers', of: 'question' },
];
const standingAlone = conditionOf(true);

const duration: readonly Field[] = [{ key: 'limit', label: '期限', as: 'duration' }];

const TYPED = ['text', 'long-text'];

const way: readonly Field[] = [
  { key: 'type', label: '方式', as: 'pick', choices: choicesOf(answerWays) },
  {
    key: 'options',
    label: '选项',
    one: '一个选项',
    as: 'rows',
    onlyWhen: { key: 'type', is: ['choice', 'choices'] },
    fields: option,
    blank: { label: '' },
  },
  {
    key: 'min',
    label: '至少几个（字、项）',
    as: 'number',
    isThird: true,
    onlyWhen: { key: 'type', is: ['choices', ...TYPED] },
  },
  {
    key: 'max',
    label: '至多几个（字、项）',
    as: 'number',
    isThird: true,
    onlyWhen: { key: 'type', is: ['choices', ...TYPED] },
  },
  {
    key: 'text',
    label: '声明的话',
    one: '句',
    as: 'lines',
    max: 160,
    onlyWhen: { key: 'type', is: ['declaration'] },
  },
  {
    key: 'agree',
    label: '同意的话',
    as: 'line',
    max: 20,
    onlyWhen: { key: 'type', is: ['declaration'] },
  },
  {
    key: 'suggestions',
    label: '可以点的词，不用打字',
    one: '一个词',
    as: 'lines',
    max: 20,
    isOptional: true,
    onlyWhen: { key: 'type', is: TYPED },
  },
  {
    key: 'phrases',
    label: '常用的话，点一下就写进去',
    hint: '按事分组，一句说一件事，群众点了还能改',
    one: '一组',
    as: 'rows',
    isOptional: true,
    onlyWhen: { key: 'type', is: ['long-text'] },
    fields: [
      { key: 'about', label: '什么事', hint: '办事态度', as: 'line', max: 8 },
      { key: 'say', label: '话', one: '一句', as: 'lines', max: 40 },
    ],
    blank: { about: '', say: [''] },
  },
  {
    key: 'range',
    label: '能选哪些日子',
    as: 'pick',
    choices: choicesOf({ 'until-today': '今天和以前', 'from-today': '今天和以后' }),
    isOptional: true,
    onlyWhen: { key: 'type', is: ['date'] },
  },
  {
    key: 'checkWhen',
    label: '什么时候核对校验码（不选就不核对）',
    as: 'group',
    isOptional: true,
    onlyWhen: { key: 'type', is: ['id-number'] },
    fields: standingAlone,
  },
];

const question: readonly Field[] = [
  { key: 'title', label: '问题', as: 'line', max: 30 },
  { key: 'hint', label: '提示', as: 'line', max: 80, isOptional: true },
  {
    key: 'why',
    label: '为什么问',
    as: 'line',
    max: 100,
    isOptional: true,
  },
  { key: 'required', label: '必答', as: 'yes' },
  { key: 'field', label: '怎么答', as: 'group', fields: way },
  {
    key: 'when',
    label: '什么时候才问（几条要同时符合）',
    one: '条件',
    as: 'rows',
    isOptional: true,
    fields: conditionOf(false),
    blank: { question: '', oneOf: [] },
  },
  {
    key: 'sensitivity',
    label: '敏感程度',
    as: 'pick',
    isNumber: true,
    choices: [
      ['0', '可以公开'],
      ['1', '内部'],
      ['2', '个人信息'],
      ['3', '敏感个人信息'],
    ],
  },
  { key: 'id', label: '短名', as: 'key' },
];

export const BLANK_QUESTION: Branch = {
  title: '',
  field: { type: 'choice', options: [{ label: '' }, { label: '' }] },
  required: true,
  sensitivity: 1,
};

export const formSections: readonly Section[] = [
  {
    id: 'name',
    title: '名称和说明',
    fields: [
      { key: 'title', label: '名称', as: 'line', max: 30 },
      {
        key: 'purpose',
        label: '用来做什么',
        as: 'pick',
        choices: [
          ['disclosure-request', '依申请公开'],
          ['complaint', '投诉咨询'],
          ['opinion', '意见建议'],
        ],
      },
      {
        key: 'department',
        label: '归哪个科室',
        hint: '不选就是全大厅的，各科室都能改，由不分科室的负责人复审。',
        as: 'pick',
        choices: 'departments',
        isOptional: true,
        isHalf: true,
      },
      { key: 'intro', label: '开头的话', one: '句', as: 'lines', max: 160 },
      { key: 'minutes', label: '大约要几分钟', as: 'number' },
    ],
  },
  {
    id: 'questions',
    title: '问题',
    fields: [
      { key: 'questions', label: '问题', one: '问题', as: 'rows', fields: question, blank: BLANK_QUESTION },
      {
        key: 'byStaffWhen',
        label: '什么时候是工作人员代填',
        as: 'group',
        isOptional: true,
        fields: standingAlone,
      },
      {
        key: 'anyOf',
        label: '几题里至少答一题',
        one: '组',
        as: 'rows',
        isOptional: true,
        fields: [
          { key: 'questions', label: '这些题', as: 'inners' },
          { key: 'say', label: '没答时说', as: 'line', max: 80 },
        ],
        blank: { questions: [], say: '' },
      },
    ],
  },
  {
    id: 'notice',
    title: '个人信息告知',
    fields: [
      {
        key: 'notice',
        label: '告知书',
        as: 'group',
        fields: [
          { key: 'version', label: '版本', as: 'line', max: 20 },
          { key: 'purpose', label: '目的', as: 'line', max: 120 },
          { key: 'basis', label: '依据', as: 'line', max: 120 },
          { key: 'kinds', label: '种类', as: 'line', max: 120 },
          { key: 'retention', label: '保存期限', as: 'line', max: 80 },
          { key: 'rights', label: '权利', as: 'line', max: 160 },
          { key: 'contact', label: '联系', as: 'line', max: 80 },
        ],
      },
    ],
  },
  {
    id: 'clocks',
    title: '期限和下一步',
    fields: [
      {
        key: 'clocks',
        label: '期限',
        one: '期限',
        as: 'rows',
        fields: [
          { key: 'when', label: '什么时候算', as: 'group', isOptional: true, fields: standingAlone },
          { key: 'promised', label: '承诺', as: 'duration', isOptional: true },
          { key: 'promises', label: '到那天做什么', as: 'line', max: 40, isOptional: true },
          {
            key: 'statutory',
            label: '法定',
            as: 'group',
            isOptional: true,
            fields: [...duration, { key: 'basis', label: '依据', as: 'line', max: 80 }],
          },
          { key: 'supplement', label: '补正', as: 'duration', isOptional: true },
        ],
        blank: {},
      },
      { key: 'nextSteps', label: '接下来会怎样', one: '句', as: 'lines', max: 120 },
      { key: 'sample', label: '是示例，还没核实', as: 'yes' },
      { key: 'updatedOn', label: '更新日期', as: 'day' },
    ],
  },
];
