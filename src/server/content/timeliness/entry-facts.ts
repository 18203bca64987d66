import type { Day } from '../../../contract/day.ts';
import type { Guide } from '../../../contract/guide.ts';
import type { Item } from '../../../contract/item.ts';
import { headingsOf } from '../../../contract/standard-catalogue.ts';
import { type Expiring, LEGAL_WORKDAYS } from '../../../contract/timeliness.ts';
import { draftBody } from '../../store/entry.ts';
import type { Db } from '../../store/store.ts';

/**
 * What counting needs of one draft. What was saved at one moment never changes, so what was read once is kept in memory: a few hundred
 * bytes each. The number alone is not enough: an import that is taken back gives its numbers free.
 */
export interface EntryFacts extends Expiring {
  readonly department: string;
  readonly formedOn: Day | null;
  readonly limitWorkdays: number;
  readonly isProactive: boolean;
  readonly headings: readonly string[];
}

/** Without the moment at which it was saved, it is read anew. */
export type FactsOf = (id: string, revision: number, savedAt?: string) => Promise<EntryFacts>;

/** More drafts than any hall looks at in one day. */
const MOST_KEPT = 20_000;

export function factReader(db: Db): FactsOf {
  const kept = new Map<string, EntryFacts>();
  return async (id, revision, savedAt) => {
    const key = `${id} ${revision} ${savedAt}`;
    const known = savedAt === undefined ? undefined : kept.get(key);
    if (known !== undefined) return known;
    const facts = factsIn(JSON.parse(await draftBody(db, id, revision)));
    if (kept.size >= MOST_KEPT) kept.clear();
    if (savedAt !== undefined) kept.set(key, facts);
    return facts;
  };
}

/** Not through the schema: a draft may be older than the schema of today. */
function factsIn(entry: Item | Guide): EntryFacts {
  if (entry.kind !== 'item') {
    const { department } = entry.handler;
    return {
      department,
      formedOn: null,
      limitWorkdays: 0,
      isProactive: false,
      headings: [],
      validity: '有效',
    };
  }
  return {
    department: entry.department,
    formedOn: entry.formedOn,
    limitWorkdays: entry.limitWorkdays ?? LEGAL_WORKDAYS,
    isProactive: entry.disclosureWay === '主动公开',
    headings: headingsOf(entry),
    period: entry.period,
    abolishedOn: entry.abolishedOn,
    validity: entry.validity,
  };
}
