import { Guide, type GuideElement, guideElements, Material, Place } from '../../../contract/guide.ts';
import { audiences, topics } from '../../../contract/topic.ts';
import { choices, choicesOf, type Field, type Section } from './spec.ts';

/** 办事指南 (GB/T 39554.2-2020; 条例 Art. 20(5)). */

/** What a field may be stands in the schema alone. */
const { entries: of } = Guide;

const elementInWords = {
  summary: '一句话说明',
  conditions: '条件',
  materials: '材料',
  forms: '要填的表',
  places: '地点和时间',
  time: '时限',
  fee: '收费',
  visits: '跑几次',
  result: '结果',
  legalBasis: '依据',
  faq: '常见问题',
  consult: '咨询电话',
  complaint: '投诉电话',
  remedy: '复议诉讼',
  handler: '办理单位',
  codes: '事项编码',
  chart: '流程图',
} as const satisfies Record<GuideElement, string>;

const material: readonly Field[] = [
  { key: 'name', label: '材料名称', as: 'line', max: 60, isHalf: true },
  {
    key: 'note',
    label: '屏幕上的短说明',
    hint: '例如：原件，看后退还',
    as: 'line',
    max: 40,
    isOptional: true,
    isHalf: true,
  },
  {
    key: 'type',
    label: '原件还是复印件',
    as: 'pick',
    choices: choices(Material.entries.type.options),
    isThird: true,
  },
  {
    key: 'necessity',
    label: '必要性',
    as: 'pick',
    choices: choices(Material.entries.necessity.options),
    isThird: true,
  },
  {
    key: 'condition',
    label: '什么情况才要',
    hint: '例如：由他人代办时',
    as: 'line',
    max: 80,
    isOptional: true,
    isThird: true,
  },
  {
    key: 'kind',
    label: '种类',
    as: 'pick',
    choices: choices(Material.entries.kind.options),
    isThird: true,
  },
  {
    key: 'source',
    label: '从哪儿来',
    as: 'pick',
    choices: choices(Material.entries.source.options),
    isThird: true,
  },
  {
    key: 'form',
    label: '形式',
    as: 'pick',
    choices: choices(Material.entries.form.wrapped.options),
    isOptional: true,
    isThird: true,
  },
  { key: 'originals', label: '原件份数', as: 'number', isOptional: true, isThird: true },
  { key: 'copies', label: '复印件份数', as: 'number', isOptional: true, isThird: true },
  { key: 'sourceNote', label: '来源说明', as: 'line', max: 80, isOptional: true, isThird: true },
  { key: 'acceptance', label: '受理标准', as: 'line', max: 160, isOptional: true, isHalf: true },
  { key: 'basis', label: '要求它的依据', as: 'line', max: 120, isOptional: true, isHalf: true },
];

const place: readonly Field[] = [
  { key: 'name', label: '地点名称', as: 'line', max: 60, isHalf: true },
  { key: 'address', label: '地址', as: 'line', max: 100, isHalf: true },
  { key: 'window', label: '窗口', as: 'line', max: 40, isOptional: true, isHalf: true },
  { key: 'phone', label: '电话', as: 'line', max: 30, isOptional: true, isHalf: true },
  { key: 'hours', label: '办公时间', hint: '冬夏不同的，一起写明', as: 'line', max: 120, isHalf: true },
  {
    key: 'kind',
    label: '种类',
    as: 'pick',
    choices: choices(Place.entries.kind.options),
    isHalf: true,
  },
];

const contact: readonly Field[] = [
  { key: 'phone', label: '电话', as: 'line', max: 30, isHalf: true },
  { key: 'address', label: '地址', as: 'line', max: 100, isOptional: true, isHalf: true },
];

const feeItem: readonly Field[] = [
  { key: 'name', label: '收费项目', as: 'line', max: 60, isHalf: true },
  { key: 'standard', label: '标准', hint: '例如：每证 20 元', as: 'line', max: 100, isHalf: true },
  { key: 'basis', label: '收费依据', as: 'line', max: 160 },
  { key: 'reduction', label: '减免', as: 'line', max: 160, isOptional: true },
];

export const guideSections: readonly Section[] = [
  {
    id: 'name',
    title: '名称和说明',
    fields: [
      {
        key: 'title',
        label: '名称',
        hint: '群众怎么说就怎么写，例如：领取城乡居民养老金',
        as: 'line',
        max: 24,
        isHalf: true,
      },
      {
        key: 'officialName',
        label: '事项名称',
        hint: '权责清单上的正式名称',
        as: 'line',
        max: 60,
        isHalf: true,
      },
      {
        key: 'summary',
        label: '一句话说明',
        hint: '能得到什么、谁可以办，不超过 60 字',
        as: 'prose',
        max: 60,
        lines: 3,
        isHalf: true,
      },
      {
        key: 'aliases',
        label: '别的叫法',
        hint: '一行一个。群众搜这些词也能找到，例如：新农保',
        as: 'words',
        isHalf: true,
      },
      {
        key: 'topics',
        label: '归在哪些主题',
        as: 'picks',
        choices: Object.entries(topics).map(([id, topic]) => [id, topic.title]),
      },
      { key: 'audiences', label: '给谁看', as: 'picks', choices: choicesOf(audiences) },
    ],
  },
  {
    id: 'conditions',
    title: '谁能办',
    fields: [
      {
        key: 'conditions',
        label: '条件',
        one: '条件',
        as: 'lines',
        max: 160,
      },
      {
        key: 'clientTypes',
        label: '服务对象',
        as: 'picks',
        choices: choices(of.clientTypes.item.options),
      },
      { key: 'quantityLimit', label: '数量限制', as: 'line', max: 100, isOptional: true },
    ],
  },
  {
    id: 'materials',
    title: '带什么',
    fields: [
      {
        key: 'materials',
        label: '材料',
        one: '材料',
        as: 'rows',
        fields: material,
        blank: { name: '', kind: '证照', type: '原件', source: '政府部门核发', necessity: '必要' },
      },
      {
        key: 'forms',
        label: '要填的表',
        one: '表',
        as: 'rows',
        isOptional: true,
        fields: [
          { key: 'name', label: '表名', as: 'line', max: 60, isHalf: true },
          { key: 'note', label: '说明', as: 'line', max: 80, isOptional: true, isHalf: true },
        ],
        blank: { name: '' },
      },
    ],
  },
  {
    id: 'places',
    title: '去哪办',
    fields: [
      {
        key: 'places',
        label: '地点和时间',
        one: '地点',
        as: 'rows',
        fields: place,
        blank: { name: '', kind: '便民服务中心', address: '', hours: '' },
      },
      {
        key: 'channels',
        label: '办理形式',
        as: 'picks',
        choices: choices(of.channels.item.options),
      },
      {
        key: 'scope',
        label: '通办范围',
        as: 'pick',
        choices: choices(of.scope.wrapped.options),
        isOptional: true,
        isHalf: true,
      },
    ],
  },
  {
    id: 'time',
    title: '多久、多少钱、跑几次',
    fields: [
      {
        key: 'time',
        label: '时限',
        as: 'group',
        fields: [
          { key: 'promised', label: '承诺时限', as: 'duration' },
          { key: 'legal', label: '法定时限', as: 'duration', isOptional: true },
          {
            key: 'special',
            label: '特别程序',
            one: '程序',
            as: 'rows',
            isOptional: true,
            fields: [
              { key: 'name', label: '程序', hint: '公示、听证、勘验', as: 'line', max: 30, isHalf: true },
              { key: 'days', label: '多久', as: 'line', max: 40, isHalf: true },
              { key: 'counted', label: '算在时限里', as: 'yes' },
              { key: 'basis', label: '依据', as: 'line', max: 120, isOptional: true },
            ],
            blank: { name: '', days: '', counted: false },
          },
        ],
      },
      {
        key: 'fee',
        label: '收费',
        as: 'variant',
        on: 'charged',
        cases: [
          {
            is: false,
            label: '不收费',
            fields: [{ key: 'note', label: '说明', as: 'line', max: 60, isOptional: true }],
            blank: { charged: false },
          },
          {
            is: true,
            label: '收费',
            fields: [
              {
                key: 'items',
                label: '收费项目',
                one: '项目',
                as: 'rows',
                fields: feeItem,
                blank: { name: '', standard: '', basis: '' },
              },
            ],
            blank: { charged: true, items: [{ name: '', standard: '', basis: '' }] },
          },
        ],
      },
      {
        key: 'visits',
        label: '跑几次',
        as: 'group',
        fields: [
          { key: 'count', label: '到现场几次', as: 'number', unit: '次', isHalf: true },
          { key: 'note', label: '短说明', as: 'line', max: 40, isOptional: true, isHalf: true },
          {
            key: 'reason',
            label: '为什么要来',
            hint: '一次都不用来的，不写',
            as: 'line',
            max: 100,
            isOptional: true,
          },
        ],
      },
      {
        key: 'handling',
        label: '办件类型',
        as: 'pick',
        choices: choices(of.handling.options),
        isHalf: true,
      },
      {
        key: 'examination',
        label: '审查类型',
        as: 'pick',
        choices: choices(of.examination.wrapped.options),
        isOptional: true,
        isHalf: true,
      },
      {
        key: 'chart',
        label: '流程图',
        hint: '还没有它的图，先新建一份办事程序，存成一稿，再回来选；这里写的会留着',
        as: 'entry',
        kind: 'chart',
        isHalf: true,
      },
    ],
  },
  {
    id: 'result',
    title: '拿到什么',
    fields: [
      {
        key: 'result',
        label: '结果',
        as: 'group',
        fields: [
          { key: 'name', label: '结果名称', as: 'line', max: 60, isHalf: true },
          {
            key: 'type',
            label: '种类',
            as: 'pick',
            choices: choices(of.result.entries.type.options),
            isHalf: true,
          },
          { key: 'validity', label: '有效期', as: 'line', max: 60, isOptional: true, isHalf: true },
          {
            key: 'specimen',
            label: '结果样本',
            hint: '拿到的证或文书是什么样：一张纸，写着姓名和期限，盖红章',
            as: 'line',
            max: 80,
            isOptional: true,
            isHalf: true,
          },
          {
            key: 'delivery',
            label: '怎么拿到',
            as: 'picks',
            choices: choices(of.result.entries.delivery.item.options),
          },
        ],
      },
    ],
  },
  {
    id: 'faq',
    title: '常见问题',
    fields: [
      {
        key: 'faq',
        label: '问和答',
        one: '问题',
        as: 'rows',
        fields: [
          { key: 'question', label: '问', as: 'line', max: 60 },
          { key: 'answer', label: '答', as: 'prose', max: 300, lines: 2 },
        ],
        blank: { question: '', answer: '' },
      },
    ],
  },
  {
    id: 'basis',
    title: '依据',
    fields: [
      {
        key: 'legalBasis',
        label: '设定依据',
        one: '依据',
        as: 'rows',
        fields: [
          { key: 'law', label: '法律法规或文件', as: 'line', max: 100 },
          { key: 'docNo', label: '文号', as: 'line', max: 60, isOptional: true, isHalf: true },
          { key: 'article', label: '条款', as: 'line', max: 60, isOptional: true, isHalf: true },
          { key: 'text', label: '原文', as: 'prose', max: 600, lines: 2, isOptional: true },
        ],
        blank: { law: '' },
      },
    ],
  },
  {
    id: 'contact',
    title: '电话、监督和救济',
    fields: [
      { key: 'consult', label: '咨询', as: 'group', fields: contact },
      { key: 'complaint', label: '投诉', as: 'group', fields: contact },
      {
        key: 'remedy',
        label: '不服怎么办',
        as: 'group',
        fields: [
          { key: 'review', label: '行政复议', as: 'line', max: 160 },
          { key: 'court', label: '行政诉讼', as: 'line', max: 160, isOptional: true },
        ],
      },
      { key: 'rights', label: '权利', one: '权利', as: 'lines', max: 100, isOptional: true },
      { key: 'duties', label: '义务', one: '义务', as: 'lines', max: 100, isOptional: true },
    ],
  },
  {
    id: 'handler',
    title: '谁来办、怎么归类',
    fields: [
      {
        key: 'handler',
        label: '办理单位',
        as: 'group',
        fields: [
          { key: 'department', label: '本乡科室', as: 'pick', choices: 'departments', isHalf: true },
          { key: 'name', label: '实施主体', as: 'line', max: 60, isHalf: true },
          {
            key: 'nature',
            label: '主体性质',
            as: 'pick',
            choices: choices(of.handler.entries.nature.options),
            isHalf: true,
          },
          {
            key: 'level',
            label: '行使层级',
            as: 'pick',
            choices: choices(of.handler.entries.level.options),
            isHalf: true,
          },
          { key: 'acceptedBy', label: '受理机构', as: 'line', max: 60, isHalf: true },
          { key: 'decidedBy', label: '决定机构', as: 'line', max: 60, isHalf: true },
          { key: 'jointly', label: '联办机构', hint: '一行一个', as: 'words', isOptional: true },
        ],
      },
      {
        key: 'taskType',
        label: '事项类型',
        as: 'pick',
        choices: choices(of.taskType.options),
        isHalf: true,
      },
      {
        key: 'codes',
        label: '事项编码',
        as: 'group',
        isOptional: true,
        fields: [
          { key: 'catalog', label: '基本编码', as: 'line', max: 12, isOptional: true, isHalf: true },
          { key: 'task', label: '实施编码', as: 'line', max: 31, isOptional: true, isHalf: true },
          { key: 'handling', label: '业务办理项编码', as: 'line', max: 33, isOptional: true },
        ],
      },
    ],
  },
  {
    id: 'sample',
    title: '示例标记和来源',
    fields: [
      {
        key: 'sample',
        label: '哪些还是示例',
        hint: '勾上的在屏幕上会标“示例”，请核实后去掉。',
        as: 'picks',
        choices: guideElements.map((each) => [each, elementInWords[each]]),
      },
      { key: 'updatedOn', label: '更新日期', as: 'day', isHalf: true },
      { key: 'source', label: '来源', as: 'line', max: 160, isOptional: true },
    ],
  },
];
