import type { EntryDetail, Signature } from '../../contract/desk.ts';
import { type Aspect, aspects, reviewMoveRule } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Timeline } from '../part/timeline.tsx';
import { momentInWords } from '../part/words.ts';

const aspectsInWords = (ticked: readonly Aspect[]): string =>
  ticked.length === 0 ? '' : `审查了${ticked.map((each) => aspects[each]).join('、')}。`;

const findingsInWords = (count: number): string => (count === 0 ? '' : `自动检查指出的 ${count} 处，看过。`);

/** What a signature said besides its name. */
export const actNote = ({ aspects, findings, note }: Pick<Signature, 'aspects' | 'findings' | 'note'>) =>
  [aspectsInWords(aspects), findingsInWords(findings), note].filter(Boolean).join(' ') || null;

export interface EntryHistoryProps {
  readonly detail: EntryDetail;
}

export function EntryHistory({ detail }: EntryHistoryProps) {
  const { clock } = useDesk();
  return (
    <Timeline
      title="经过"
      acts={detail.history.map((act) => ({
        what: `${reviewMoveRule(act.move).label}（第 ${act.revision} 稿${act.isException ? '，例外：由一人签' : ''}）`,
        who: act.by.name,
        when: momentInWords(act.at, clock()),
        note: actNote(act),
      }))}
    />
  );
}
