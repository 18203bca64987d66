import * as v from 'valibot';
import { Attachments } from './attachment.ts';
import { Day } from './day-schema.ts';
import { english } from './english-texts.ts';
import { EntryId } from './id.ts';
import { count, type Fault, line, list, oneOf, prose, slug } from './schema.ts';
import { RichText } from './text.ts';
import { audienceIds } from './topic.ts';

/**
 * A disclosed item (政府信息公开条目) with the metadata of 《政府信息公开目录系统实施指引（试行）》. The index number (索引号) is not here: the
 * server issues it at the first publication, and it never changes.
 */

export const itemGenres = [
  '通知',
  '公告',
  '决定',
  '意见',
  '批复',
  '函',
  '报告',
  '规划',
  '预决算',
  '公示',
  '制度',
  '法规',
  '其他',
] as const;

export const Item = v.strictObject({
  kind: v.literal('item'),
  id: EntryId,
  title: line(120),
  docNo: v.exactOptional(line(40)),
  publisher: line(60),
  originOrg: v.exactOptional(line(60)),
  /** A department of the hall's settings. */
  department: slug,
  /** A category of the hall's settings (信息分类). */
  category: slug,
  topicClass: v.exactOptional(line(30)),
  genre: oneOf(itemGenres),
  /** 信息格式, and 语种 (left out: Chinese). */
  format: v.exactOptional(oneOf(['文本', '表格', '图片', '音频', '视频'])),
  language: v.exactOptional(line(20)),
  /** 服务对象分类 */
  audiences: v.exactOptional(list(oneOf(audienceIds), 1, 5)),
  /** Clause of the Regulation that asks for it: `第二十条第七项`. */
  legalClause: v.exactOptional(line(40)),
  /** One of the 26 fields of the standard catalogue (国办发〔2019〕54号). */
  standardField: v.exactOptional(line(20)),
  /** 成文日期: from it the 20 working days of Art. 26 run. */
  formedOn: Day,
  /** 首次公开: the day on which it first became public, where that was before this software; else the day of publication counts. */
  publishedOn: v.exactOptional(Day),
  effectiveOn: v.exactOptional(Day),
  abolishedOn: v.exactOptional(Day),
  /** 内容概述 (条例 Art. 12). */
  summary: line(300),
  /** Numbers that the item states, so that they can be found and compared. */
  figures: list(
    v.strictObject({ label: line(40), value: v.pipe(v.number(), v.finite('要写数字。')), unit: line(10) }),
    0,
    60,
  ),
  body: RichText,
  attachments: v.exactOptional(Attachments),
  disclosureWay: oneOf(['主动公开', '依申请公开']),
  scope: oneOf(['全社会', '特定群体']),
  /** Working days from formation to publication; 20 unless the field's rule is shorter. */
  limitWorkdays: v.exactOptional(count(1, 20)),
  /** 公示期: after its last day the item is on no screen any more. */
  period: v.exactOptional(
    v.pipe(
      v.strictObject({ from: Day, until: Day }),
      v.check((it) => it.from <= it.until, '公示期的最后一天不能早于第一天。'),
    ),
  ),
  validity: oneOf(['有效', '已修改', '失效', '废止']),
  replaces: v.exactOptional(EntryId),
  personalData: oneOf(['无', '已遮盖']),
  keywords: list(line(20), 0, 20),
  /** What a reader must know about the text itself: `原文日期缺字，照录`. */
  editorNote: v.exactOptional(prose(400)),
  sample: v.boolean(),
  source: v.exactOptional(line(200)),
  en: english,
});
export type Item = v.InferOutput<typeof Item>;

/** Whether its time on the screens (公示期) is over on a day of the hall. */
export const isOver = ({ period }: Pick<Item, 'period'>, today: Day): boolean =>
  period !== undefined && period.until < today;

/** Where an item contradicts itself on a day of the hall. */
export const contradictionsIn = (item: Item, today: Day): readonly Fault[] => {
  const { validity, abolishedOn, publishedOn, formedOn } = item;
  const isAbolished = abolishedOn !== undefined && abolishedOn <= today;
  return [
    ...(isAbolished && (validity === '有效' || validity === '已修改')
      ? [{ path: ['validity'], say: `${abolishedOn} 已经废止，有效性却写着“${validity}”。` }]
      : []),
    ...(!isAbolished && abolishedOn !== undefined && validity === '废止'
      ? [{ path: ['validity'], say: `有效性写着“废止”，废止日期 ${abolishedOn} 却还没有到。` }]
      : []),
    ...(publishedOn !== undefined && publishedOn < formedOn
      ? [{ path: ['publishedOn'], say: `公开日期 ${publishedOn} 早于成文日期 ${formedOn}。` }]
      : []),
  ];
};
