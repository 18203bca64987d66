import { type Aspect, type ReviewMove, reviewMoveRule } from '../../contract/review.ts';

/** What each signer looks at before signing, point by point (保守国家秘密法实施条例 Art. 42; 条例 Arts. 14, 15, 17). */
export interface Check {
  readonly aspect: Aspect;
  readonly say: string;
  readonly moves: readonly ReviewMove[];
}

const SECRECY = ['clear', 'clear-after', 'approve', 'urgent'] as const;
const REVIEW = ['review', 'review-after', 'approve', 'urgent'] as const;

export const checks: readonly Check[] = [
  { aspect: 'secret', say: '不涉及国家秘密、工作秘密', moves: SECRECY },
  {
    aspect: 'secret',
    say: '公开后不会危及国家安全、公共安全、经济安全、社会稳定（条例第十四条）',
    moves: SECRECY,
  },
  {
    aspect: 'disclosable',
    say: '不涉及商业秘密、个人隐私，或者已经遮盖（条例第十五条）',
    moves: REVIEW,
  },
  { aspect: 'lawful', say: '内容合法，依据写对了', moves: REVIEW },
  { aspect: 'accurate', say: '内容准确，文字、数字、电话核对过', moves: REVIEW },
  { aspect: 'disclosable', say: '看过复审和保密审查的意见，同意公开', moves: ['sign'] },
];

export const checksFor = (move: ReviewMove): readonly Check[] =>
  checks.filter((each) => each.moves.includes(move));

export const aspectsFor = (move: ReviewMove): readonly Aspect[] => [
  ...new Set(checksFor(move).map((each) => each.aspect)),
];

export type SignMove = 'review' | 'clear' | 'sign' | 'approve' | 'review-after' | 'clear-after' | 'urgent';

interface Words {
  readonly title: string;
  readonly group: string;
  readonly button: string;
}
export const signWords = {
  review: { title: '复审意见', group: '复审', button: '复审通过，签字' },
  clear: { title: '保密审查意见', group: '保密审查', button: '保密审查通过，签字' },
  sign: { title: '签发意见', group: '签发', button: '同意，签发' },
  'review-after': { title: '补复审', group: '复审', button: '补复审，签字' },
  'clear-after': { title: '补保密审查', group: '保密审查', button: '补保密审查，签字' },
  urgent: { title: '紧急发布', group: '发布前，您一个人逐项看过', button: '紧急发布，签字' },
  approve: { title: '审核意见', group: '保密审查', button: '审核通过，签字' },
} as const satisfies Record<SignMove, Words>;

/** What a signature sends with it: that all of its points were ticked. */
export const proofOf = (move: SignMove) => ({
  aspects: [...aspectsFor(move)],
  ...(reviewMoveRule(move).secrecyCheck === true ? { secrecyChecked: true } : {}),
});
