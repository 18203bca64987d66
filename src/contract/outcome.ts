/**
 * What a request for disclosure comes to (办理结果): the reply says it, and the annual report counts it by these very labels
 * (国办公开办函〔2021〕30号, table of section 三). A kind of result, then the case within it.
 */

export const outcomes = {
  granted: { label: '（一）予以公开', basis: '条例第三十六条第一项、第二项' },
  partial: {
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    basis: '条例第三十七条',
    isReviewFirst: true,
  },
  'deny.stateSecret': { label: '1.属于国家秘密', basis: '条例第十四条', isReviewFirst: true },
  'deny.lawForbidden': { label: '2.其他法律行政法规禁止公开', basis: '条例第十四条', isReviewFirst: true },
  'deny.safety': { label: '3.危及“三安全一稳定”', basis: '条例第十四条', isReviewFirst: true },
  'deny.thirdParty': { label: '4.保护第三方合法权益', basis: '条例第十五条', isReviewFirst: true },
  'deny.internal': { label: '5.属于三类内部事务信息', basis: '条例第十六条第一款', isReviewFirst: true },
  'deny.process': { label: '6.属于四类过程性信息', basis: '条例第十六条第二款', isReviewFirst: true },
  'deny.enforcement': { label: '7.属于行政执法案卷', basis: '条例第十六条第二款', isReviewFirst: true },
  'deny.query': { label: '8.属于行政查询事项', basis: '条例第三十六条第七项' },
  'unable.notHeld': { label: '1.本机关不掌握相关政府信息', basis: '条例第三十六条第四项、第五项' },
  'unable.needCreate': { label: '2.没有现成信息需要另行制作', basis: '条例第三十八条' },
  'unable.unclear': { label: '3.补正后申请内容仍不明确', basis: '条例第三十条' },
  'refuse.petition': { label: '1.信访举报投诉类申请', basis: '条例第三十九条第一款' },
  'refuse.repeat': { label: '2.重复申请', basis: '条例第三十六条第六项' },
  'refuse.publication': { label: '3.要求提供公开出版物', basis: '条例第三十九条第二款' },
  'refuse.excessive': { label: '4.无正当理由大量反复申请', basis: '条例第三十五条' },
  'refuse.confirm': { label: '5.要求行政机关确认或重新出具已获取信息', basis: '惯例' },
  'other.noSupplement': {
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    basis: '条例第三十条',
  },
  'other.feeUnpaid': {
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    basis: '国办函〔2020〕109号',
  },
  'other.other': { label: '3.其他', basis: '惯例' },
} as const satisfies Record<string, OutcomeRule>;
export type Outcome = keyof typeof outcomes;
export const outcomeIds = Object.keys(outcomes) as [Outcome, ...Outcome[]];

export interface OutcomeRule {
  /** As the table of the annual report has it. */
  readonly label: string;
  readonly basis: string;
  /** 复议前置: who does not agree asks for a review before they go to court, and the reply says so (行政复议法 Art. 23). */
  readonly isReviewFirst?: true;
}

/** What stands above the cases of a kind in the table. */
const kindLabels: Readonly<Record<string, string>> = {
  deny: '（三）不予公开',
  unable: '（四）无法提供',
  refuse: '（五）不予处理',
  other: '（六）其他处理',
};

/** `（三）不予公开 1.属于国家秘密` */
export const outcomeInWords = (outcome: Outcome): string =>
  [kindLabels[outcome.split('.')[0] ?? ''], outcomes[outcome].label].filter(Boolean).join(' ');

export const outcomeRule = (outcome: Outcome): OutcomeRule => outcomes[outcome];

/** Everything that does not give the whole of what was asked for. */
export const isRefusal = (outcome: Outcome): boolean => outcome !== 'granted';
