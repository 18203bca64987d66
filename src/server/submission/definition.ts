import * as v from 'valibot';
import type { Form } from '../../contract/form.ts';
import { PublishedEntry } from '../../contract/published.ts';
import type { Deps } from '../deps.ts';
import { objectBody } from '../store/snapshot.ts';

/**
 * The form that a visitor saw, by the digest in the envelope: every definition that was ever published is kept. Null for a digest
 * that never was published here, or is no form: the envelope is kept all the same.
 */
export type Definitions = (digest: string) => Promise<Form | null>;

const MOST_HELD = 200;

export function makeDefinitions({ store }: Pick<Deps, 'store'>): Definitions {
  // Content-addressed, so what is held can never be stale.
  const held = new Map<string, Form>();
  return async (digest) => {
    const known = held.get(digest);
    if (known) return known;
    const body = await objectBody(store.db, digest);
    const parsed = v.safeParse(PublishedEntry, body === null ? null : JSON.parse(body));
    if (!parsed.success || parsed.output.entry.kind !== 'form') return null;
    const { entry } = parsed.output;
    if (held.size >= MOST_HELD) held.clear();
    held.set(digest, entry);
    return entry;
  };
}
