import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mayRoles, type Permission, permissions, type Role, roles } from '../../contract/account.ts';
import { useDesk } from '../desk.ts';
import { Button } from './button.tsx';
import { Note, ProblemNote } from './note.tsx';
import styles from './page.module.css';
import type { Loaded } from './use-load.ts';

export interface PageProps {
  readonly title: string;
  /** Stands for the title in the tab when that is longer. */
  readonly tab?: string;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page of the desk. Its title takes the focus when the page comes, so that keyboard and screen reader begin there. */
export function Page({ title, tab, lead, back, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab ?? title} · 工作台`;
  }, [tab, title]);
  useEffect(() => {
    // A field that asked for the focus itself keeps it.
    if (document.activeElement === document.body || document.activeElement?.closest('nav'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <header class={styles.head}>
        <div class={styles.title}>
          {back && (
            <a class={styles.back} href={back.href}>
              ‹ {back.label}
            </a>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div class={styles.lead}>{lead}</div>}
        </div>
        {actions && <div class={styles.actions}>{actions}</div>}
      </header>
      {children}
    </>
  );
}

export interface LoadedViewProps<T> {
  readonly of: Loaded<T>;
  /** `正在取收件……` */
  readonly waiting: string;
  readonly children: (value: T) => ComponentChildren;
}

/** Waiting, failed and there, each in words. An old value stays readable when a reload fails. */
export function LoadedView<T>({ of, waiting, children }: LoadedViewProps<T>) {
  const again = (
    <Button isSmall onPress={of.reload} busy={of.isLoading ? '正在再试……' : undefined}>
      再试一次
    </Button>
  );
  return (
    <>
      {of.problem && (
        <div class={styles.problem}>
          <ProblemNote
            problem={of.problem}
            title={of.value === undefined ? '没有取到。' : '下面是刚才的内容，没能更新。'}
            action={again}
          />
        </div>
      )}
      {of.value === undefined && !of.problem && (
        <p class={styles.waiting} role="status">
          {waiting}
        </p>
      )}
      {of.value !== undefined && children(of.value)}
    </>
  );
}

export interface GuardedProps {
  /** One of them is enough. */
  readonly needs: Permission | readonly Permission[];
  readonly children: ComponentChildren;
}

const holdersOf = (wanted: readonly Permission[]): string => {
  const holders = wanted.flatMap((each): readonly Role[] => permissions[each]);
  return [...new Set(holders)].map((role) => roles[role]).join('、');
};

/** A page for those who may; others are told who can. */
export function Guarded({ needs, children }: GuardedProps) {
  const { session } = useDesk();
  const wanted = typeof needs === 'string' ? [needs] : needs;
  if (wanted.some((each) => mayRoles(session.value?.roles ?? [], each))) return <>{children}</>;
  return (
    <Note kind="warn" title="您的岗位看不到这一页。">
      这里由{holdersOf(wanted)}处理。需要时请找系统管理员。
    </Note>
  );
}
