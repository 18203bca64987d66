import { useSignal } from '@preact/signals';
import { isWeakPassword, MAX_PASSWORD, MIN_PASSWORD } from '../../contract/account.ts';
import { plainCode, type Welcome } from '../../contract/people.ts';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button, ButtonLink } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { goToFirstFault } from '../part/first-fault.ts';
import { Note, ProblemNote } from '../part/note.tsx';
import { Page } from '../part/page.tsx';
import { HOME, hrefOf } from '../route/route.ts';
import styles from './log-in-page.module.css';

interface Typed extends Welcome {
  readonly again: string;
}
const NOTHING: Typed = { login: '', code: '', password: '', again: '' };

const faultsIn = ({ login, code, password, again }: Typed): Partial<Record<keyof Typed, string>> => ({
  ...(login.trim() === '' && { login: '请填账号。' }),
  ...(plainCode(code) === '' && { code: '请填邀请码。' }),
  ...(isWeakPassword(password, [login.trim()]) && { password: sayProblem({ code: 'password-too-weak' }) }),
  ...(again !== password && { again: '两次填的不一样，请再填一次。' }),
});

/** The first door: who was invited sets a password of their own and is in. */
export function WelcomePage() {
  const { api, enter, place } = useDesk();
  const typed = useSignal(NOTHING);
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    goToFirstFault(event.currentTarget);
    if (isBusy.value || Object.keys(faultsIn(typed.value)).length > 0) return;
    isBusy.value = true;
    const { login, code, password } = typed.value;
    const result = await api.welcome({ login: login.trim(), code: code.trim(), password });
    isBusy.value = false;
    if (!result.ok) {
      problem.value = result.problem;
      return;
    }
    place.go(HOME);
    enter(result.value);
  };
  const said = problem.value?.code === 'password-too-weak' ? problem.value : null;
  const faults = isTried.value ? faultsIn(typed.value) : {};
  const field = (name: keyof Typed, max = MAX_PASSWORD) => ({
    max,
    value: typed.value[name],
    onInput: (text: string) => {
      typed.value = { ...typed.value, [name]: text };
      if (name === 'password') problem.value = null;
    },
    fault: faults[name] ?? (name === 'password' && said ? sayProblem(said) : undefined),
  });
  return (
    <main class={styles.page}>
      <form class={styles.form} onSubmit={submit} noValidate>
        <p class={styles.product}>便民屏</p>
        <h1>设自己的密码</h1>
        {problem.value && !said && <ProblemNote problem={problem.value} title="没有设成。" />}
        <TextField label="账号" autocomplete="username" isFocusedFirst {...field('login', 40)} />
        <TextField label="邀请码" hint="系统管理员给的，四组，每组四个字母或数字。" {...field('code', 40)} />
        <TextField
          label="新密码"
          type="password"
          autocomplete="new-password"
          hint={`至少 ${MIN_PASSWORD} 个字符，汉字、空格也可以。例如一句好记、别人想不到的话。`}
          {...field('password')}
        />
        <TextField label="再填一次新密码" type="password" autocomplete="new-password" {...field('again')} />
        <Button kind="primary" isSubmit busy={isBusy.value ? '正在设密码……' : undefined}>
          设好密码并登录
        </Button>
        <p class={styles.foot}>邀请码只能用一次。过期了，请系统管理员重新给一个。</p>
        <p>
          <a href={hrefOf(HOME)}>‹ 已经有密码，去登录</a>
        </p>
      </form>
    </main>
  );
}

/** Somebody follows the address of an invitation in a browser where a colleague is still logged in. */
export function AlreadyIn() {
  const { session, leave } = useDesk();
  return (
    <Page title="设自己的密码">
      <Note
        kind="warn"
        title={`这个浏览器里，${session.value?.staff.name ?? ''}已经登录了。`}
        action={
          <Button isSmall onPress={leave}>
            退出，再用邀请码
          </Button>
        }
      >
        要用邀请码设密码，请先退出。
      </Note>
      <p>
        <ButtonLink href={hrefOf({ page: 'account' })}>我只是想换密码</ButtonLink>
      </p>
    </Page>
  );
}
