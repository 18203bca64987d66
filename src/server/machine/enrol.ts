import { momentOf } from '../../contract/day.ts';
import type { MachineId } from '../../contract/id.ts';
import type { Enrolled, Enrolment } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { randomCode } from '../../seal/random.ts';
import { importPublicKey } from '../../seal/sign.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { nextOf } from '../store/counter.ts';
import { findMachineByKey, insertMachine, isNameTaken } from '../store/machine.ts';
import type { Trx } from '../store/store.ts';
import { prefixAt } from './prefix.ts';

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * Names a machine and gives it a prefix of its own. The same key gets the same name again, because the first answer may have been
 * lost on the way; a machine that lost its key gets a new name, and no prefix is ever given to two. What was revoked stays
 * revoked, and is told so. A machine that this database no longer knows gets its former name while nobody else bears it.
 * Anybody can enrol. A machine that does so from the server's own is the hall's (`npm run kiosk`); others wait until staff say so.
 */
export async function enrol(
  { store, keys, clock }: Pick<Deps, 'store' | 'keys' | 'clock'>,
  { publicKey, kind, former }: Enrolment,
  isOnOwnMachine: boolean,
): Promise<Result<Enrolled, Problem>> {
  if (!(await isPublicKey(publicKey))) {
    return fail({ code: 'bad-input', faults: [{ path: 'publicKey', say: '这不是一把可用的公钥。' }] });
  }
  return store.transaction(async (trx) => {
    const known = await findMachineByKey(trx, publicKey);
    if (known?.revoked_at) return fail({ code: 'machine-revoked' });
    if (known) return ok({ machine: known.id, prefix: known.prefix, hall: keys.hall });
    const name = await nameFor(trx, former);
    if (name === null) return fail({ code: 'storage-full' });
    const { machine, prefix } = name;
    const at = momentOf(clock());
    await insertMachine(trx, {
      id: machine,
      prefix,
      kind,
      public_key: publicKey,
      enrolled_at: at,
      last_seen_at: at,
      shows: null,
      waiting: null,
      refused: null,
      confirmed_at: isOnOwnMachine ? at : null,
      confirmed_by: null,
      revoked_at: null,
      revoked_by: null,
      revoked_for: null,
      place: null,
    });
    await appendAudit(trx, {
      atMs: clock(),
      actor: 'system',
      act: 'machine.enrol',
      object: machine,
      detail: {
        prefix,
        kind,
        confirmed: isOnOwnMachine,
        ...(machine === former?.machine && { again: true }),
      },
    });
    return ok({ machine, prefix, hall: keys.hall });
  });
}

type Name = Pick<Enrolled, 'machine' | 'prefix'>;

async function nameFor(trx: Trx, former: Name | undefined): Promise<Name | null> {
  if (former && !(await isNameTaken(trx, former))) return former;
  const machine = `m-${randomCode(ID_LETTERS, 16)}` as MachineId;
  for (;;) {
    const prefix = prefixAt(await nextOf(trx, 'machine-prefix'));
    if (prefix === null) return null;
    // A former name may be ahead of the counter.
    if (!(await isNameTaken(trx, { machine, prefix }))) return { machine, prefix };
  }
}

const isPublicKey = (text: string): Promise<boolean> =>
  importPublicKey(text).then(
    () => true,
    () => false,
  );
