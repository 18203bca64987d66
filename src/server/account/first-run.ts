import { momentOf } from '../../contract/day.ts';
import type { Deps } from '../deps.ts';
import { hasAccounts } from '../store/account.ts';
import { ONE_SIGNS, putSetting } from '../store/setting.ts';
import { addPeople, type MadePerson, type NewPerson } from './person.ts';

/** Two people, because nobody publishes alone; with two, one other than the author makes all signatures, until the hall has more. */

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
  const made = (await addPeople(deps, FIRST_PEOPLE)) ?? [];
  const setting = { name: ONE_SIGNS, value: 'yes', by_id: null, changed_at: momentOf(deps.clock()) };
  await deps.store.transaction((trx) => putSetting(trx, setting));
  return made;
}
