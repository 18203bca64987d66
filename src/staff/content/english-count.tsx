import type { EntryRow } from '../../contract/desk.ts';
import { type ContentPlace, hrefOf } from '../route/route.ts';
import styles from './english-count.module.css';

export interface EnglishCountProps {
  readonly rows: readonly EntryRow[];
}

const ALL: ContentPlace = { kind: '', state: '', q: '' };

/** How much of what screens show can be read in English, and what of it to look at again. */
export function EnglishCount({ rows }: EnglishCountProps) {
  const shown = rows.filter((row) => row.publishedRevision !== null);
  const there = shown.filter((row) => row.english !== null).length;
  const stale = rows.filter((row) => row.english === 'stale').length;
  if (shown.length === 0) return null;
  return (
    <p class={styles.line}>
      屏幕上 {shown.length} 条，
      <a href={hrefOf({ page: 'content', ...ALL, english: 'there' })}>有英文的 {there} 条</a>
      {stale > 0 && (
        <>
          ，
          <a href={hrefOf({ page: 'content', ...ALL, english: 'stale' })}>
            中文改过、英文要看看的 {stale} 条
          </a>
        </>
      )}
      。
    </p>
  );
}
