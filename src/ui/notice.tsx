import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

const LOOKS = {
  info: { icon: undefined, word: '' },
  ok: { icon: 'check', word: '好了。' },
  warn: { icon: 'circle-alert', word: '请注意。' },
  danger: { icon: 'circle-alert', word: '没有成功。' },
} as const;

export interface NoticeProps {
  readonly kind: keyof typeof LOOKS;
  readonly children: ComponentChildren;
  /** Replaces the kind's own word; every kind but info says itself in words, never by colour alone. */
  readonly title?: string;
}

export function Notice({ kind, title, children }: NoticeProps) {
  const { icon, word } = LOOKS[kind];
  return (
    <div class={styles.notice} data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      {icon && <Icon name={icon} />}
      <div>
        {(title ?? word) && <b>{title ?? word}</b>}
        {children}
      </div>
    </div>
  );
}
