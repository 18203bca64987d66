import { type ProposalAct, proposalActIds, proposalActs } from '../../contract/proposal.ts';
import { type ReviewMove, reviewMoveIds, reviewMoves } from '../../contract/review.ts';
import { type SubmissionMove, submissionMoveIds, submissionMoves } from '../../contract/submission.ts';

/**
 * Rules at hand: what a field or a step asks for, in one sentence, with where it is written. A custom that no law was found for is
 * called one (惯例).
 */

export const laws = {
  disclosure: { name: '政府信息公开条例', short: '条例', kind: '法律法规' },
  business: { name: '优化营商环境条例', short: '优化营商环境条例', kind: '法律法规' },
  secrecy: { name: '保守国家秘密法', short: '保守国家秘密法', kind: '法律法规' },
  'secrecy-rules': { name: '保守国家秘密法实施条例', short: '保密法实施条例', kind: '法律法规' },
  privacy: { name: '个人信息保护法', short: '个人信息保护法', kind: '法律法规' },
  review: { name: '行政复议法', short: '行政复议法', kind: '法律法规' },
  petition: { name: '信访工作条例', short: '信访工作条例', kind: '法律法规' },
  archive: { name: '档案法', short: '档案法', kind: '法律法规' },
  access: { name: '无障碍环境建设法', short: '无障碍环境建设法', kind: '法律法规' },
  holiday: { name: '全国年节及纪念日放假办法', short: '放假办法', kind: '法律法规' },
  'standard-catalogue': { name: '国办发〔2019〕54号', short: '国办发〔2019〕54号', kind: '文件' },
  'report-format': { name: '国办公开办函〔2021〕30号', short: '国办公开办函〔2021〕30号', kind: '文件' },
  metadata: {
    name: '政府信息公开目录系统实施指引（试行）',
    short: '目录系统实施指引',
    kind: '文件',
  },
  elements: { name: 'GB/T 39554.2-2020', short: 'GB/T 39554.2', kind: '标准' },
  codes: { name: 'GB/T 39554.1-2020', short: 'GB/T 39554.1', kind: '标准' },
  symbols: { name: 'GB/T 1526', short: 'GB/T 1526', kind: '标准' },
  'id-number': { name: 'GB 11643-1999', short: 'GB 11643', kind: '标准' },
  'credit-code': { name: 'GB 32100-2015', short: 'GB 32100', kind: '标准' },
  custom: { name: '惯例', short: '惯例', kind: '惯例' },
} as const satisfies Record<string, Law>;
export type LawId = keyof typeof laws;
export const lawIds = Object.keys(laws) as [LawId, ...LawId[]];

interface Law {
  readonly name: string;
  readonly short: string;
  readonly kind: '法律法规' | '文件' | '标准' | '惯例';
}

/** Where a rule stands: the steps of a text, of what was filed, and of what must be disclosed. */
export type Step =
  | `review.${ReviewMove}`
  | `request.${SubmissionMove}`
  | `complaint.${SubmissionMove}`
  | `proposal.${ProposalAct}`
  | (typeof otherSteps)[number];

const otherSteps = ['sheet.withhold', 'request.outcome', 'due.announce', 'due.settle'] as const;

export const steps: readonly Step[] = [
  ...reviewMoveIds.map((move) => `review.${move}` as const),
  ...submissionMoveIds.map((move) => `request.${move}` as const),
  ...submissionMoveIds.map((move) => `complaint.${move}` as const),
  ...proposalActIds.map((act) => `proposal.${act}` as const),
  ...otherSteps,
];

export interface Rule {
  readonly id: string;
  /** One sentence, in plain words. */
  readonly say: string;
  readonly law: LawId;
  /** `第二十六条` */
  readonly article?: string;
  /** Fields of the editors, without the numbers of rows: `guide.materials.basis`. A rule at a frame holds for what is in it. */
  readonly fields?: readonly string[];
  readonly steps?: readonly Step[];
}

/** `条例第二十六条` */
export const sourceOf = ({ law, article = '' }: Pick<Rule, 'law' | 'article'>): string =>
  `${laws[law].short}${article}`;

const stepWords = (step: Step): readonly [of: string, what: string] => {
  const [of, move] = step.split('.') as [string, string];
  switch (of) {
    case 'review':
      return ['审核和发布', move === 'edit' ? '拟稿' : reviewMoves[move as ReviewMove].label];
    case 'request':
      return ['依申请公开', move === 'outcome' ? '办理结果' : submissionMoves[move as SubmissionMove].label];
    case 'complaint':
      return ['投诉和意见', submissionMoves[move as SubmissionMove].label];
    case 'proposal':
      return ['依申请公开', `报批：${proposalActs[move as ProposalAct].label}`];
    case 'sheet':
      return ['审核和发布', '不予公开'];
    default:
      return ['时限', move === 'announce' ? '登记要公开的事' : '了结要公开的事'];
  }
};

/** `审核和发布 · 送审` */
export const stepInWords = (step: Step): string => stepWords(step).join(' · ');

/** `guide.materials.basis` for `materials.2.basis` in the editor of guides. */
export const fieldAt = (kind: string, path: string): string =>
  [kind, ...path.split('.').filter((part) => !/^\d+$/.test(part))].join('.');
