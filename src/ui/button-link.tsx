import type { ComponentChildren } from 'preact';
import styles from './button.module.css';
import own from './button-link.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { touchFeedback } from './touch-feedback.ts';

export interface ButtonLinkProps {
  readonly children: ComponentChildren;
  readonly href: string;
  /** Saved under this name instead of opened. */
  readonly download: string;
  readonly icon?: IconName;
}

/** Looks and feels like a secondary button; the browser itself does what follows. */
export function ButtonLink({ children, href, download, icon }: ButtonLinkProps) {
  return (
    <a
      {...touchFeedback}
      class={`${styles.button} ${own.link}`}
      data-kind="secondary"
      data-size="main"
      href={href}
      download={download}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
