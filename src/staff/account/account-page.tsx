import { useSignal } from '@preact/signals';
import { isWeakPassword, MAX_PASSWORD, MIN_PASSWORD, roles } from '../../contract/account.ts';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import { useDesk, useOwnDepartment } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { goToFirstFault } from '../part/first-fault.ts';
import { Note, ProblemNote } from '../part/note.tsx';
import { Page } from '../part/page.tsx';
import styles from './account-page.module.css';
import { OwnSessions } from './own-sessions.tsx';
import { SecondStepPanel } from './second-step-panel.tsx';

/** Who one is at the desk, and one's own password. */
export function AccountPage() {
  const { session } = useDesk();
  const held = session.value?.roles ?? [];
  const department = useOwnDepartment();
  return (
    <Page
      title="我的账号"
      lead={[
        session.value?.staff.name ?? '',
        held.map((role) => roles[role]).join('、'),
        department === null ? '全大厅' : `只管${department}的内容`,
      ].join(' · ')}
    >
      <OwnSessions />
      <PasswordForm />
      <SecondStepPanel />
    </Page>
  );
}

interface Typed {
  readonly present: string;
  readonly next: string;
  readonly again: string;
}
const NOTHING: Typed = { present: '', next: '', again: '' };

/** What is wrong with what was typed, field by field, before the server is asked. */
const faultsIn = ({ present, next, again }: Typed): Partial<Record<keyof Typed, string>> => ({
  ...(present === '' && { present: '请填现在的密码。' }),
  ...(isWeakPassword(next, []) && { next: sayProblem({ code: 'password-too-weak' }) }),
  ...(again !== next && { again: '两次填的不一样，请再填一次。' }),
});

/** The server's word, beside the field that it is about. */
const fieldOf = (problem: Problem | null): keyof Typed | null =>
  problem?.code === 'wrong-present-password'
    ? 'present'
    : problem?.code === 'password-too-weak'
      ? 'next'
      : null;

function PasswordForm() {
  const { api } = useDesk();
  const typed = useSignal(NOTHING);
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const isDone = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const change = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    goToFirstFault(event.currentTarget);
    isDone.value = false;
    const { present, next } = typed.value;
    if (isBusy.value || Object.keys(faultsIn(typed.value)).length > 0) return;
    isBusy.value = true;
    const result = await api.changePassword({ present, next });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    isDone.value = true;
    isTried.value = false;
    typed.value = NOTHING;
  };
  const said = fieldOf(problem.value);
  const faults: Partial<Record<keyof Typed, string>> = {
    ...(problem.value && said && { [said]: sayProblem(problem.value) }),
    ...(isTried.value && faultsIn(typed.value)),
  };
  const field = (name: keyof Typed) => ({
    type: 'password' as const,
    max: MAX_PASSWORD,
    value: typed.value[name],
    onInput: (text: string) => {
      typed.value = { ...typed.value, [name]: text };
      if (said === name) problem.value = null;
    },
    fault: faults[name],
  });
  return (
    <form class={styles.form} onSubmit={change} noValidate>
      <h2>换密码</h2>
      {isDone.value && (
        <Note kind="ok" title="密码换好了。">
          别处登录的都已退出，这里不用重新登录。
        </Note>
      )}
      {problem.value && said === null && <ProblemNote problem={problem.value} title="没有换成。" />}
      <TextField label="现在的密码" autocomplete="current-password" {...field('present')} />
      <TextField
        label="新密码"
        autocomplete="new-password"
        hint={`至少 ${MIN_PASSWORD} 个字符，汉字、空格也可以。`}
        {...field('next')}
      />
      <TextField label="再填一次新密码" autocomplete="new-password" {...field('again')} />
      <div>
        <Button kind="primary" isSubmit busy={isBusy.value ? '正在换……' : undefined}>
          换密码
        </Button>
      </div>
      <p class={styles.foot}>忘了密码的同事，请系统管理员在“账号”里重新给一个邀请码。</p>
    </form>
  );
}
