import * as v from 'valibot';
import { routes } from '../../contract/routes.ts';
import { applyChange, listText, type ObjectList, SnapshotChange } from '../../contract/snapshot.ts';
import { digest } from '../../seal/digest.ts';
import type { Canary } from '../store/canary.ts';
import type { Standing } from '../store/content-db.ts';
import type { ContentDatabase } from '../store/read-content.ts';
import { type Base, baseOf, deriveAgain, ObjectMissing, rowsAreWhole, sweep, turn } from '../store/turn.ts';
import { fetchObjects } from './fetch-objects.ts';
import type { Answer, Http } from './http.ts';
import { type BelievedHead, type Refusal, verifyHead } from './verify-head.ts';

/**
 * One pull: a short run from stored state, safe to break off anywhere and to repeat. It shows nothing that the hall's key did not
 * sign, never a number below one already shown, and never half of two snapshots.
 */

export type PullEnd =
  | { readonly kind: 'turned' | 'unchanged'; readonly number: number }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly number: number | null }
  | { readonly kind: 'offline' | 'not-our-server' | 'server-trouble' };

export interface PullParts {
  readonly db: ContentDatabase;
  readonly http: Http;
  readonly readCanary: () => Canary;
  readonly noteShown: (shown: NonNullable<Canary['shown']>) => void;
  /** Look whether everything is still here, too: once after a start, when the browser may have lost something. */
  readonly isThorough: boolean;
  /** The new snapshot can be read. */
  readonly onTurned: () => Promise<void>;
}

const endOf = (answer: Answer): PullEnd =>
  answer.kind === 'offline' || answer.kind === 'not-our-server' ? answer : { kind: 'server-trouble' };

interface Offered {
  readonly change: SnapshotChange;
  readonly list: ObjectList;
}

/** The change since `from`, believed only if it leads to the very list that the head names. */
const offered = async (
  { http }: PullParts,
  { head }: BelievedHead,
  from: { readonly number: number; readonly list: ObjectList },
): Promise<Offered | Answer | 'wrong'> => {
  const answer = await http.ask({ path: routes.change(from.number, head.number) });
  if (answer.kind !== 'ok') return answer;
  const parsed = v.safeParse(SnapshotChange, answer.value);
  if (!parsed.success || parsed.output.from !== from.number || parsed.output.to !== head.number)
    return 'wrong';
  const list = applyChange(from.list, parsed.output);
  const isRight = list.size === head.list.count && (await digest(listText(list))) === head.list.digest;
  return isRight ? { change: parsed.output, list } : 'wrong';
};

const isOffered = (value: Offered | Answer | 'wrong'): value is Offered =>
  typeof value === 'object' && 'list' in value;

/** From our own snapshot; if that leads nowhere (the server knows another past), once from the very beginning. */
const findChange = async (
  parts: PullParts,
  believed: BelievedHead,
  { standing, list }: Base,
): Promise<Offered | Answer | 'wrong'> => {
  const start = { number: 0, list: new Map() };
  if (standing === null) return offered(parts, believed, start);
  const first = await offered(parts, believed, { number: standing.number, list });
  if (isOffered(first) || (first !== 'wrong' && first.kind !== 'problem')) return first;
  return offered(parts, believed, start);
};

/** The head is ours already: is everything that it names still here, and every row made from it? */
const repair = async (parts: PullParts, number: number, needed: ObjectList): Promise<PullEnd> => {
  const change = { from: number, to: number, put: [], drop: [] };
  const end = await fetchObjects({ ...parts, needed, change });
  if (end.kind === 'refused') return { ...end, number };
  if (end.kind !== 'complete') return endOf(end);
  if (!(await rowsAreWhole(parts.db))) await deriveAgain(parts.db);
  await sweep(parts.db);
  return { kind: 'unchanged', number };
};

interface Advance {
  readonly believed: BelievedHead;
  readonly base: Base;
  /** Usually only what the change brings is looked for. */
  readonly looksFor: 'change' | 'whole list';
}

const advance = async (parts: PullParts, { believed, base, looksFor }: Advance): Promise<PullEnd> => {
  const { head, signed, headDigest } = believed;
  const { number } = head;
  const found = await findChange(parts, believed, base);
  if (found === 'wrong') return { kind: 'refused', why: 'list-wrong', number };
  if (!isOffered(found)) return endOf(found);
  const { change, list } = found;
  const needed = looksFor === 'change' ? new Map(change.put) : list;
  const end = await fetchObjects({ ...parts, needed, change });
  if (end.kind === 'refused') return { ...end, number };
  if (end.kind !== 'complete') return endOf(end);
  const standing: Standing = { number, signed, headDigest, root: signed.root };
  const isTurned = await turn(parts.db, { head, standing, list });
  parts.noteShown({ hall: head.hall, root: signed.root, number });
  await parts.onTurned();
  return { kind: isTurned ? 'turned' : 'unchanged', number };
};

/** An object that should be here was lost, or swept by another page: everything is looked for, once. */
const advanceSurely = async (parts: PullParts, believed: BelievedHead, base: Base): Promise<PullEnd> => {
  for (const looksFor of ['change', 'whole list'] as const) {
    try {
      return await advance(parts, { believed, base, looksFor });
    } catch (cause) {
      if (!(cause instanceof ObjectMissing)) throw cause;
    }
  }
  return { kind: 'server-trouble' };
};

export const pull = async (parts: PullParts): Promise<PullEnd> => {
  const base = await baseOf(parts.db);
  const answer = await parts.http.ask({ path: routes.head });
  if (answer.kind !== 'ok') return endOf(answer);
  const { standing, list } = base;
  const believed = await verifyHead(answer.value, { standing, canary: parts.readCanary() });
  if (!believed.ok) return { kind: 'refused', why: believed.problem, number: standing?.number ?? null };
  const { number } = believed.value.head;
  if (standing?.number !== number) return advanceSurely(parts, believed.value, base);
  return parts.isThorough ? repair(parts, number, list) : { kind: 'unchanged', number };
};
