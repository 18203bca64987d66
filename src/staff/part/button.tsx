import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import styles from './button.module.css';

type Kind = 'primary' | 'second' | 'danger' | 'quiet';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress?: () => void;
  readonly kind?: Kind;
  readonly icon?: IconName;
  /** Words while work is under way; the button stays where it is and keeps the focus. */
  readonly busy?: string | undefined;
  /** It keeps the focus: what has just saved and has nothing more to save must not drop a keyboard at the page's head. */
  readonly isDisabled?: boolean;
  readonly isSubmit?: boolean;
  readonly isPressed?: boolean;
  readonly isSmall?: boolean;
  /** What the button is about, for those who hear it without its row. */
  readonly says?: string;
  readonly describedBy?: string;
  readonly id?: string;
}

export function Button(props: ButtonProps) {
  const { kind = 'second', busy, isDisabled } = props;
  return (
    <button
      type={props.isSubmit ? 'submit' : 'button'}
      id={props.id}
      class={styles.button}
      data-kind={kind}
      data-small={props.isSmall ? '' : undefined}
      data-off={isDisabled ? '' : undefined}
      aria-disabled={isDisabled || busy ? true : undefined}
      aria-pressed={props.isPressed}
      aria-label={props.says}
      aria-describedby={props.describedBy}
      onClick={isDisabled || busy ? undefined : props.onPress}
    >
      {props.icon && <Icon name={props.icon} />}
      <span aria-live="polite">{busy || props.children}</span>
    </button>
  );
}

export interface ButtonLinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly kind?: Kind;
  readonly icon?: IconName;
  readonly isSmall?: boolean;
  readonly says?: string;
}

/** A link that is the page's main way on. */
export function ButtonLink({ href, children, kind = 'second', icon, isSmall, says }: ButtonLinkProps) {
  return (
    <a
      class={styles.button}
      data-kind={kind}
      data-small={isSmall ? '' : undefined}
      href={href}
      aria-label={says}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
