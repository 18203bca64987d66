import type { Today } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import { Note } from '../part/note.tsx';
import { hrefOf } from '../route/route.ts';
import styles from './today-page.module.css';

/** What went out urgently and still owes its review; nothing at all on a quiet day. */
export function OwedToday({ today }: { readonly today: Today }) {
  if (today.urgent.length === 0) return null;
  return (
    <section class={styles.told}>
      <h2>事后补审</h2>
      {today.urgent.map((row) => (
        <Note
          key={row.id}
          kind="warn"
          title={`“${row.title}”已紧急发布，还没有补齐审查。`}
          action={<a href={hrefOf({ page: 'sheet', id: row.id })}>去补审 ›</a>}
        >
          {kindInWords[row.kind]}。复审和保密审查都补签以后，这里不再提醒。
        </Note>
      ))}
    </section>
  );
}
