import * as v from 'valibot';
import { Day } from './day-schema.ts';
import { Duration, durationInWords } from './deadline.ts';
import { english } from './english-texts.ts';
import { EntryId } from './id.ts';
import { PhoneNumber } from './phone-number.ts';
import { count, type Fault, line, list, oneOf, prose, slug } from './schema.ts';
import { audienceIds, topicIds } from './topic.ts';

/**
 * A service guide (办事指南) with the elements of GB/T 39554.2-2020 and 条例 Art. 20(5): basis, conditions, procedure, result.
 * Visitors see the fourteen that matter; the rest unfolds. Enumerated words are the standard's own.
 */

export const Material = v.strictObject({
  name: line(60),
  kind: oneOf(['申请表', '证照', '证明', '其他']),
  type: oneOf(['原件', '复印件', '原件和复印件', '原件或复印件']),
  form: v.exactOptional(oneOf(['纸质', '电子', '纸质或电子'])),
  source: oneOf(['申请人自备', '政府部门核发', '中介机构出具', '其他']),
  sourceNote: v.exactOptional(line(80)),
  originals: v.exactOptional(count(0, 20)),
  copies: v.exactOptional(count(0, 20)),
  necessity: oneOf(['必要', '非必要', '容缺后补', '免提交']),
  /** In which case it is needed, in words: `由他人代办时`. */
  condition: v.exactOptional(line(80)),
  /** What stands beside it on the screen: `原件，看后退还`. */
  note: v.exactOptional(line(40)),
  acceptance: v.exactOptional(line(160)),
  basis: v.exactOptional(line(120)),
});
export type Material = v.InferOutput<typeof Material>;

export const Place = v.strictObject({
  name: line(60),
  kind: oneOf(['便民服务中心', '村便民服务站', '行政服务中心', '部门窗口', '单位办公室', '代办点']),
  address: line(100),
  window: v.exactOptional(line(40)),
  hours: line(120),
  phone: v.exactOptional(PhoneNumber),
});
export type Place = v.InferOutput<typeof Place>;

export const LegalBasis = v.strictObject({
  law: line(100),
  docNo: v.exactOptional(line(60)),
  article: v.exactOptional(line(60)),
  text: v.exactOptional(prose(600)),
});
export type LegalBasis = v.InferOutput<typeof LegalBasis>;

const Fee = v.variant('charged', [
  v.strictObject({ charged: v.literal(false), note: v.exactOptional(line(60)) }),
  v.strictObject({
    charged: v.literal(true),
    items: list(
      v.strictObject({
        name: line(60),
        standard: line(100),
        basis: line(160),
        reduction: v.exactOptional(line(160)),
      }),
      1,
      10,
    ),
  }),
]);

/** Elements whose value may be marked as sample data (示例): not known for this hall, to be confirmed locally. */
export const guideElements = [
  'conditions',
  'materials',
  'forms',
  'places',
  'time',
  'fee',
  'visits',
  'result',
  'legalBasis',
  'faq',
  'consult',
  'complaint',
  'remedy',
  'handler',
  'codes',
  'chart',
  'summary',
] as const;
export type GuideElement = (typeof guideElements)[number];

export const Guide = v.strictObject({
  kind: v.literal('guide'),
  id: EntryId,
  /** As people say it: `领取城乡居民养老金`. */
  title: line(24),
  /** 事项名称, as in the official list of services. */
  officialName: line(60),
  /** Other names that people use; search finds them. */
  aliases: list(line(30), 0, 20),
  topics: list(oneOf(topicIds), 1, 3),
  audiences: list(oneOf(audienceIds), 1, 5),
  /** What one gets and who may, in at most 60 hanzi. */
  summary: line(60),
  taskType: oneOf([
    '行政许可',
    '行政确认',
    '行政裁决',
    '行政给付',
    '行政奖励',
    '行政备案',
    '其他行政权力',
    '公共服务',
  ]),
  codes: v.exactOptional(
    v.strictObject({
      catalog: v.exactOptional(line(12)),
      task: v.exactOptional(line(31)),
      handling: v.exactOptional(line(33)),
    }),
  ),
  clientTypes: list(
    oneOf(['自然人', '企业法人', '事业法人', '社会组织法人', '非法人企业', '行政机关', '其他组织']),
    1,
    7,
  ),
  handler: v.strictObject({
    /** A department of the hall's settings. */
    department: slug,
    name: line(60),
    nature: oneOf(['法定机关', '授权组织', '受托组织']),
    level: oneOf(['国家级', '省级', '市级', '县级', '乡级', '村级']),
    acceptedBy: line(60),
    decidedBy: line(60),
    jointly: v.exactOptional(list(line(60), 1, 10)),
  }),
  handling: oneOf(['即办件', '承诺件', '上报件']),
  /** 审查类型 */
  examination: v.exactOptional(oneOf(['即审即办', '前审后批'])),
  conditions: list(line(160), 1, 20),
  quantityLimit: v.exactOptional(line(100)),
  materials: list(Material, 0, 30),
  places: list(Place, 1, 10),
  channels: list(oneOf(['窗口办理', '网上办理', '快递申请', '自助终端', '帮办代办']), 1, 5),
  scope: v.exactOptional(oneOf(['全乡', '全县', '全市', '全省', '跨省', '全国'])),
  time: v.strictObject({
    legal: v.exactOptional(Duration),
    promised: Duration,
    special: v.exactOptional(
      list(
        v.strictObject({
          name: line(30),
          days: line(40),
          counted: v.boolean(),
          basis: v.exactOptional(line(120)),
        }),
        1,
        10,
      ),
    ),
  }),
  fee: Fee,
  visits: v.strictObject({
    count: count(0, 10),
    reason: v.exactOptional(line(100)),
    note: v.exactOptional(line(40)),
  }),
  chart: EntryId,
  result: v.strictObject({
    type: oneOf(['证照', '批文', '证明', '资金', '登记', '其他', '无']),
    name: line(60),
    validity: v.exactOptional(line(60)),
    /** 结果样本: what the paper looks like, in words, so that nobody is handed another. */
    specimen: v.exactOptional(line(80)),
    delivery: list(
      oneOf(['窗口领取', '邮寄送达', '网上送达', '发到社会保障卡', '打到银行卡', '当场告知']),
      1,
      6,
    ),
  }),
  legalBasis: list(LegalBasis, 1, 12),
  forms: v.exactOptional(list(v.strictObject({ name: line(60), note: v.exactOptional(line(80)) }), 0, 10)),
  faq: list(v.strictObject({ question: line(60), answer: prose(300) }), 1, 12),
  consult: v.strictObject({ phone: PhoneNumber, address: v.exactOptional(line(100)) }),
  complaint: v.strictObject({ phone: PhoneNumber, address: v.exactOptional(line(100)) }),
  remedy: v.strictObject({ review: line(160), court: v.exactOptional(line(160)) }),
  rights: v.exactOptional(list(line(100), 0, 10)),
  duties: v.exactOptional(list(line(100), 0, 10)),
  sample: list(oneOf(guideElements), 0, guideElements.length),
  updatedOn: Day,
  source: v.exactOptional(line(160)),
  en: english,
});
export type Guide = v.InferOutput<typeof Guide>;

/** Where a guide contradicts itself. What is merely unusual is no fault. */
export const contradictionsIn = ({ time, handling, visits }: Guide): readonly Fault[] => {
  const { promised, legal } = time;
  const isLater = legal !== undefined && promised.unit === legal.unit && promised.n > legal.n;
  const isLong = promised.unit === 'month' || promised.n > 1;
  return [
    ...(isLater
      ? [
          {
            path: ['time', 'promised'],
            say: `承诺时限（${durationInWords(promised)}）比法定时限（${durationInWords(legal)}）还长。`,
          },
        ]
      : []),
    ...(handling === '即办件' && isLong
      ? [{ path: ['handling'], say: `写的是即办件，承诺时限却是 ${durationInWords(promised)}。` }]
      : []),
    ...(visits.count > 0 && visits.reason === undefined
      ? [{ path: ['visits', 'reason'], say: `要到现场 ${visits.count} 次，请写明为什么要来。` }]
      : []),
  ];
};
