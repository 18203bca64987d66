import * as v from 'valibot';
import { Hall } from '../../contract/hall.ts';
import { HallVersionKey } from '../../contract/hall-change.ts';
import { HallVersion, HallVersionRow } from '../../contract/history.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { faultsOf } from '../../contract/schema.ts';
import { person } from '../store/entry-row.ts';
import { type HallChangeRecord, hallChange } from '../store/hall-change.ts';
import { allHallChanges, type HallShown, hallShownIn, hallsShown } from '../store/past.ts';
import type { Db, Trx } from '../store/store.ts';
import { elementsChanged } from './history.ts';

/** Every state of the hall's settings: written at the desk, or come with an import or a roll-back. */

type Text = Readonly<Record<string, unknown>>;

const textOf = (shown: HallShown): Text => (JSON.parse(shown.body) as { hall: Text }).hall;

interface Version {
  readonly row: object;
  readonly at: string;
  readonly text: Text;
}

const written = (change: HallChangeRecord, numberOf: ReadonlyMap<string, number>): Version => ({
  at: change.at,
  text: JSON.parse(change.body) as Text,
  row: {
    key: `c${change.n}`,
    by: person(change.by_id, change.by_name),
    at: change.at,
    state: change.state,
    decidedBy: person(change.decided_by_id, change.decided_by_name),
    snapshot: change.state === 'signed' ? (numberOf.get(change.decided_at ?? '') ?? null) : null,
    note: change.note,
    origin: change.origin,
  },
});

const come = (shown: HallShown): Version => ({
  at: shown.signed_at,
  text: textOf(shown),
  row: {
    key: `s${shown.number}`,
    by: person(shown.by_id, shown.by_name),
    at: shown.signed_at,
    state: null,
    decidedBy: null,
    snapshot: shown.number,
    note: shown.reason,
    origin: null,
  },
});

/** Newest first. */
export async function hallPast(db: Db): Promise<HallVersionRow[]> {
  const [changes, shown] = [await allHallChanges(db), await hallsShown(db)];
  const numberOf = new Map(shown.map((each) => [each.signed_at, each.number]));
  const signedAt = new Set(changes.map(({ decided_at }) => decided_at));
  const versions = [
    ...changes.map((each) => written(each, numberOf)),
    ...shown.filter((each) => !signedAt.has(each.signed_at)).map(come),
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
  return versions
    .map(({ row, text }, at) => {
      const before = versions[at - 1]?.text;
      return v.parse(HallVersionRow, {
        ...row,
        changed: before === undefined ? null : elementsChanged(before, text),
      });
    })
    .reverse();
}

export async function hallVersion(db: Db | Trx, key: string): Promise<Result<HallVersion, Problem>> {
  if (!v.is(HallVersionKey, key)) return fail({ code: 'no-such-thing' });
  const n = Number(key.slice(1));
  const change = key.startsWith('c') ? await hallChange(db, n) : undefined;
  const shown = key.startsWith('s') ? await hallShownIn(db, n) : undefined;
  const version = change ? written(change, new Map()) : shown && come(shown);
  if (version === undefined) return fail({ code: 'no-such-thing' });
  const { at, text } = version;
  const faults = faultsOf(Hall, text).map(({ path, say }) => ({ path: path.join('.'), say }));
  return ok(v.parse(HallVersion, { key, at, text, faults }));
}
