import { type Day, dayAtHall } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import { audiences } from '../../../contract/topic.ts';
import { isSampleIndexNo } from '../../sample-mark.tsx';
import type { PublishedOf } from '../../use-entry.ts';
import { plainDay } from '../catalogue/item-row.ts';

/** The official marks of an item, under the names that government sites use. */
export interface Line {
  readonly term: string;
  readonly detail: string;
  readonly isSample?: boolean;
}

type PublishedItem = PublishedOf<'item'>;

const filled = (
  lines: readonly { term: string; detail: string | undefined; isSample?: boolean }[],
): readonly Line[] => lines.filter((line): line is Line => Boolean(line.detail));

const dayOf = (on: Day | undefined): string | undefined => on && plainDay(on);

/** The six that tell what a document is. */
export const firstLines = (
  { entry: item, indexNo = '' }: PublishedItem,
  hall: Hall | undefined,
): readonly Line[] =>
  filled([
    { term: '索引号', detail: indexNo, isSample: isSampleIndexNo(hall, indexNo) },
    { term: '发布机构', detail: item.publisher },
    { term: '成文日期', detail: plainDay(item.formedOn) },
    { term: '文号', detail: item.docNo },
    { term: '有效性', detail: item.validity },
    { term: '内容概述', detail: item.summary },
  ]);

export const otherLines = (published: PublishedItem, hall: Hall | undefined): readonly Line[] => {
  const { entry: item } = published;
  const nameOf = (list: readonly { id: string }[] | undefined, id: string) =>
    list?.find((each) => each.id === id);
  const category = nameOf(hall?.categories, item.category) as { label: string } | undefined;
  const department = nameOf(hall?.departments, item.department) as { name: string } | undefined;
  return filled([
    { term: '信息分类', detail: category?.label },
    { term: '主题分类', detail: item.topicClass },
    { term: '体裁', detail: item.genre },
    { term: '信息格式', detail: item.format },
    { term: '语种', detail: item.language },
    { term: '服务对象', detail: item.audiences?.map((id) => audiences[id]).join('、') },
    { term: '部门', detail: department?.name },
    { term: '来源单位', detail: item.originOrg },
    {
      term: '公开日期',
      detail: plainDay(item.publishedOn ?? dayAtHall(Date.parse(published.firstPublishedAt))),
    },
    { term: '生效日期', detail: dayOf(item.effectiveOn) },
    { term: '废止日期', detail: dayOf(item.abolishedOn) },
    { term: '公开方式', detail: item.disclosureWay },
    { term: '公开范围', detail: item.scope },
    { term: '公开时限', detail: `成文后 ${item.limitWorkdays ?? 20} 个工作日内` },
    {
      term: '公示期',
      detail: item.period && `${plainDay(item.period.from)}至${plainDay(item.period.until)}`,
    },
    { term: '公开依据', detail: item.legalClause && `《政府信息公开条例》${item.legalClause}` },
    { term: '公开目录', detail: item.standardField },
    { term: '个人信息', detail: item.personalData },
    { term: '关键词', detail: item.keywords.join('、') },
    { term: '文本来源', detail: item.source },
  ]);
};
