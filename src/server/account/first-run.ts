import type { Role } from '../../contract/account.ts';
import { momentOf } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';
import { hashPassword } from '../../seal/node/password.ts';
import { randomCode, randomPassword } from '../../seal/random.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { hasAccounts, insertAccount } from '../store/account.ts';

/** Two people, because nobody publishes alone. Their passwords are random, returned once, and kept only as hashes. */

const FIRST_PEOPLE: readonly { login: string; name: string; roles: readonly Role[] }[] = [
  { login: 'bianji', name: '王晓梅（示例）', roles: ['editor', 'officer'] },
  { login: 'shenhe', name: '李国强（示例）', roles: ['reviewer', 'officer', 'admin'] },
];

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const newStaffId = (): StaffId => `s-${randomCode(ID_LETTERS, 12)}` as StaffId;

export interface FirstAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** Empty when there are accounts already. */
export async function createFirstAccounts({
  store,
  clock,
}: Pick<Deps, 'store' | 'clock'>): Promise<readonly FirstAccount[]> {
  if (await hasAccounts(store.db)) return [];
  const people = await Promise.all(
    FIRST_PEOPLE.map(async (person) => {
      const password = randomPassword();
      return { ...person, id: newStaffId(), password, passwordHash: await hashPassword(password) };
    }),
  );
  await store.transaction(async (trx) => {
    for (const { id, login, name, roles, passwordHash } of people) {
      await insertAccount(trx, {
        id,
        login,
        name,
        password_hash: passwordHash,
        roles: JSON.stringify(roles),
        created_at: momentOf(clock()),
        disabled_at: null,
      });
      const detail = { roles: roles.join(' ') };
      await appendAudit(trx, { atMs: clock(), actor: 'system', act: 'account.create', object: id, detail });
    }
  });
  return people.map(({ login, name, password }) => ({ login, name, password }));
}
