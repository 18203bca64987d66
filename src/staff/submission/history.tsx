import type { SubmissionDetail } from '../../contract/desk.ts';
import type { Proposal } from '../../contract/proposal.ts';
import { useDesk } from '../desk.ts';
import { type Act, Timeline } from '../part/timeline.tsx';
import { momentInWords } from '../part/words.ts';
import { stateAtDesk } from './due.ts';
import { proposalInWords, settledInWords } from './proposal-words.ts';

export interface HistoryProps {
  readonly detail: SubmissionDetail;
}

type Done = Omit<Act, 'when'> & { readonly at: string };

const moveAct = ({ state, by, at, publicNote }: SubmissionDetail['history'][number]): Done => ({
  what: stateAtDesk[state],
  who: by?.name ?? '系统',
  at,
  note: publicNote,
});

/** What was proposed, and what became of it. */
const proposalActsOf = (proposal: Proposal): readonly Done[] => {
  const { by, at, decided, state } = proposal;
  const what = proposalInWords(proposal);
  return [
    { what: `报批：${what}`, who: by.name, at, note: null },
    ...(decided === null
      ? []
      : [
          {
            what: `${settledInWords[state]}：${what}`,
            who: decided.by?.name ?? '系统',
            at: decided.at,
            note: decided.reason,
          },
        ]),
  ];
};

/** Newest first. */
export function History({ detail }: HistoryProps) {
  const { clock } = useDesk();
  const acts = [...detail.history.map(moveAct), ...detail.proposals.flatMap(proposalActsOf)].sort((a, b) =>
    a.at < b.at ? 1 : -1,
  );
  return (
    <Timeline
      title="办理经过"
      acts={acts.map((act) => ({
        ...act,
        when: momentInWords(act.at, clock()),
      }))}
    />
  );
}
