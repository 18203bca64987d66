import { type Day, dayAtHall, plainDay } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import { audiences } from '../../../contract/topic.ts';
import { isSampleIndexNo } from '../../sample-mark.tsx';
import { t } from '../../t.ts';
import type { PublishedOf } from '../../use-entry.ts';

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

const dayOf = (on: Day | undefined): string | undefined => on && plainDay(on, t);

/** The six that tell what a document is. */
export const firstLines = (
  { entry: item, indexNo = '' }: PublishedItem,
  hall: Hall | undefined,
): readonly Line[] =>
  filled([
    { term: t('索引号'), detail: indexNo, isSample: isSampleIndexNo(hall, indexNo) },
    { term: t('发布机构'), detail: item.publisher },
    { term: t('成文日期'), detail: plainDay(item.formedOn, t) },
    { term: t('文号'), detail: item.docNo },
    { term: t('有效性'), detail: t(item.validity) },
    { term: t('内容概述'), detail: item.summary },
  ]);

export const otherLines = (published: PublishedItem, hall: Hall | undefined): readonly Line[] => {
  const { entry: item } = published;
  const nameOf = (list: readonly { id: string }[] | undefined, id: string) =>
    list?.find((each) => each.id === id);
  const category = nameOf(hall?.categories, item.category) as { label: string } | undefined;
  const department = nameOf(hall?.departments, item.department) as { name: string } | undefined;
  return filled([
    { term: t('信息分类'), detail: category?.label },
    { term: t('主题分类'), detail: item.topicClass },
    { term: t('体裁'), detail: t(item.genre) },
    { term: t('信息格式'), detail: item.format && t(item.format) },
    { term: t('语种'), detail: item.language },
    { term: t('服务对象'), detail: item.audiences?.map((id) => t(audiences[id])).join(t('、')) },
    { term: t('部门'), detail: department?.name },
    { term: t('来源单位'), detail: item.originOrg },
    {
      term: t('公开日期'),
      detail: plainDay(item.publishedOn ?? dayAtHall(Date.parse(published.firstPublishedAt)), t),
    },
    { term: t('生效日期'), detail: dayOf(item.effectiveOn) },
    { term: t('废止日期'), detail: dayOf(item.abolishedOn) },
    { term: t('公开方式'), detail: t(item.disclosureWay) },
    { term: t('公开范围'), detail: t(item.scope) },
    { term: t('公开时限'), detail: t('成文后 {n} 个工作日内', { n: item.limitWorkdays ?? 20 }) },
    {
      term: t('公示期'),
      detail:
        item.period &&
        t('{from}至{until}', { from: plainDay(item.period.from, t), until: plainDay(item.period.until, t) }),
    },
    {
      term: t('公开依据'),
      detail: item.legalClause && t('《政府信息公开条例》{clause}', { clause: item.legalClause }),
    },
    { term: t('公开目录'), detail: item.standardField },
    { term: t('个人信息'), detail: t(item.personalData) },
    { term: t('关键词'), detail: item.keywords.join(t('、')) },
    { term: t('文本来源'), detail: item.source },
  ]);
};
