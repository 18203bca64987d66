import type { Digest } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { changeBetween, type ObjectList, type SnapshotChange } from '../../contract/snapshot.ts';
import { currentNumber, listAt } from '../store/snapshot.ts';
import type { Db } from '../store/store.ts';

/** Lists of a few snapshots and changes between them: what is computed once holds for ever. */

const MOST_KEPT = 32;
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;

export interface ReadChange {
  /** `wait`: asked before one is computed; seconds that this asker must wait, or 0. */
  readonly change: (from: string, to: string, wait: () => number) => Promise<SnapshotChange | Problem>;
  /** What may be fetched: the objects of one snapshot. */
  readonly objectsOf: (number: number) => Promise<ReadonlySet<Digest>>;
}

export function changeReader(db: Db): ReadChange {
  const lists = new Map<number, ObjectList>();
  const changes = new Map<string, SnapshotChange>();

  const list = async (number: number): Promise<ObjectList> =>
    kept(lists, number) ?? keep(lists, number, await listAt(db, number));

  let shown = { number: 0, objects: new Set<Digest>() };
  const objectsOf = async (number: number): Promise<ReadonlySet<Digest>> => {
    if (shown.number !== number) shown = { number, objects: new Set((await list(number)).values()) };
    return shown.objects;
  };

  const change: ReadChange['change'] = async (fromText, toText, wait) => {
    if (!NUMBER.test(fromText) || !NUMBER.test(toText)) return { code: 'no-such-address' };
    const [from, to] = [Number(fromText), Number(toText)];
    const key = `${from}/${to}`;
    const known = kept(changes, key);
    if (known !== undefined) return known;
    if (to < 1 || from > to || to > (await currentNumber(db)))
      return { code: 'no-such-snapshot', number: to };
    const seconds = wait();
    if (seconds > 0) return { code: 'too-many-tries', seconds };
    const [before, after] = [await list(from), await list(to)];
    return keep(
      changes,
      key,
      changeBetween({ number: from, objects: before }, { number: to, objects: after }),
    );
  };

  return { change, objectsOf };
}

function kept<K, V>(map: Map<K, V>, key: K): V | undefined {
  const value = map.get(key);
  if (value !== undefined) {
    map.delete(key);
    map.set(key, value);
  }
  return value;
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST_KEPT) break;
    map.delete(oldest);
  }
  return value;
}
