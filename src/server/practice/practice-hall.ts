import { momentOf } from '../../contract/day.ts';
import {
  PRACTICE_HEADER,
  type PracticeRole,
  practiceRoles,
  practisingPerson,
} from '../../contract/practice.ts';
import { keyIdOf } from '../../seal/key-id.ts';
import { exportPublicKey, makeSigningKey } from '../../seal/sign.ts';
import type { Deps, Files, Keys, Staff } from '../deps.ts';
import { insertAccount } from '../store/account.ts';
import { copyContent } from '../store/copy-content.ts';
import { openStore, type Store } from '../store/store.ts';

/**
 * One person's practice hall: a database in memory with the real hall's content, gone when the practice ends. What is published there
 * is signed with a key that no screen knows, announced to nobody, and no log tells of it.
 */
export interface PracticeHall {
  readonly deps: Deps;
  readonly close: () => Promise<void>;
}

const IN_MEMORY = ':memory:';
/** Files that are practised with lie in memory. */
const MOST_BYTES = 60_000_000;
/** And so do lists that are brought. */
const MOST_ROWS = 1_000;

export async function openPracticeHall(real: Deps): Promise<PracticeHall> {
  const store = await openStore(IN_MEMORY);
  await copyContent(real.store.db, store);
  await addParts(store, real.clock());
  const kept = real.files.keepFor(store);
  const files: Files = {
    ...kept,
    bytesOf: async (digest) => (await kept.bytesOf(digest)) ?? real.files.bytesOf(digest),
    mostBytes: MOST_BYTES,
  };
  const deps: Deps = {
    ...real,
    store,
    files,
    mostRows: MOST_ROWS,
    keys: { ...real.keys, snapshot: await ownKey() },
    log: { ...real.log, info: () => undefined },
    events: { announce: () => undefined, onHead: () => () => undefined },
    whoIs: async (headers) => playerOf(roleIn(headers)),
  };
  const close = async (): Promise<void> => {
    await kept.close();
    await store.close();
  };
  return { deps, close };
}

export const roleIn = (headers: Headers): PracticeRole | null =>
  practiceRoles.find((role) => role === headers.get(PRACTICE_HEADER)) ?? null;

const playerOf = (role: PracticeRole | null): Staff | null =>
  role === null ? null : { ...practisingPerson(role), roles: [role], department: null };

async function addParts(store: Store, nowMs: number): Promise<void> {
  const at = momentOf(nowMs);
  await store.transaction(async (trx) => {
    for (const role of practiceRoles) {
      const { id, name } = practisingPerson(role);
      const row = { id, login: id, name, password_hash: '', roles: JSON.stringify([role]) };
      await insertAccount(trx, { ...row, created_at: at, disabled_at: at });
    }
  });
}

async function ownKey(): Promise<Keys['snapshot']> {
  const pair = await makeSigningKey({ extractable: false });
  const publicKey = await exportPublicKey(pair.publicKey);
  return { keyId: await keyIdOf(publicKey), publicKey, privateKey: pair.privateKey };
}
