import type { ComponentChildren } from 'preact';
import styles from './button.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { touchFeedback } from './touch-feedback.ts';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly size?: 'main' | 'small';
  readonly icon?: IconName | undefined;
  /** Words that stand in for the label while work is under way, such as 正在打印. Presses do nothing meanwhile. */
  readonly busy?: string | undefined;
  readonly disabled?: boolean;
  readonly isPressed?: boolean | undefined;
  /** Takes most of its row: the one that leads on. */
  readonly isWide?: boolean;
}

export function Button({
  children,
  onPress,
  kind,
  size,
  icon,
  busy,
  disabled,
  isPressed,
  isWide,
}: ButtonProps) {
  return (
    <button
      type="button"
      {...touchFeedback}
      class={styles.button}
      data-kind={kind ?? 'primary'}
      data-size={size ?? 'main'}
      data-wide={isWide ? '' : undefined}
      data-busy={busy ? '' : undefined}
      disabled={disabled}
      aria-disabled={busy ? true : undefined}
      aria-pressed={isPressed}
      onClick={busy ? undefined : onPress}
    >
      {busy ? <span class={styles.ring} aria-hidden="true" /> : icon && <Icon name={icon} />}
      {/* The region exists before the words change, or screen readers would not announce them. */}
      <span aria-live="polite">{busy || children}</span>
    </button>
  );
}
