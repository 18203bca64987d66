import styles from './pager.module.css';

export interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefTo: (page: number) => string;
  readonly before?: string;
  readonly after?: string;
  readonly last?: string;
}

/** The way through a list that is too long for one page; each page has its address. */
export function Pager(props: PagerProps) {
  const { page, pages, hrefTo, before = '上一页', after = '下一页', last = '最后一页' } = props;
  if (pages === 1 && page === 1) return null;
  return (
    <nav class={styles.pages} aria-label="翻页">
      {page > 1 && <a href={hrefTo(page - 1)}>‹ {before}</a>}
      <span class={styles.number}>
        第 {page} 页，共 {pages} 页
      </span>
      {page < pages && <a href={hrefTo(page + 1)}>{after} ›</a>}
      {page < pages && <a href={hrefTo(pages)}>{last}</a>}
    </nav>
  );
}
