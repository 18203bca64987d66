import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './notice.module.css';
import { type Sentence, t } from './words/t.ts';

const LOOKS = {
  info: { icon: undefined, word: undefined },
  ok: { icon: 'check', word: '好了。' },
  warn: { icon: 'circle-alert', word: '请注意。' },
  danger: { icon: 'circle-alert', word: '没有成功。' },
} as const satisfies Record<
  string,
  { readonly icon?: IconName | undefined; readonly word?: Sentence | undefined }
>;

export interface NoticeProps {
  readonly kind: keyof typeof LOOKS;
  readonly children: ComponentChildren;
  /** Replaces the kind's own word; every kind but info says itself in words, never by colour alone. */
  readonly title?: string;
}

export function Notice({ kind, title, children }: NoticeProps) {
  const { icon, word } = LOOKS[kind];
  const head = title ?? (word && t(word));
  return (
    <div class={styles.notice} data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      {icon && <Icon name={icon} />}
      <div>
        {head && <b>{head}</b>}
        {children}
      </div>
    </div>
  );
}
