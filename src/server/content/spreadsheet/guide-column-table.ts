import type { Duration } from '../../../contract/deadline.ts';
import { Guide } from '../../../contract/guide.ts';
import { isPhone, normalizePhone } from '../../../contract/phone.ts';
import { fail, ok } from '../../../contract/result.ts';
import { audienceIds, audiences, topicIds, topics } from '../../../contract/topic.ts';
import { durationOf, durationText, linesIn } from './cell.ts';
import {
  type Column,
  countColumn,
  departmentChoices,
  lineColumn,
  listed,
  pickColumn,
  picksColumn,
  plainChoices,
  proseColumn,
  wordsColumn,
} from './column.ts';
import { materialOf, materialText } from './material-cell.ts';

/** 办事指南, the elements without which a visitor cannot do the thing (GB/T 39554.2-2020; 条例 Art. 20(5)). */

/** What a field may be stands in the schema alone. */
const { entries: of } = Guide;

type Own = Omit<Column, 'read' | 'write'>;

/** Sentences, one a line. */
const linesColumn = (own: Own, max: number, most: number): Column => ({
  ...own,
  read: (text) => {
    const lines = linesIn(text);
    const long = lines.find((each) => each.length > max);
    if (long !== undefined) return fail(`“${long.slice(0, 12)}……”太长，每行最多 ${max} 个字；几条之间换行。`);
    return lines.length > most ? fail(`最多 ${most} 条。`) : ok(lines);
  },
  write: (value) => listed(value).join('\n'),
});

const durationColumn = (own: Own): Column => ({
  ...own,
  read: (text) => {
    const lasts = durationOf(text);
    return lasts === null ? fail('要写成“5个工作日”“30天”“2个月”或“即办”。') : ok(lasts);
  },
  write: (value) => (value === undefined ? '' : durationText(value as Duration)),
});

const phoneColumn = (own: Own): Column => ({
  ...own,
  read: (text) =>
    isPhone(text)
      ? ok(normalizePhone(text))
      : fail('电话号码不对，例如 0436-7861003 或 13800138000。只写一个。'),
  write: (value) => String(value ?? ''),
});

const materials: Column = {
  key: 'materials',
  label: '申请材料',
  alsoCalled: ['材料', '材料清单', '所需材料', '申报材料', '办理材料'],
  width: 40,
  rule: '一行一样；后面用括号写原件、复印件、份数。没有法律依据的证明不能要（优化营商环境条例第四十四条）。',
  example: '居民身份证（原件）\n申请表（原件1份）',
  read: (text) => {
    const lines = /^(?:无|不需要|不用带材料)$/.test(text) ? [] : linesIn(text);
    const long = lines.find((each) => each.length > 60);
    if (long !== undefined) return fail(`“${long.slice(0, 12)}……”太长，每样最多 60 个字；几样之间换行。`);
    return lines.length > 30 ? fail('最多 30 样。') : ok(lines.map(materialOf));
  },
  write: (value) =>
    listed(value)
      .map((each) => materialText(each as Guide['materials'][number]))
      .join('\n'),
};

const basis: Column = {
  key: 'legalBasis',
  label: '设定依据',
  alsoCalled: ['法律依据', '办理依据', '依据', '政策依据'],
  isNeeded: true,
  width: 36,
  rule: '一行一件：文件名加书名号，后面可写第几条。办事的依据、条件、程序和结果要公开（条例第二十条第五项）。',
  example: '《社会救助暂行办法》第十条',
  read: (text) => {
    const found = linesIn(text).map((line) => {
      const [, law, article = ''] = /^(.*?》(?:（[^）]*号）)?)\s*(第.+)?$/.exec(line) ?? [null, line, ''];
      return { law: law ?? line, ...(article === '' ? {} : { article }) };
    });
    return found.some(({ law, article = '' }) => law.length > 100 || article.length > 60)
      ? fail('每件最多 100 个字；几件之间换行。条文全文请以后在编辑页写。')
      : ok(found.slice(0, 12));
  },
  write: (value) =>
    (listed(value) as Guide['legalBasis']).map(({ law, article = '' }) => law + article).join('\n'),
};

const about: readonly Column[] = [
  lineColumn(
    {
      key: 'officialName',
      label: '事项名称',
      alsoCalled: ['名称', '主项名称', '业务办理项名称', '服务事项名称', '事项', '指南名称'],
      isNeeded: true,
      width: 34,
      rule: '事项清单里的名称，最多 60 个字。',
      example: '城乡居民最低生活保障对象认定',
    },
    60,
  ),
  lineColumn(
    {
      key: 'title',
      label: '群众说法',
      alsoCalled: ['通俗名称', '简称', '屏幕名称', '事项简称'],
      width: 22,
      rule: '群众怎么说就怎么写，最多 24 个字；空着就用事项名称。',
      example: '申请低保',
    },
    24,
  ),
  wordsColumn(
    {
      key: 'aliases',
      label: '别的叫法',
      alsoCalled: ['别名', '关键词'],
      width: 20,
      rule: '搜得到用，之间用顿号；可以空着。',
      example: '最低生活保障、吃低保',
    },
    30,
    20,
  ),
  pickColumn(
    {
      key: 'handler.department',
      label: '本乡科室',
      alsoCalled: ['科室', '责任科室', '承办科室', '部门', '责任部门', '实施科室'],
      isNeeded: true,
      width: 16,
      rule: '由谁办，写大厅设置里的科室名。',
      example: '',
    },
    departmentChoices,
  ),
  picksColumn(
    {
      key: 'topics',
      label: '办事主题',
      alsoCalled: ['主题', '主题分类', '面向自然人主题分类'],
      isNeeded: true,
      width: 16,
      rule: '首页按它分，最多三个，之间用顿号。',
      example: '低保救助',
    },
    () => topicIds.map((each) => [each, topics[each].title]),
  ),
  picksColumn(
    {
      key: 'audiences',
      label: '服务对象',
      alsoCalled: ['面向人群'],
      width: 16,
      rule: '空着就是所有人。',
      example: '生活困难家庭',
    },
    () => audienceIds.map((each) => [each, audiences[each]]),
  ),
  lineColumn(
    {
      key: 'summary',
      label: '一句话说明',
      alsoCalled: ['简介', '事项简介'],
      width: 30,
      rule: '能得到什么、谁可以办，最多 60 个字；空着就用第一条受理条件。',
      example: '家庭人均收入低于低保标准的，可以申请。',
    },
    60,
  ),
  pickColumn(
    {
      key: 'taskType',
      label: '事项类型',
      alsoCalled: ['类型', '权力类型'],
      width: 12,
      rule: '空着就是公共服务（GB/T 39554）。',
      example: '行政给付',
    },
    plainChoices(of.taskType.options),
  ),
];

const howTo: readonly Column[] = [
  linesColumn(
    {
      key: 'conditions',
      label: '受理条件',
      alsoCalled: ['申请条件', '办理条件', '条件'],
      isNeeded: true,
      width: 36,
      rule: '一行一条；不能加没有依据的条件（优化营商环境条例第三十五条）。',
      example: '本乡户籍\n家庭人均收入低于当地低保标准',
    },
    160,
    20,
  ),
  materials,
  linesColumn(
    {
      key: 'steps',
      label: '办理流程',
      alsoCalled: ['办理程序', '流程', '办理步骤'],
      width: 26,
      rule: '一行一步，每步最多 16 个字；据此画流程图。空着就是：提出申请、窗口受理、审核办理。',
      example: '提出申请\n窗口受理\n入户核查\n张榜公示',
    },
    16,
    12,
  ),
  pickColumn(
    {
      key: 'handling',
      label: '办件类型',
      alsoCalled: ['办理类型'],
      width: 10,
      rule: '空着：承诺即办的是即办件，别的是承诺件。',
      example: '承诺件',
    },
    plainChoices(of.handling.options),
  ),
  durationColumn({
    key: 'time.promised',
    label: '承诺时限',
    alsoCalled: ['承诺办结时限', '办理时限', '承诺期限', '办结时限'],
    isNeeded: true,
    width: 12,
    rule: '多久办好，不能比法定时限长；不算当天。',
    example: '25个工作日',
  }),
  durationColumn({
    key: 'time.legal',
    label: '法定时限',
    alsoCalled: ['法定办结时限', '法定期限'],
    width: 12,
    rule: '法律法规规定的；没有规定就空着。',
    example: '30个工作日',
  }),
  proseColumn(
    {
      key: 'feeNote',
      label: '收费',
      alsoCalled: ['是否收费', '收费标准', '收费情况'],
      width: 14,
      rule: '不收费就空着或写“否”。收费的要有项目、标准和依据（条例第二十条第八项），请导入以后在编辑页写。',
      example: '否',
    },
    60,
  ),
  countColumn(
    {
      key: 'visits.count',
      label: '到现场次数',
      alsoCalled: ['到办事现场次数', '跑动次数'],
      width: 10,
      rule: '空着就是 1 次。',
      example: '1',
    },
    0,
    10,
  ),
  lineColumn(
    {
      key: 'result.name',
      label: '办理结果',
      alsoCalled: ['结果名称', '办理结果名称', '审批结果'],
      isNeeded: true,
      width: 20,
      rule: '办好以后拿到什么（条例第二十条第五项）。',
      example: '低保金',
    },
    60,
  ),
  pickColumn(
    { key: 'result.type', label: '结果类型', width: 10, rule: '空着就是“其他”。', example: '资金' },
    plainChoices(of.result.entries.type.options),
  ),
  basis,
];

const contact: readonly Column[] = [
  lineColumn(
    {
      key: 'place.name',
      label: '办理地点',
      alsoCalled: ['办理窗口', '受理地点', '地点'],
      width: 22,
      rule: '空着就是本厅。',
      example: '',
    },
    60,
  ),
  lineColumn(
    {
      key: 'place.window',
      label: '窗口',
      alsoCalled: ['窗口号'],
      width: 10,
      rule: '例如 3 号窗口；空着就不写。',
      example: '5 号窗口',
    },
    40,
  ),
  lineColumn(
    {
      key: 'place.hours',
      label: '办理时间',
      alsoCalled: ['办公时间', '受理时间'],
      width: 22,
      rule: '空着就是大厅的办公时间。',
      example: '',
    },
    120,
  ),
  phoneColumn({
    key: 'consult.phone',
    label: '咨询电话',
    alsoCalled: ['联系电话', '咨询方式'],
    width: 16,
    rule: '空着就是大厅的电话；要和投诉电话分开。',
    example: '0436-7861003',
  }),
  phoneColumn({
    key: 'complaint.phone',
    label: '投诉电话',
    alsoCalled: ['监督电话', '监督投诉电话', '投诉方式'],
    width: 16,
    rule: '空着就是大厅的监督电话。',
    example: '',
  }),
  lineColumn({ key: 'source', label: '来源', width: 24, rule: '从哪里抄来的；可以空着。', example: '' }, 160),
];

export const guideColumns: readonly Column[] = [...about, ...howTo, ...contact];
