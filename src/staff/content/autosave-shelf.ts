import * as v from 'valibot';
import { EntryId } from '../../contract/id.ts';
import type { Hands, Shelved } from './autosave-job.ts';
import { isWriting, type Writing } from './writing.ts';

/**
 * Copies in this browser, each under the page that typed it: two pages without a network do not overwrite each other. What a page that
 * is gone left behind goes on in the next one; what another open page holds, or is one too many, is offered.
 */

export interface ElsewhereCopy {
  readonly hand: string;
  readonly writing: Writing;
  readonly after: number;
  readonly at: string;
  /** Its page is open: it goes on there. */
  readonly isOpen: boolean;
}

const PREFIX = '内容 ';
export const shelfKey = (id: EntryId, hand: string): string => `${PREFIX}${id} ${hand}`;

/** Copies of an older program name no page. */
const keyParts = (key: string): { readonly id: EntryId; readonly hand: string } | null => {
  const [id, hand = ''] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(' ') : [];
  const parsed = v.safeParse(EntryId, id);
  return parsed.success ? { id: parsed.output, hand } : null;
};

const isShelved = (value: unknown): value is Shelved =>
  typeof value === 'object' &&
  value !== null &&
  'writing' in value &&
  isWriting(value.writing) &&
  'after' in value &&
  typeof value.after === 'number';

/** By entry, latest first; one's own page's are not among them. */
export const copiesElsewhere = (
  { shelf, hand: own }: Pick<Hands, 'shelf' | 'hand'>,
  owner: string,
  present: ReadonlySet<string>,
): ReadonlyMap<EntryId, readonly ElsewhereCopy[]> => {
  const found = new Map<EntryId, ElsewhereCopy[]>();
  for (const [key, value] of shelf.all(owner)) {
    const parts = keyParts(key);
    if (parts === null || parts.hand === own || !isShelved(value)) continue;
    const copy: ElsewhereCopy = {
      hand: parts.hand,
      writing: value.writing,
      after: value.after,
      at: value.at ?? '',
      isOpen: present.has(parts.hand),
    };
    found.set(
      parts.id,
      [...(found.get(parts.id) ?? []), copy].sort((a, b) => (a.at > b.at ? -1 : 1)),
    );
  }
  return found;
};

export const dropCopy = ({ shelf }: Pick<Hands, 'shelf'>, owner: string, id: EntryId, hand: string): void =>
  shelf.drop(owner, hand === '' ? `${PREFIX}${id}` : shelfKey(id, hand));
