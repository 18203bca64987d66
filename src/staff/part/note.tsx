import type { ComponentChildren } from 'preact';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './note.module.css';

export interface NoteProps {
  readonly kind?: 'info' | 'ok' | 'warn' | 'danger';
  readonly title?: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** A sentence or two that must be seen; the kind is said in words too. */
export function Note({ kind = 'info', title, children, action }: NoteProps) {
  return (
    <div class={styles.note} data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      {kind !== 'info' && <Icon name={kind === 'ok' ? 'check' : 'circle-alert'} />}
      <div class={styles.words}>
        {title && <b>{title}</b>}
        {children && <div>{children}</div>}
      </div>
      {action && <div class={styles.action}>{action}</div>}
    </div>
  );
}

/** What the desk says of a problem where the catalogue's sentence speaks to visitors. */
export const sayAtDesk = (problem: Problem): string => {
  if (problem.code === 'offline') return '没有连上服务器，写的内容还在。请看看网线或无线网络，过一会儿再试。';
  if (problem.code === 'not-our-server')
    return '连到的不是便民屏的服务器，可能是上网登录页或代理。写的内容还在，接通后再试。';
  return sayProblem(problem);
};

export interface ProblemNoteProps {
  readonly problem: Problem;
  /** What did not happen: `没有保存。` */
  readonly title?: string;
  readonly action?: ComponentChildren;
}

export function ProblemNote({ problem, title, action }: ProblemNoteProps) {
  const isQuiet = problem.code === 'offline' || problem.code === 'not-our-server';
  return (
    <Note kind={isQuiet ? 'warn' : 'danger'} {...(title ? { title } : {})} action={action}>
      {sayAtDesk(problem)}
    </Note>
  );
}
