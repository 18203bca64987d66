import styles from './icon.module.css';
import { ICON_PATHS, type IconName } from './icon-paths.ts';

export interface IconProps {
  readonly name: IconName;
}

/** Always beside words, so always hidden from screen readers. Takes the text's colour; its size from `--icon`. */
export function Icon({ name }: IconProps) {
  return (
    <svg class={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
