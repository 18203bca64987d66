import type { Day, Moment } from '../../contract/day.ts';
import { day } from '../../contract/day-schema.ts';
import type { Form } from '../../contract/form.ts';
import type { Guide } from '../../contract/guide.ts';
import type { Hall } from '../../contract/hall.ts';
import type { EntryId, HallId } from '../../contract/id.ts';
import type { Item } from '../../contract/item.ts';
import type { PublishedObject } from '../../contract/published.ts';

/** Small but legal content for tests: what the schemas ask and nothing more. */

export const HALL_ID = '220821203' as HallId;
export const TODAY: Day = day('2026-11-24');
export const AT = '2026-11-24T01:00:00.000Z' as Moment;

export const hall: Hall = {
  code: HALL_ID,
  name: '嘎什根乡',
  hallName: '嘎什根乡便民服务大厅',
  place: '吉林省白城市镇赉县嘎什根乡',
  government: '嘎什根乡人民政府',
  countyGovernment: '镇赉县人民政府',
  areaCode: '0436',
  hotline: '0436-7861003',
  superviseLine: '0436-7861003',
  helpAt: '1 号窗口',
  office: { name: '党政办公室', address: '院内二楼', postcode: '137300', phone: '0436-7861003' },
  hours: [{ season: '全年', from: '01-01', until: '12-31', days: '周一至周五', times: '8:30–17:00' }],
  departments: [{ id: 'office', name: '党政办公室' }],
  categories: [{ id: 'report', label: '年度报告' }],
  homeTopics: ['old-age'],
  indexTemplate: '{region}-{yyyy}-{seq:5}',
  notices: [],
  sample: [],
};

export const hallObject = (name = hall.name): PublishedObject => ({
  v: 1,
  type: 'hall',
  hall: { ...hall, name },
});

export const calendarObject = (year = 2026): PublishedObject => ({
  v: 1,
  type: 'calendar',
  calendar: { year, off: [day(`${year}-10-01`)], makeup: [], source: '国办发明电' },
});

const published = (
  entry: Extract<PublishedObject, { type: 'entry' }>['entry'],
  revision: number,
): PublishedObject => ({
  v: 1,
  type: 'entry',
  entry,
  revision,
  publishedAt: AT,
  firstPublishedAt: AT,
  ...(entry.kind === 'item' && { indexNo: `220821203-2026-${entry.id.length}` }),
  search: { pinyin: ['ce shi'], initials: ['cs'] },
});

export const pageObject = (name: string, revision = 1): PublishedObject =>
  published(
    {
      kind: 'page',
      id: `page/${name}` as EntryId,
      title: `页面 ${name}`,
      section: '帮助',
      summary: `第 ${revision} 稿`,
      body: [{ type: 'paragraph', content: [{ type: 'text', text: `正文 ${name} ${revision}` }] }],
      sample: false,
      updatedOn: TODAY,
    },
    revision,
  );

export const itemObject = (
  name: string,
  part: Partial<Pick<Item, 'category' | 'department' | 'formedOn' | 'keywords' | 'docNo' | 'period'>> = {},
  revision = 1,
): PublishedObject =>
  published(
    {
      kind: 'item',
      id: `item/${name}` as EntryId,
      title: `条目 ${name}`,
      publisher: '嘎什根乡人民政府',
      department: 'office',
      category: 'report',
      genre: '报告',
      formedOn: TODAY,
      summary: '概述',
      figures: [],
      body: [],
      disclosureWay: '主动公开',
      scope: '全社会',
      validity: '有效',
      personalData: '无',
      keywords: [],
      sample: false,
      ...part,
    },
    revision,
  );

export const guideObject = (
  name: string,
  part: Partial<Pick<Guide, 'topics' | 'audiences' | 'updatedOn' | 'sample'>> = {},
): PublishedObject =>
  published(
    {
      kind: 'guide',
      id: `guide/${name}` as EntryId,
      title: `办 ${name}`,
      officialName: '事项',
      aliases: ['俗名'],
      topics: ['old-age'],
      audiences: ['elder'],
      summary: '能得到什么。',
      taskType: '公共服务',
      clientTypes: ['自然人'],
      handler: {
        department: 'office',
        name: '乡政府',
        nature: '法定机关',
        level: '乡级',
        acceptedBy: '乡政府',
        decidedBy: '乡政府',
      },
      handling: '即办件',
      conditions: ['本乡居民'],
      materials: [],
      places: [{ name: '大厅', kind: '便民服务中心', address: '院内', hours: '周一至周五' }],
      channels: ['窗口办理'],
      time: { promised: { n: 0, unit: 'immediate' } },
      fee: { charged: false },
      visits: { count: 1 },
      chart: `chart/${name}` as EntryId,
      result: { type: '登记', name: '登记', delivery: ['当场告知'] },
      legalBasis: [{ law: '社会保险法' }],
      faq: [{ question: '要钱吗', answer: '不要。' }],
      consult: { phone: '12333' },
      complaint: { phone: '12345' },
      remedy: { review: '可以复议。' },
      sample: [],
      updatedOn: TODAY,
      ...part,
    },
    1,
  );

export const chartObject = (name: string, guide?: string): PublishedObject =>
  published(
    {
      kind: 'chart',
      id: `chart/${name}` as EntryId,
      title: `流程 ${name}`,
      summary: '一共一步。',
      ...(guide !== undefined && { guide: `guide/${guide}` as EntryId }),
      steps: [
        { id: 'a', label: '开始', shape: 'start', next: 'b' },
        { id: 'b', label: '结束', shape: 'end' },
      ],
      sample: true,
      updatedOn: TODAY,
    },
    1,
  );

export const cardObject = (name: string): PublishedObject =>
  published(
    {
      kind: 'card',
      id: `card/${name}` as EntryId,
      title: `卡 ${name}`,
      bring: ['身份证'],
      where: '大厅 1 号窗口',
      when: '周一至周五',
      howLong: '当场办好',
      cost: '不收费',
      phone: '12333',
      sample: false,
      updatedOn: TODAY,
    },
    1,
  );

export const form: Form = {
  kind: 'form',
  id: 'form/opinion' as EntryId,
  title: '提意见',
  purpose: 'opinion',
  intro: ['写下您的意见。'],
  minutes: 3,
  notice: {
    version: '2026-01',
    purpose: '办理意见',
    basis: '条例',
    kinds: '意见内容',
    retention: '三年',
    rights: '可以查询',
    contact: '党政办公室',
  },
  questions: [
    {
      id: 'text',
      title: '您的意见',
      field: { type: 'long-text', min: 2, max: 500 },
      required: true,
      sensitivity: 2,
    },
    {
      id: 'answer-wanted',
      title: '要答复吗',
      field: {
        type: 'choice',
        options: [
          { value: 'yes', label: '要' },
          { value: 'no', label: '不要' },
        ],
      },
      required: true,
      sensitivity: 0,
    },
  ],
  clocks: [
    {
      when: { question: 'answer-wanted', oneOf: ['yes'] },
      promised: { n: 5, unit: 'workday' },
      statutory: { limit: { n: 60, unit: 'day' }, basis: '信访工作条例' },
    },
  ],
  nextSteps: ['工作人员登记后开始办理。'],
  sample: false,
  updatedOn: TODAY,
};
export const formObject = (): PublishedObject => published(form, 1);
