import type { EntryDetail } from '../../contract/desk.ts';
import { reviewMoveRule } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Timeline } from '../part/timeline.tsx';
import { momentInWords } from '../part/words.ts';

export interface EntryHistoryProps {
  readonly detail: EntryDetail;
}

export function EntryHistory({ detail }: EntryHistoryProps) {
  const { clock } = useDesk();
  return (
    <Timeline
      title="经过"
      acts={detail.history.map((act) => ({
        what: `${reviewMoveRule(act.move).label}（第 ${act.revision} 稿）`,
        who: act.by.name,
        when: momentInWords(act.at, clock()),
        note: act.note,
      }))}
    />
  );
}
