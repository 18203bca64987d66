import { Button } from './button.tsx';
import styles from './page-controls.module.css';
import { t } from './words/t.ts';

export interface PageControlsProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Turns a list's pages: the same two places however long the list is. */
export function PageControls({ page, pages, onPage }: PageControlsProps) {
  return (
    <nav class={styles.controls} aria-label={t('翻页')}>
      <Button kind="secondary" icon="chevron-left" disabled={page <= 1} onPress={() => onPage(page - 1)}>
        {t('上一页')}
      </Button>
      <p aria-live="polite">{t('第 {page} 页，共 {pages} 页', { page, pages })}</p>
      <Button kind="secondary" icon="chevron-right" disabled={page >= pages} onPress={() => onPage(page + 1)}>
        {t('下一页')}
      </Button>
    </nav>
  );
}
