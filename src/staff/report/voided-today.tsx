import type { Today } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { Note } from '../part/note.tsx';
import { momentInWords } from '../part/words.ts';
import { hrefOf } from '../route/route.ts';
import styles from './today-page.module.css';

/** For who had signed: what was to go out by itself and will not, because a colleague edited it. Nothing at all on a quiet day. */
export function VoidedToday({ today }: { readonly today: Today }) {
  const { clock } = useDesk();
  if (today.voided.length === 0) return null;
  return (
    <section class={styles.told}>
      <h2>定时发布取消了</h2>
      {today.voided.map(({ id, title, by, at, note }) => (
        <Note
          key={id}
          kind="warn"
          title={`“${title}”不会按时自动发布了。`}
          action={<a href={hrefOf({ page: 'sheet', id })}>去看 ›</a>}
        >
          {by?.name ?? '系统'} {momentInWords(at, clock())} {note} 您签过的那一稿作废，重新审好以前一直提醒。
        </Note>
      ))}
    </section>
  );
}
