import {
  type Batch,
  type BatchState,
  batchStates,
  type Outcome,
  outcomes,
  sendings as sendingWords,
} from '../../../contract/batch.ts';
import { Tag } from '../../part/tag.tsx';

const tones = {
  checked: 'warn',
  importing: 'plain',
  stopped: 'warn',
  done: 'good',
  undoing: 'plain',
  undone: 'plain',
  sending: 'plain',
} as const satisfies Record<BatchState, string>;

export function BatchTag({ state }: { readonly state: BatchState }) {
  return <Tag tone={tones[state]}>{batchStates[state]}</Tag>;
}

const TOLD: readonly Outcome[] = ['created', 'revised', 'skipped', 'refused', 'taken-back', 'kept'];

/** `共 5000 行：写成新稿 4990，跳过 4，有错没导入 6`. */
export const countsInWords = (batch: Batch): string => {
  const { total, verdicts, outcomes: counts } = batch;
  const parts =
    batch.state === 'checked'
      ? [
          ['新的', verdicts.new],
          ['已经有了', verdicts.here],
          ['有错', verdicts.wrong],
        ]
      : [
          ...TOLD.map((each) => [outcomes[each], counts[each]]),
          ['还没导入', counts.waiting],
          ['有错没导入', verdicts.wrong],
        ];
  const told = parts.filter(([, count]) => count !== 0).map(([words, count]) => `${words} ${count}`);
  return `共 ${total} 行：${told.join('，')}`;
};

/** `已送审 120，没能送审 3`; empty while nobody has sent anything. */
export const sentInWords = ({ sendings }: Batch): string =>
  (['sent', 'already', 'refused'] as const)
    .filter((each) => (sendings[each] ?? 0) > 0)
    .map((each) => `${sendingWords[each]} ${sendings[each]}`)
    .join('，');

/** Rows that can be written, and how many of them are done with. */
export const progressOf = ({
  state,
  total,
  verdicts,
  outcomes: counts,
  sendings,
}: Batch): { done: number; of: number } => {
  const of = total - (verdicts.wrong ?? 0);
  if (state === 'sending') {
    const through = (sendings.sent ?? 0) + (sendings.already ?? 0) + (sendings.refused ?? 0);
    return { done: through, of: through + (sendings.asked ?? 0) };
  }
  if (state !== 'undoing') return { done: of - (counts.waiting ?? 0), of };
  const back = (counts['taken-back'] ?? 0) + (counts.kept ?? 0);
  return { done: back, of: back + (counts.created ?? 0) + (counts.revised ?? 0) };
};
