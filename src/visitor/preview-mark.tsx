import styles from './preview-mark.module.css';

/** Over every screen of a preview; nothing under it is kept from being touched. */
export function PreviewMark() {
  return (
    <p class={styles.mark} role="note">
      预览，不是大厅的屏幕
    </p>
  );
}

export function PreviewWords({ words }: { readonly words: string }) {
  return (
    <p class={styles.words} role="status">
      {words}
    </p>
  );
}
