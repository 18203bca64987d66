import { type Actor, mayActOn, mayRoles, type Permission, type Role } from './account.ts';

/**
 * Review before publication (先审查、后公开, 条例 Art. 17; 三审): legal moves as a table. The server decides by it, the desk draws its
 * buttons from it. An edit makes a new draft and voids what was signed.
 */

export const reviewStates = [
  'draft',
  'submitted',
  'reviewed',
  'cleared',
  'approved',
  'scheduled',
  'returned',
  'published',
  'withdrawn',
] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewStateInWords = {
  draft: '草稿',
  submitted: '待复审',
  reviewed: '待保密审查',
  cleared: '待签发',
  approved: '待发布',
  scheduled: '定时发布',
  returned: '已退回',
  published: '已发布',
  withdrawn: '已撤下',
} as const satisfies Record<ReviewState, string>;

/** What a signature stands for. 复审 and 终审 are two people, and neither wrote the draft; 保密审查 is a signature beside them. */
export const duties = { review: '复审', secrecy: '保密审查', final: '签发' } as const;
export type Duty = keyof typeof duties;

/** The aspects under which a text is reviewed; each signature says which of them were looked at. */
export const aspects = {
  lawful: '合法性',
  accurate: '准确性',
  disclosable: '可公开性',
  secret: '保密性',
} as const;
export type Aspect = keyof typeof aspects;
export const aspectIds = Object.keys(aspects) as [Aspect, ...Aspect[]];

const ON_THE_WAY = ['submitted', 'reviewed', 'cleared'] as const;

export const reviewMoves = {
  edit: {
    label: '修改',
    from: reviewStates,
    to: 'draft',
    needs: ['content.edit'],
    bringsText: true,
  },
  submit: { label: '送审', from: ['draft', 'returned'], to: 'submitted', needs: ['content.edit'] },
  review: {
    label: '复审通过',
    from: ['submitted'],
    to: 'reviewed',
    needs: ['content.review'],
    signs: ['review'],
    aspects: ['lawful', 'accurate', 'disclosable'],
  },
  clear: {
    label: '保密审查通过',
    from: ['reviewed'],
    to: 'cleared',
    needs: ['content.secrecy'],
    signs: ['secrecy'],
    aspects: ['secret'],
    secrecyCheck: true,
  },
  /** Numbers become stars, and no word is written: the text stays its author's, the act is the checker's, and 复审 looks again. */
  mask: {
    label: '遮盖号码',
    from: ON_THE_WAY,
    to: 'submitted',
    needs: ['content.secrecy'],
    bringsText: true,
  },
  sign: {
    label: '签发',
    from: ['cleared'],
    to: 'approved',
    needs: ['content.sign'],
    signs: ['final'],
    aspects: ['disclosable'],
  },
  /** The exception of a tiny hall: one other person than the author makes all three signatures at once, recorded as such. */
  approve: {
    label: '审核通过（复审、保密审查、签发）',
    from: ['submitted'],
    to: 'approved',
    needs: ['content.review', 'content.secrecy', 'content.sign'],
    signs: ['review', 'secrecy', 'final'],
    secrecyCheck: true,
    byException: true,
  },
  return: {
    label: '退回修改',
    from: [...ON_THE_WAY, 'approved', 'scheduled'],
    to: 'returned',
    needs: ['content.review', 'content.secrecy', 'content.sign'],
    isOneEnough: true,
    reason: true,
  },
  publish: { label: '发布', from: ['approved'], to: 'published', needs: ['content.publish'] },
  schedule: {
    label: '定时发布',
    from: ['approved'],
    to: 'scheduled',
    needs: ['content.publish'],
    moment: true,
  },
  unschedule: { label: '取消定时', from: ['scheduled'], to: 'approved', needs: ['content.publish'] },
  /** What cannot wait goes out on 终审 alone; 复审 and 保密审查 follow, and the desk's first page asks for them until they have. */
  urgent: {
    label: '紧急发布，事后补审',
    from: ['draft', ...ON_THE_WAY, 'returned'],
    to: 'published',
    needs: ['content.sign', 'content.publish'],
    signs: ['final'],
    secrecyCheck: true,
    reason: true,
  },
  'review-after': {
    label: '补复审',
    from: reviewStates,
    to: 'published',
    needs: ['content.review'],
    signs: ['review'],
    aspects: ['lawful', 'accurate', 'disclosable'],
    whileUrgent: true,
  },
  'clear-after': {
    label: '补保密审查',
    from: reviewStates,
    to: 'published',
    needs: ['content.secrecy'],
    signs: ['secrecy'],
    aspects: ['secret'],
    secrecyCheck: true,
    whileUrgent: true,
  },
  // What must leave the screens leaves at once, also when a newer draft is under way, which then stays as it is.
  withdraw: {
    label: '撤下',
    from: ['draft', ...ON_THE_WAY, 'approved', 'scheduled', 'returned', 'published'],
    to: 'withdrawn',
    needs: ['content.publish'],
    reason: true,
    whileShown: true,
  },
} as const satisfies Record<string, ReviewMoveRule>;
export type ReviewMove = keyof typeof reviewMoves;
export const reviewMoveIds = Object.keys(reviewMoves) as [ReviewMove, ...ReviewMove[]];

export interface ReviewMoveRule {
  readonly label: string;
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
  /** All of them, unless one is enough. */
  readonly needs: readonly Permission[];
  readonly isOneEnough?: true;
  /** What the move is a signature for; who wrote the draft signs nothing. */
  readonly signs?: readonly Duty[];
  /** Must be ticked by who signs. */
  readonly aspects?: readonly Aspect[];
  /** The secrecy check (保密审查) must be recorded with it. */
  readonly secrecyCheck?: true;
  /** Only where the hall has the exception of domain.md §8. */
  readonly byException?: true;
  readonly reason?: true;
  /** Only for what visitors see now. */
  readonly whileShown?: true;
  /** Only for what went out urgently and is not fully signed yet; where the entry stands does not change. */
  readonly whileUrgent?: true;
  /** Made by saving a new revision, never alone. */
  readonly bringsText?: true;
  /** Names the moment at which it is to happen. */
  readonly moment?: true;
}

export const reviewMoveRule = (move: ReviewMove): ReviewMoveRule => reviewMoves[move];

/**
 * `publishedRevision`: the revision visitors see now, null if none. `mayOneSign`: the hall has the exception. `urgentRevision`: what
 * visitors see went out urgently and waits for signatures.
 */
export interface ReviewPlace {
  readonly state: ReviewState;
  readonly publishedRevision: number | null;
  readonly mayOneSign?: boolean;
  readonly urgentRevision?: number | null;
}

export const isLegalReviewMove = (place: ReviewPlace, move: ReviewMove): boolean => {
  const { from, whileShown, whileUrgent, byException } = reviewMoveRule(move);
  return (
    from.includes(place.state) &&
    (whileShown !== true || place.publishedRevision !== null) &&
    (whileUrgent !== true || (place.urgentRevision ?? null) !== null) &&
    (byException !== true || place.mayOneSign === true)
  );
};

export const mayMakeMove = (held: readonly Role[], move: ReviewMove): boolean => {
  const { needs, isOneEnough } = reviewMoveRule(move);
  const may = (permission: Permission): boolean => mayRoles(held, permission);
  return isOneEnough === true ? needs.some(may) : needs.every(may);
};

/** The same, for what one department answers for: whoever may by role, and whose department lets them. */
export const mayMakeMoveOn = (actor: Actor, move: ReviewMove, its: string | null): boolean => {
  const { needs, isOneEnough } = reviewMoveRule(move);
  const may = (permission: Permission): boolean => mayActOn(actor, permission, its);
  return isOneEnough === true ? needs.some(may) : needs.every(may);
};

/** What one person has to do with the draft so far. */
export interface Hand {
  readonly isAuthor: boolean;
  /** Masked numbers in what is not published yet: no author, but not the one either who looks at it for 复审 or 终审. */
  readonly hasMasked: boolean;
  readonly signed: readonly Duty[];
}

/**
 * Nobody signs two of author, 复审 and 终审: why this person may not make the move, or null. `exception`: only the hall's exception
 * lets them, and the signature says so; it never lets an author sign.
 */
export const clashOf = (
  move: ReviewMove,
  hand: Hand,
): 'author' | 'masker' | 'signer' | 'exception' | null => {
  const { signs, byException } = reviewMoveRule(move);
  if (signs === undefined) return null;
  if (hand.isAuthor) return 'author';
  if (byException === true) return 'exception';
  if (hand.hasMasked && (signs.includes('review') || signs.includes('final'))) return 'masker';
  const isSecond = (one: Duty, other: Duty): boolean => signs.includes(one) && hand.signed.includes(other);
  return isSecond('review', 'final') || isSecond('final', 'review') ? 'signer' : null;
};

/** To let something out urgently is no duty that waits. */
const isDuty = ({ signs, to }: ReviewMoveRule): boolean => signs !== undefined && to !== 'published';

/** The states that wait for somebody with these roles to sign. */
export const statesToSign = (held: readonly Role[]): readonly ReviewState[] =>
  ON_THE_WAY.filter((state) =>
    reviewMoveIds.some((move) => {
      const rule = reviewMoveRule(move);
      return isDuty(rule) && rule.from.includes(state) && mayMakeMove(held, move);
    }),
  );

/** Whether an entry waits for this very person: by state, by role and by department. */
export const isToSignBy = (
  actor: Actor,
  { state, department }: { readonly state: ReviewState; readonly department: string | null },
): boolean =>
  reviewMoveIds.some((move) => {
    const rule = reviewMoveRule(move);
    return isDuty(rule) && rule.from.includes(state) && mayMakeMoveOn(actor, move, department);
  });
