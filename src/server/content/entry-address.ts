import type { Context } from 'hono';
import * as v from 'valibot';
import { EntryId } from '../../contract/id.ts';

/** The entry that an address names: `…/guide/pension-claim`. */
export function idIn(c: Context): EntryId | null {
  const id = v.safeParse(EntryId, `${c.req.param('kind')}/${c.req.param('name')}`);
  return id.success ? id.output : null;
}
