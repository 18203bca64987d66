import type { Permission } from './account.ts';

/**
 * Review before publication (先审查、后公开, 条例 Art. 17): legal moves as a table. The server decides by it, the desk draws its
 * buttons from it. An edit makes a new draft and voids what was signed.
 */

export const reviewStates = ['draft', 'submitted', 'approved', 'returned', 'published', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewStateInWords = {
  draft: '草稿',
  submitted: '待审核',
  approved: '已审核，待发布',
  returned: '已退回',
  published: '已发布',
  withdrawn: '已撤下',
} as const satisfies Record<ReviewState, string>;

export const reviewMoves = {
  edit: {
    label: '修改',
    from: ['draft', 'submitted', 'approved', 'returned', 'published', 'withdrawn'],
    to: 'draft',
    needs: 'content.edit',
  },
  submit: { label: '送审', from: ['draft', 'returned'], to: 'submitted', needs: 'content.edit' },
  approve: {
    label: '审核通过',
    from: ['submitted'],
    to: 'approved',
    needs: 'content.review',
    notAuthor: true,
    secrecyCheck: true,
  },
  return: {
    label: '退回修改',
    from: ['submitted', 'approved'],
    to: 'returned',
    needs: 'content.review',
    reason: true,
  },
  publish: { label: '发布', from: ['approved'], to: 'published', needs: 'content.publish' },
  // What must leave the screens leaves at once, also when a newer draft is under way, which then stays as it is.
  withdraw: {
    label: '撤下',
    from: ['draft', 'submitted', 'approved', 'returned', 'published'],
    to: 'withdrawn',
    needs: 'content.publish',
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
  readonly needs: Permission;
  /** The one who wrote the draft may not make this move. */
  readonly notAuthor?: true;
  /** The secrecy check (保密审查) must be recorded with it. */
  readonly secrecyCheck?: true;
  readonly reason?: true;
  /** Only for what visitors see now. */
  readonly whileShown?: true;
}

export const reviewMoveRule = (move: ReviewMove): ReviewMoveRule => reviewMoves[move];

/** `publishedRevision`: the revision visitors see now, null if none. */
export interface ReviewPlace {
  readonly state: ReviewState;
  readonly publishedRevision: number | null;
}

export const isLegalReviewMove = ({ state, publishedRevision }: ReviewPlace, move: ReviewMove): boolean => {
  const { from, whileShown } = reviewMoveRule(move);
  return from.includes(state) && (whileShown !== true || publishedRevision !== null);
};
