import * as v from 'valibot';
import { objectIdOf, PublishedObject } from '../../contract/published.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import type { NewObject } from '../store/snapshot.ts';

/** Promise: nothing reaches a snapshot but this: an object that fits its schema, as canonical JSON, named by its digest. */
export async function makeObject(object: PublishedObject): Promise<NewObject> {
  const body = canonical(v.parse(PublishedObject, object));
  return { id: objectIdOf(object), digest: await digest(body), body };
}
