import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { hrefOf } from '../route/route.ts';
import styles from './log-in-page.module.css';

/** Said when the password was right and only the code is wanting. */
const SECOND: readonly string[] = ['code-needed', 'wrong-code'];

/** The door. The address stays what it was, so after logging in one is where one wanted to be, with what one had typed. */
export function LogInPage() {
  const { api, enter, isExpired, hasLeftSome, memory } = useDesk();
  const login = useSignal('');
  const password = useSignal('');
  /** Null until the server has asked for it. */
  const code = useSignal<string | null>(null);
  const isTried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    if (isBusy.value || login.value.trim() === '' || password.value === '' || code.value === '') return;
    isBusy.value = true;
    const result = await api.logIn({
      login: login.value.trim(),
      password: password.value,
      ...(code.value !== null && { code: code.value }),
    });
    isBusy.value = false;
    if (result.ok) return enter(result.value);
    isTried.value = false;
    problem.value = result.problem;
    const isSecond = SECOND.includes(result.problem.code);
    if (!isSecond) password.value = '';
    code.value = isSecond ? '' : null;
  };
  const missing = (text: string, say: string): string | undefined =>
    isTried.value && text.trim() === '' ? say : undefined;

  return (
    <main class={styles.page}>
      <form class={styles.form} onSubmit={submit} noValidate>
        <p class={styles.product}>便民屏</p>
        <h1>登录工作台</h1>
        {isExpired.value && (
          <Note kind="warn" title="登录已过期。">
            请重新登录。
            {memory.keys.value.length > 0 ? '您写的内容还在，登录后接着写。' : '登录后回到刚才的页面。'}
          </Note>
        )}
        {hasLeftSome.value && (
          <Note kind="warn" title="有写的内容还没存到服务器。">
            它留在这台电脑的浏览器里，别人登录看不到。您下次在这台电脑上登录，会接着存。
          </Note>
        )}
        {problem.value && problem.value.code !== 'code-needed' && (
          <ProblemNote problem={problem.value} title="没有登录成功。" />
        )}
        <TextField
          label="账号"
          value={login.value}
          onInput={(text) => {
            login.value = text;
          }}
          autocomplete="username"
          isFocusedFirst
          fault={missing(login.value, '请填账号。')}
        />
        <TextField
          label="密码"
          type="password"
          value={password.value}
          onInput={(text) => {
            password.value = text;
          }}
          autocomplete="current-password"
          fault={missing(password.value, '请填密码。')}
        />
        {code.value !== null && (
          <CodeField
            value={code.value}
            onInput={(text) => {
              code.value = text;
            }}
            fault={missing(code.value, '请填验证码。')}
          />
        )}
        <Button kind="primary" isSubmit busy={isBusy.value ? '正在登录……' : undefined}>
          登录
        </Button>
        <p class={styles.foot}>
          没有账号，或者忘了密码，请找系统管理员要一个邀请码。30
          分钟不用会自动退出。不要在群众用的屏幕上登录。
        </p>
        <p>
          <a href={hrefOf({ page: 'welcome' })}>有邀请码，来设自己的密码 ›</a>
        </p>
      </form>
    </main>
  );
}

interface CodeFieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly fault: string | undefined;
}

/** The second step, for who has switched it on. */
function CodeField(props: CodeFieldProps) {
  return (
    <TextField
      label="验证码"
      hint="密码对了。请填手机验证器上的 6 位数字；手机不在身边，填一个备用码。"
      autocomplete="one-time-code"
      max={40}
      isFocusedFirst
      {...props}
    />
  );
}
