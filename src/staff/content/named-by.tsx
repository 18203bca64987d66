import type { EntryId } from '../../contract/id.ts';
import { useDesk } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import { hrefOf } from '../route/route.ts';
import styles from './sign-panel.module.css';

export interface NamedByListProps {
  readonly id: EntryId;
  /** What becomes of them. */
  readonly say: string;
}

/** Which entries on the screens lead here. Nothing is said while none does. */
export function NamedByList({ id, say }: NamedByListProps) {
  const { api } = useDesk();
  const { value: naming = [] } = useLoad(`named-by ${id}`, () => api.namedBy(id));
  if (naming.length === 0) return null;
  return (
    <section class={styles.naming} aria-label="指向它的">
      <p>
        <b>{naming.length} 条内容指向它。</b>
        {say}
      </p>
      <ul>
        {naming.map((each) => (
          <li key={each.id}>
            <a href={hrefOf({ page: 'entry', id: each.id })}>{each.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
