import type { SubmissionDetail } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { Timeline } from '../part/timeline.tsx';
import { momentInWords } from '../part/words.ts';
import { stateAtDesk } from './due.ts';

export interface HistoryProps {
  readonly detail: SubmissionDetail;
}

/** Newest first. */
export function History({ detail }: HistoryProps) {
  const { clock } = useDesk();
  const acts = [...detail.history].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Timeline
      title="办理经过"
      acts={acts.map((act) => ({
        what: stateAtDesk[act.state],
        who: act.by?.name ?? '系统',
        when: momentInWords(act.at, clock()),
        note: act.publicNote,
      }))}
    />
  );
}
