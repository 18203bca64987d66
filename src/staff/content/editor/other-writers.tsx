import type { WritingDetail } from '../../../contract/writing.ts';
import { useDesk } from '../../desk.ts';
import { Note } from '../../part/note.tsx';
import { momentInWords } from '../../part/words.ts';

/** Who else has begun to write here: better said before two people do the same work. */
export function OtherWriters({ others }: { readonly others: WritingDetail['others'] }) {
  const { clock } = useDesk();
  if (others.length === 0) return null;
  const names = others
    .map(({ by, savedAt }) => `${by.name}（${momentInWords(savedAt, clock())}）`)
    .join('、');
  return <Note>{names}也在写这一条，还没有存成一稿。先说一声，免得两人白写。</Note>;
}
