import type { EntryDetail } from '../../../contract/desk.ts';
import { useDesk } from '../../desk.ts';
import { Note } from '../../part/note.tsx';
import { momentInWords } from '../../part/words.ts';
import { COMMENTS, openComments } from '../comments.tsx';

/** Why it came back stands above the fields until it is sent for review again; what colleagues still ask for is one step away. */
export function ReturnNote({ detail }: { readonly detail: EntryDetail }) {
  const { clock } = useDesk();
  const last = detail.history.find(
    ({ move }) => move === 'return' || move === 'submit' || move === 'publish',
  );
  const returned = last?.move === 'return' ? last : null;
  const open = openComments(detail);
  if (returned === null && open === 0) return null;
  return (
    <Note
      kind={returned ? 'warn' : 'info'}
      {...(returned && {
        title: `${returned.by.name} ${momentInWords(returned.at, clock())} 退回了第 ${returned.revision} 稿：`,
      })}
      action={
        open > 0 && (
          <a
            href={`#${COMMENTS}`}
            onClick={(event) => {
              event.preventDefault();
              const place = document.getElementById(COMMENTS);
              place?.scrollIntoView({ block: 'start' });
              place?.focus({ preventScroll: true });
            }}
          >
            {open} 条商量没办完
          </a>
        )
      }
    >
      {returned ? (returned.note ?? '没有写理由。') : '同事提了意见，可以边改边回复。'}
    </Note>
  );
}
