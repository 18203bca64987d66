import * as v from 'valibot';
import { type Role, roleIds, roles } from '../contract/account.ts';
import { LoginName } from '../contract/desk.ts';
import { line } from '../contract/schema.ts';
import { normalLogin } from './account/log-in.ts';
import { addPeople, resetPassword } from './account/person.ts';
import { complain, withStore } from './command.ts';
import type { Store } from './store/store.ts';

/** `npm run staff -- …`, on the server's own machine: another person for the desk, or a new password for one who lost theirs. */

const ROLES = roleIds.map((id) => `${id}（${roles[id]}）`).join('、');
const USAGE = [
  '用法：npm run staff -- add 账号 姓名 岗位……   添加一个人',
  '      npm run staff -- password 账号           换一个新密码',
  `岗位：${ROLES}`,
].join('\n         ');

const clock = Date.now;
const [command, ...given] = process.argv.slice(2);
process.exitCode = await main();

function main(): Promise<number> | number {
  const [login, name, ...named] = given;
  if (command === 'add' && login !== undefined && name !== undefined && named.length > 0)
    return add(login, name, named);
  if (command === 'password' && login !== undefined && name === undefined)
    return withStore((store) => password(store, login));
  return complain(USAGE, 2);
}

/** By its id or its Chinese name. */
function roleOf(text: string): Role | undefined {
  return roleIds.find((id) => id === text || roles[id] === text);
}

function add(given: string, name: string, named: readonly string[]): Promise<number> | number {
  const login = v.safeParse(LoginName, normalLogin(given));
  if (!login.success) return complain('账号用 2 到 40 个小写字母、数字、点、横线，以字母开头。', 2);
  if (!v.is(line(40), name)) return complain('姓名不能空着，最多 40 个字。', 2);
  const held = named.map(roleOf);
  const strange = named.find((_, at) => held[at] === undefined);
  if (strange !== undefined) return complain(`没有“${strange}”这个岗位。可以用：${ROLES}`, 2);
  const person = {
    login: login.output,
    name: name.trim(),
    roles: [...new Set(held.flatMap((it) => it ?? []))],
  };
  return withStore(async (store) => {
    const [made] = (await addPeople({ store, clock }, [person])) ?? [];
    if (made === undefined) return complain(`账号 ${person.login} 已经有人用了。请换一个。`);
    console.log(`便民屏 · 添加了${made.name}（${made.roles.map((role) => roles[role]).join('、')}）。`);
    tell(made.login, made.password);
    return 0;
  });
}

async function password(store: Store, login: string): Promise<number> {
  const made = await resetPassword({ store, clock }, login);
  if (made === null) return complain(`没有账号 ${login}，或者它已停用。`);
  console.log(`便民屏 · ${made.name}的密码换了，已登录的都退出了。`);
  tell(normalLogin(login), made.password);
  return 0;
}

function tell(login: string, password: string): void {
  console.log('密码只显示这一次，请当面交给本人，登录后在“我的账号”里换成自己的：');
  console.log(`账号 ${login}  密码 ${password}`);
}
