import { type ReviewState, reviewStateInWords } from '../../contract/review.ts';
import { Tag } from '../part/tag.tsx';

const tones = {
  draft: 'plain',
  submitted: 'warn',
  reviewed: 'warn',
  cleared: 'warn',
  approved: 'good',
  scheduled: 'good',
  returned: 'bad',
  published: 'good',
  withdrawn: 'plain',
} as const satisfies Record<ReviewState, string>;

export function StateTag({ state }: { readonly state: ReviewState }) {
  return <Tag tone={tones[state]}>{reviewStateInWords[state]}</Tag>;
}
