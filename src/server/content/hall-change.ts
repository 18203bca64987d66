import * as v from 'valibot';
import { withAccent } from '../../contract/accent.ts';
import { dayAtHall, momentOf } from '../../contract/day.ts';
import { followed } from '../../contract/english-follow.ts';
import { Hall } from '../../contract/hall.ts';
import {
  type DecideHall,
  HallSettings,
  hallVersionInWords,
  type SaveHall,
} from '../../contract/hall-change.ts';
import { hallObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Fault } from '../../contract/schema.ts';
import { canonical } from '../../seal/canonical.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { badInput, checked } from '../http/body.ts';
import { person } from '../store/entry-row.ts';
import {
  changeHallChange,
  type HallChangeRecord,
  hallChanges,
  putHallChange,
  waitingHallChange,
} from '../store/hall-change.ts';
import { currentNumber, listAt, putObjects, shownEntriesHolding, shownHall } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';
import { personalData, wordsOfHall } from './fit-hall.ts';
import { hallVersion } from './hall-history.ts';
import { hallObject } from './hall-object.ts';
import { sealSnapshot } from './seal-snapshot.ts';

/**
 * The hall's settings from the desk. One person writes the change, a 签发 person who is another one signs it, and it goes out as a
 * snapshot of its own; a roll-back brings earlier settings back like anything else.
 */

const rowOf = (record: HallChangeRecord) => ({
  n: record.n,
  by: person(record.by_id, record.by_name),
  at: record.at,
  state: record.state,
  decidedBy: person(record.decided_by_id, record.decided_by_name),
  decidedAt: record.decided_at,
  note: record.note,
  origin: record.origin,
});

const shownDigest = async (db: Db | Trx) => (await listAt(db, await currentNumber(db))).get(hallObjectId);

export async function hallSettings(db: Db): Promise<Result<HallSettings, Problem>> {
  const hall = await shownHall(db);
  if (hall === null) return fail({ code: 'no-such-thing' });
  const waiting = await waitingHallChange(db);
  const past = await hallChanges(db);
  return ok(
    v.parse(HallSettings, {
      digest: await shownDigest(db),
      hall,
      waiting: waiting === undefined ? null : { ...rowOf(waiting), hall: JSON.parse(waiting.body) },
      past: past.filter(({ state }) => state !== 'waiting').map(rowOf),
    }),
  );
}

/** What published texts and numbers already given stand on must stay. */
async function faultsAgainst(trx: Trx, before: Hall, after: Hall): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  if (after.code !== before.code)
    faults.push({ path: ['code'], say: '区划代码定下来就不能改：回执和签名都用它。' });
  for (const [list, key, what] of LISTS) {
    const kept = new Set(after[list].map(({ id }) => id));
    for (const { id } of before[list].filter((each) => !kept.has(each.id))) {
      const bearing = await shownEntriesHolding(trx, `"${id}"`);
      const count = bearing.filter((entry) => wordsOfHall(entry)[key] === id).length;
      if (count > 0)
        faults.push({
          path: [list],
          say: `${what}“${id}”还有 ${count} 条内容在用，不能删。请先把它们改到别处。`,
        });
    }
  }
  return faults;
}

const LISTS = [
  ['departments', 'department', '科室'],
  ['categories', 'category', '信息分类'],
] as const;

/** What a change owes to earlier settings, as an entry's draft says it: brought back whole, or gone on from. */
async function originOf(
  trx: Trx,
  key: SaveHall['restoredFrom'],
  hall: Hall,
): Promise<Result<string | null, Problem>> {
  if (key === undefined) return ok(null);
  const version = await hallVersion(trx, key);
  if (!version.ok) return version;
  const isWhole = canonical(withAccent(version.value.text)) === canonical(withAccent(hall));
  const words = hallVersionInWords(key);
  return ok(isWhole ? `恢复自${words}。` : `从${words}改起。`);
}

export async function saveHallChange(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  save: SaveHall,
): Promise<Result<null, Problem>> {
  const hall = checked(Hall, save.hall);
  if (!hall.ok) return hall;
  return store.transaction(async (trx) => {
    const before = await shownHall(trx);
    if (before === null) return fail({ code: 'not-ready' });
    if ((await shownDigest(trx)) !== save.basedOn) return fail(MEANWHILE);
    const faults = [...(await faultsAgainst(trx, before, hall.value)), ...personalData(hall.value, clock())];
    if (faults.length > 0) return fail(badInput(faults));
    const origin = await originOf(trx, save.restoredFrom, hall.value);
    if (!origin.ok) return origin;
    const waiting = await waitingHallChange(trx);
    if (waiting !== undefined) await changeHallChange(trx, waiting.n, { state: 'replaced' });
    const atMs = clock();
    const from = waiting === undefined ? before : (JSON.parse(waiting.body) as Hall);
    const n = await putHallChange(trx, {
      based_on: save.basedOn,
      body: canonical(followed(from, hall.value, dayAtHall(atMs))),
      state: 'waiting',
      by_id: staff.id,
      by_name: staff.name,
      at: momentOf(atMs),
      origin: origin.value,
    });
    const detail = save.restoredFrom === undefined ? {} : { restoredFrom: save.restoredFrom };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'hall.edit', object: `hall/${n}`, detail });
    return ok(null);
  });
}

const MEANWHILE = { code: 'move-not-legal', state: 'hall', move: 'edit' } as const;

export async function decideHallChange(
  deps: Pick<Deps, 'store' | 'clock' | 'keys' | 'events'>,
  staff: Staff,
  decide: DecideHall,
): Promise<Result<null, Problem>> {
  const decided = await deps.store.transaction(async (trx): Promise<Result<number | null, Problem>> => {
    const waiting = await waitingHallChange(trx);
    if (waiting === undefined || waiting.n !== decide.n) return fail(MEANWHILE);
    return decide.decision === 'return'
      ? giveBack(trx, deps, staff, { waiting, decide })
      : sign(trx, deps, staff, waiting);
  });
  if (!decided.ok) return decided;
  if (decided.value !== null) deps.events.announce(decided.value);
  return ok(null);
}

const decision = (staff: Staff, atMs: number) => ({
  decided_by_id: staff.id,
  decided_by_name: staff.name,
  decided_at: momentOf(atMs),
});

async function giveBack(
  trx: Trx,
  { clock }: Pick<Deps, 'clock'>,
  staff: Staff,
  { waiting, decide }: { waiting: HallChangeRecord; decide: DecideHall },
): Promise<Result<null, Problem>> {
  if (decide.note === undefined) return fail({ code: 'reason-missing' });
  const atMs = clock();
  await changeHallChange(trx, waiting.n, { state: 'returned', note: decide.note, ...decision(staff, atMs) });
  await appendAudit(trx, {
    atMs,
    actor: staff.id,
    act: 'hall.return',
    object: `hall/${waiting.n}`,
    detail: {},
  });
  return ok(null);
}

async function sign(
  trx: Trx,
  { clock, keys }: Pick<Deps, 'clock' | 'keys'>,
  staff: Staff,
  waiting: HallChangeRecord,
): Promise<Result<number, Problem>> {
  if (waiting.by_id === staff.id) return fail({ code: 'same-person-signs-twice' });
  if ((await shownDigest(trx)) !== waiting.based_on) return fail(MEANWHILE);
  const hall = checked(Hall, JSON.parse(waiting.body));
  if (!hall.ok) return hall;
  const before = await shownHall(trx);
  const faults = before === null ? [] : await faultsAgainst(trx, before, hall.value);
  if (faults.length > 0) return fail(badInput(faults));
  const object = await hallObject(hall.value);
  await putObjects(trx, [object]);
  const atMs = clock();
  const number = await sealSnapshot(trx, new Map([[object.id, object.digest]]), {
    keys,
    atMs,
    by: staff,
    reason: '大厅设置',
  });
  await changeHallChange(trx, waiting.n, { state: 'signed', ...decision(staff, atMs) });
  await appendAudit(trx, {
    atMs,
    actor: staff.id,
    act: 'hall.sign',
    object: `hall/${waiting.n}`,
    detail: { snapshot: number },
  });
  return ok(number);
}
