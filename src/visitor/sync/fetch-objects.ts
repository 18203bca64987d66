import * as v from 'valibot';
import type { Digest, ObjectId } from '../../contract/id.ts';
import { objectIdOf, PublishedObject } from '../../contract/published.ts';
import { routes } from '../../contract/routes.ts';
import { OBJECTS_PER_PAGE, type ObjectList, type SnapshotChange } from '../../contract/snapshot.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import { fetching as progress } from '../store/facts.ts';
import type { ContentDatabase } from '../store/read-content.ts';
import { heldOf, putObjects } from '../store/turn.ts';
import type { Answer, Http } from './http.ts';
import type { Refusal } from './verify-head.ts';

/**
 * Brings the objects that a list names and this machine lacks. Each is stored as soon as its digest is verified, so a pull that
 * breaks off has lost nothing: the next one asks only for the rest.
 */

export type FetchEnd =
  | { readonly kind: 'complete' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | Answer;

/** So few of one page are asked for one by one: less travels than the page. */
const ONE_BY_ONE = 3;
const BATCH = 50;

type Checked = readonly [Digest, PublishedObject];

class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

/** The object in a line, if it is one that was asked for. The line's own bytes are digested: nothing is re-serialised. */
const checked = async (line: string, wanted: ReadonlyMap<Digest, ObjectId>): Promise<Checked | null> => {
  const found = await digest(line);
  const id = wanted.get(found);
  if (id === undefined) return null;
  const parsed = v.safeParse(PublishedObject, JSON.parse(line));
  // The hall signed it, but this version of the app does not know its shape.
  if (!parsed.success) throw new Refused('object-unknown');
  if (objectIdOf(parsed.output) !== id) throw new Refused('object-wrong');
  return [found, parsed.output];
};

/** Which digest stands in which page of the change. */
const pagesOf = (
  change: SnapshotChange,
  missing: ReadonlySet<Digest>,
): ReadonlyMap<number, readonly Digest[]> => {
  const pages = new Map<number, Digest[]>();
  for (const [at, [, each]] of change.put.entries()) {
    if (!missing.has(each)) continue;
    const page = Math.floor(at / OBJECTS_PER_PAGE);
    pages.set(page, [...(pages.get(page) ?? []), each]);
  }
  return pages;
};

const count = (stored: number): void => {
  const before = progress.peek();
  if (before !== null) progress.value = { ...before, done: before.done + stored };
};

export interface Fetching {
  readonly db: ContentDatabase;
  readonly http: Http;
  /** What is looked for here and, where it is missing, fetched. */
  readonly needed: ObjectList;
  readonly change: SnapshotChange;
}

/** What has come is no longer missing. */
const fetchPage = async ({ db, http }: Fetching, path: string, missing: Map<Digest, ObjectId>) => {
  let batch: Checked[] = [];
  const store = async (): Promise<void> => {
    if (batch.length > 0) await putObjects(db, batch);
    for (const [each] of batch) missing.delete(each);
    count(batch.length);
    batch = [];
  };
  const end = await http.lines(path, async (line) => {
    const object = await checked(line, missing);
    if (object !== null) batch.push(object);
    if (batch.length >= BATCH) await store();
  });
  // Also what came before the line broke.
  await store();
  return end;
};

const fetchOne = async (
  { db, http }: Fetching,
  id: ObjectId,
  wanted: Digest,
): Promise<Answer | { readonly kind: 'complete' }> => {
  const answer = await http.ask({ path: routes.object(wanted) });
  if (answer.kind !== 'ok') return answer;
  const text = canonical(answer.value);
  const object = await checked(text, new Map([[wanted, id]]));
  if (object === null) throw new Refused('object-wrong');
  await putObjects(db, [object]);
  return { kind: 'complete' };
};

const missingOf = async ({ db, needed }: Fetching): Promise<Map<Digest, ObjectId>> => {
  const held = await heldOf(db, [...needed.values()]);
  return new Map([...needed].filter(([, each]) => !held.has(each)).map(([id, each]) => [each, id]));
};

const fetchAll = async (fetching: Fetching): Promise<FetchEnd> => {
  const { change } = fetching;
  const missing = await missingOf(fetching);
  progress.value = { done: 0, of: missing.size };
  for (const [page, digests] of pagesOf(change, new Set(missing.keys()))) {
    if (digests.length <= ONE_BY_ONE) continue;
    const end = await fetchPage(fetching, routes.page(change.from, change.to, page), missing);
    if (end !== 'ok') return end;
  }
  for (const [each, id] of missing) {
    const end = await fetchOne(fetching, id, each);
    if (end.kind !== 'complete') return end;
  }
  return { kind: 'complete' };
};

export const fetchObjects = async (fetching: Fetching): Promise<FetchEnd> => {
  try {
    return await fetchAll(fetching);
  } catch (cause) {
    if (cause instanceof Refused) return { kind: 'refused', why: cause.why };
    throw cause;
  } finally {
    progress.value = null;
  }
};
