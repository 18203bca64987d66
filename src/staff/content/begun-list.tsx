import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import { Note } from '../part/note.tsx';
import { hrefOf } from '../route/route.ts';
import styles from './begun-list.module.css';
import type { Unsaved } from './use-unsaved.ts';

/** New entries that were begun and are no revision yet: no list of the server's holds them. */
export function BegunList({ begun }: { readonly begun: readonly Unsaved[] }) {
  if (begun.length === 0) return null;
  return (
    <div class={styles.begun}>
      <Note title="您开了头、还没存成一稿的：">
        <ul class={styles.list}>
          {begun.map(({ id, title }) => (
            <li key={id}>
              <a href={hrefOf({ page: 'entry', id })}>{title === '' ? '（还没有名称）' : title}</a>
              <small>
                {kindInWords[kindOf(id)]} · {id}
              </small>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
