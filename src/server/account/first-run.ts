import type { Deps } from '../deps.ts';
import { hasAccounts } from '../store/account.ts';
import { addPeople, type MadePerson, type NewPerson } from './person.ts';

/** Two people, because nobody publishes alone. */

const FIRST_PEOPLE: readonly NewPerson[] = [
  { login: 'bianji', name: '王晓梅（示例）', roles: ['editor', 'officer', 'complaints'] },
  {
    login: 'shenhe',
    name: '李国强（示例）',
    roles: ['reviewer', 'secrecy', 'signer', 'officer', 'complaints', 'chief', 'hall', 'admin', 'auditor'],
  },
];

/** Empty when there are accounts already. */
export async function createFirstAccounts(
  deps: Pick<Deps, 'store' | 'clock'>,
): Promise<readonly MadePerson[]> {
  if (await hasAccounts(deps.store.db)) return [];
  return (await addPeople(deps, FIRST_PEOPLE)) ?? [];
}
