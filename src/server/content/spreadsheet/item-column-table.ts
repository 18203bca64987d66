import { Item, itemGenres } from '../../../contract/item.ts';
import { fail, ok } from '../../../contract/result.ts';
import { plainText, type RichText } from '../../../contract/text.ts';
import { audienceIds, audiences } from '../../../contract/topic.ts';
import {
  type Column,
  categoryChoices,
  countColumn,
  dayColumn,
  departmentChoices,
  lineColumn,
  pickColumn,
  picksColumn,
  plainChoices,
  proseColumn,
  wordsColumn,
} from './column.ts';

/** What a field may be stands in the schema alone. */
const { entries: of } = Item;

/** 公开目录, in the order in which a clerk fills it. */

const TEXT_MAX = 30_000;

const indexNo = lineColumn(
  {
    key: 'indexNo',
    label: '索引号',
    alsoCalled: ['索引', '信息索引号', '索引编号'],
    width: 26,
    rule: '新的一条空着：第一次发布时由系统编，以后不变（条例第十二条）。写了本厅已有的索引号，就是指那一条；写别处的旧号，记在“来源”里。',
    example: '',
  },
  40,
);

const body: Column = {
  key: 'body',
  label: '正文',
  alsoCalled: ['内容', '信息内容', '全文', '正文内容'],
  width: 50,
  rule: '可以空着，以后在编辑页写或从 Word 粘贴。这里每一行成一段。',
  example: '现将 2014 年农机购置补贴有关事项通知如下。',
  read: (text) =>
    text.length > TEXT_MAX
      ? fail(`正文超过 ${TEXT_MAX} 个字。请先空着，导入以后在编辑页粘贴。`)
      : ok(text.split(/\n+/).map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))),
  write: (value) => plainText((value ?? []) as RichText).slice(0, TEXT_MAX),
};

const named: readonly Column[] = [
  lineColumn(
    {
      key: 'title',
      label: '信息名称',
      alsoCalled: ['标题', '名称', '文件名称', '文件标题', '信息标题', '题名', '公开事项', '政府信息名称'],
      isNeeded: true,
      width: 44,
      rule: '文件或信息的全称，最多 120 个字。目录要有索引、名称、内容概述、生成日期（条例第十二条）。',
      example: '关于做好 2014 年农机购置补贴工作的通知',
    },
    120,
  ),
  lineColumn(
    {
      key: 'docNo',
      label: '文号',
      alsoCalled: ['发文字号', '发文文号', '文件编号', '文件号', '发文号'],
      width: 20,
      rule: '文件上的发文字号，年份用六角括号；没有就空着。',
      example: '嘎政发〔2014〕3号',
    },
    40,
  ),
  dayColumn({
    key: 'formedOn',
    label: '成文日期',
    alsoCalled: [
      '形成日期',
      '生成日期',
      '发文日期',
      '成文时间',
      '形成时间',
      '生成时间',
      '制发日期',
      '印发日期',
    ],
    isNeeded: true,
    width: 14,
    rule: '自形成之日起 20 个工作日内公开（条例第二十六条），就从这一天算起。',
    example: '2014-01-24',
  }),
  dayColumn({
    key: 'publishedOn',
    label: '首次公开日期',
    alsoCalled: ['公开日期', '发布日期', '公开时间', '发布时间', '公布日期'],
    width: 14,
    rule: '以前在别处公开过的才填；空着就以本系统发布的那一天为准（条例第二十六条）。',
    example: '2014-02-10',
  }),
  pickColumn(
    {
      key: 'department',
      label: '本乡科室',
      alsoCalled: ['科室', '责任科室', '责任部门', '承办科室', '部门', '责任单位', '公开主体'],
      isNeeded: true,
      width: 16,
      rule: '由谁负责，写大厅设置里的科室名。谁制作谁公开（条例第十条）。',
      example: '',
    },
    departmentChoices,
  ),
  pickColumn(
    {
      key: 'category',
      label: '信息分类',
      alsoCalled: ['分类', '信息类别', '类别', '组配分类', '所属栏目', '栏目'],
      isNeeded: true,
      width: 18,
      rule: '写大厅设置里的信息分类（条例第十二条：政府信息的分类、编排体系）。',
      example: '',
    },
    categoryChoices,
  ),
  proseColumn(
    {
      key: 'summary',
      label: '内容概述',
      alsoCalled: ['概述', '内容摘要', '摘要', '信息概述', '内容简介'],
      width: 40,
      rule: '最多 300 个字（条例第十二条）。空着就取正文第一段；也没有正文，先用名称。',
      example: '申请条件、补贴标准和办理时间。',
    },
    300,
  ),
  body,
];

const classed: readonly Column[] = [
  lineColumn(
    {
      key: 'publisher',
      label: '发布机构',
      alsoCalled: ['发布单位', '公开机构', '发文机关', '发文单位', '发文机构', '制发机关'],
      width: 20,
      rule: '空着就是乡（镇）人民政府（条例第十条）。',
      example: '',
    },
    60,
  ),
  lineColumn(
    {
      key: 'originOrg',
      label: '产生机构',
      alsoCalled: ['来源单位', '制作单位', '信息来源单位'],
      width: 20,
      rule: '从别的机关得到的，写最初制作的机关（条例第十条）。',
      example: '',
    },
    60,
  ),
  pickColumn(
    {
      key: 'genre',
      label: '体裁',
      alsoCalled: ['体裁分类', '文种', '公文种类', '信息体裁'],
      width: 10,
      rule: '空着就照名称末尾的字认（……的通知、……公告），认不出的写“其他”。',
      example: '通知',
    },
    plainChoices(itemGenres),
    { 办法: '制度', 规定: '制度', 方案: '规划', 计划: '规划', 总结: '报告', 预算: '预决算', 决算: '预决算' },
  ),
  lineColumn(
    {
      key: 'topicClass',
      label: '主题分类',
      alsoCalled: ['主题', '信息主题'],
      width: 16,
      rule: '上级目录要求时填。',
      example: '农业、林业、水利',
    },
    30,
  ),
  lineColumn(
    {
      key: 'legalClause',
      label: '按哪一条公开',
      alsoCalled: ['公开依据', '依据条款', '法定依据', '依据'],
      width: 18,
      rule: '条例第二十条第几项；乡镇另有第二十一条。照这一列数每一项今年有没有公开。',
      example: '第二十条第十一项',
    },
    40,
  ),
  lineColumn(
    {
      key: 'standardField',
      label: '试点领域',
      alsoCalled: ['标准目录领域', '领域', '所属领域'],
      width: 14,
      rule: '基层政务公开标准目录 26 个领域之一（国办发〔2019〕54号）；没有就空着。',
      example: '涉农补贴',
    },
    20,
  ),
  picksColumn(
    {
      key: 'audiences',
      label: '服务对象',
      alsoCalled: ['服务对象分类'],
      width: 18,
      rule: '几个之间用顿号；没有特定对象就空着。',
      example: '种地养殖的人',
    },
    () => audienceIds.map((each) => [each, audiences[each]]),
  ),
];

const disclosed: readonly Column[] = [
  pickColumn(
    {
      key: 'disclosureWay',
      label: '公开方式',
      alsoCalled: ['公开属性', '公开类型'],
      width: 12,
      rule: '空着就是主动公开：以公开为常态、不公开为例外（条例第五条、第十三条）。不予公开的不要放进这张表。',
      example: '主动公开',
    },
    plainChoices(of.disclosureWay.options),
    { 主动: '主动公开', 依申请: '依申请公开' },
  ),
  pickColumn(
    {
      key: 'scope',
      label: '公开范围',
      alsoCalled: ['公开对象'],
      width: 12,
      rule: '空着就是全社会；写“特定群体”的不能发布到公共屏幕（条例第十三条）。',
      example: '全社会',
    },
    plainChoices(of.scope.options),
    { 面向社会: '全社会', 社会公众: '全社会', 全体公民: '全社会' },
  ),
  countColumn(
    {
      key: 'limitWorkdays',
      label: '公开时限（工作日）',
      alsoCalled: ['公开时限', '时限', '公开期限'],
      width: 12,
      rule: '空着就是 20 个工作日（条例第二十六条）；标准目录规定更短的才填。',
      example: '20',
    },
    1,
    20,
  ),
  pickColumn(
    {
      key: 'validity',
      label: '效力',
      alsoCalled: ['有效性', '信息有效性', '时效性'],
      width: 10,
      rule: '空着就是有效；废止的写明废止日期。',
      example: '有效',
    },
    plainChoices(of.validity.options),
    { 是: '有效', 现行有效: '有效', 已失效: '失效', 已废止: '废止' },
  ),
  dayColumn({
    key: 'effectiveOn',
    label: '生效日期',
    alsoCalled: ['生效时间', '施行日期'],
    width: 14,
    rule: '和成文日期不同的才填。',
    example: '',
  }),
  dayColumn({
    key: 'abolishedOn',
    label: '废止日期',
    alsoCalled: ['废止时间', '失效日期'],
    width: 14,
    rule: '已经定了哪天废止的才填。',
    example: '',
  }),
  dayColumn({
    key: 'period.from',
    label: '公示从哪天',
    alsoCalled: ['公示开始', '公示开始日期', '公示起始日期'],
    width: 14,
    rule: '公示类的才填；低保等公示有规定的天数，涉及的人名以外的号码要遮盖（条例第十五条）。',
    example: '',
  }),
  dayColumn({
    key: 'period.until',
    label: '公示到哪天',
    alsoCalled: ['公示结束', '公示结束日期', '公示截止日期'],
    width: 14,
    rule: '过了这一天自动撤下。',
    example: '',
  }),
  pickColumn(
    {
      key: 'personalData',
      label: '个人信息',
      alsoCalled: ['是否涉及个人信息'],
      width: 12,
      rule: '空着就是“无”；有的先遮盖再写“已遮盖”，涉及个人隐私会造成损害的不得公开（条例第十五条）。',
      example: '无',
    },
    plainChoices(of.personalData.options),
    { 否: '无', 不涉及: '无' },
  ),
  wordsColumn(
    {
      key: 'keywords',
      label: '关键词',
      alsoCalled: ['主题词', '关键字'],
      width: 24,
      rule: '群众会怎么找，最多 20 个，之间用顿号。',
      example: '农机、补贴',
    },
    20,
    20,
  ),
  pickColumn(
    {
      key: 'format',
      label: '信息格式',
      alsoCalled: ['格式', '载体类型'],
      width: 10,
      rule: '可以空着。',
      example: '文本',
    },
    plainChoices(of.format.wrapped.options),
  ),
  lineColumn(
    {
      key: 'source',
      label: '来源',
      alsoCalled: ['信息来源'],
      width: 24,
      rule: '从哪里抄来的；可以空着。',
      example: '',
    },
    200,
  ),
];

export const itemColumns: readonly Column[] = [indexNo, ...named, ...classed, ...disclosed];
