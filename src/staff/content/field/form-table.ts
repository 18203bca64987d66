import { choicesOf, type Field, type Section } from './spec.ts';

/** 表单: read and compared here; edited in content files until there is a form builder. */
const option: readonly Field[] = [
  { key: 'label', label: '选项', as: 'line', max: 40 },
  { key: 'hint', label: '说明', as: 'line', max: 80, isOptional: true },
  { key: 'value', label: '短名', as: 'line', max: 60 },
  {
    key: 'stop',
    label: '选了就不再往下填',
    as: 'group',
    isOptional: true,
    fields: [
      { key: 'title', label: '标题', as: 'line', max: 40 },
      { key: 'text', label: '文字', one: '句', as: 'lines', max: 160 },
    ],
  },
];

const condition: readonly Field[] = [
  { key: 'question', label: '问题', as: 'inner' },
  { key: 'oneOf', label: '答的是', one: '个', as: 'lines', max: 60 },
];

const duration: readonly Field[] = [{ key: 'limit', label: '期限', as: 'duration' }];

const question: readonly Field[] = [
  { key: 'title', label: '问题', as: 'line', max: 30 },
  { key: 'hint', label: '提示', as: 'line', max: 80, isOptional: true },
  { key: 'why', label: '为什么问', as: 'line', max: 100, isOptional: true },
  { key: 'required', label: '必答', as: 'yes' },
  {
    key: 'field',
    label: '怎么答',
    as: 'group',
    fields: [
      {
        key: 'type',
        label: '方式',
        as: 'pick',
        choices: choicesOf({
          choice: '选一项',
          choices: '选几项',
          text: '一行字',
          'long-text': '一段话',
          phone: '电话',
          email: '电子邮箱',
          postcode: '邮政编码',
          date: '日期',
          'id-number': '证件号码',
          'credit-code': '统一社会信用代码',
          declaration: '声明',
        }),
      },
      { key: 'options', label: '选项', one: '选项', as: 'rows', isOptional: true, fields: option, blank: {} },
      { key: 'min', label: '至少', as: 'number', isOptional: true },
      { key: 'max', label: '至多', as: 'number', isOptional: true },
      { key: 'text', label: '声明', one: '句', as: 'lines', max: 160, isOptional: true },
      { key: 'agree', label: '同意的话', as: 'line', max: 20, isOptional: true },
      { key: 'suggestions', label: '可以点的词', one: '词', as: 'lines', max: 20, isOptional: true },
      { key: 'checkWhen', label: '什么时候核对号码', as: 'group', isOptional: true, fields: condition },
    ],
  },
  {
    key: 'when',
    label: '什么时候才问',
    one: '条件',
    as: 'rows',
    isOptional: true,
    fields: condition,
    blank: {},
  },
  { key: 'sensitivity', label: '敏感程度（0 至 3）', as: 'number' },
  { key: 'id', label: '短名', as: 'line', max: 60 },
];

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
      { key: 'intro', label: '开头的话', one: '句', as: 'lines', max: 160 },
      { key: 'minutes', label: '大约要几分钟', as: 'number' },
    ],
  },
  {
    id: 'questions',
    title: '问题',
    fields: [
      { key: 'questions', label: '问题', one: '问题', as: 'rows', fields: question, blank: {} },
      {
        key: 'byStaffWhen',
        label: '什么时候是工作人员代填',
        as: 'group',
        isOptional: true,
        fields: condition,
      },
      {
        key: 'anyOf',
        label: '几题里至少答一题',
        one: '组',
        as: 'rows',
        isOptional: true,
        fields: [
          { key: 'questions', label: '问题', one: '题', as: 'lines', max: 60 },
          { key: 'say', label: '没答时说', as: 'line', max: 80 },
        ],
        blank: {},
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
        rule: '收集前要告知处理目的、方式、种类、保存期限和权利（个人信息保护法第十七条）。',
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
          { key: 'when', label: '什么时候算', as: 'group', isOptional: true, fields: condition },
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
