import type { Digest } from '../../contract/id.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import type { Db, Trx } from './store.ts';

/** Which files published entries name, and whether their bytes are here. */

type Reader = Db | Trx;

/** Those of the digests whose bytes are not here. */
export async function lostBytes(db: Reader, digests: readonly string[]): Promise<readonly string[]> {
  const held = new Set<string>();
  for (const part of inParts(digests)) {
    const rows = await db.selectFrom('file_bytes').select('digest').where('digest', 'in', part).execute();
    for (const row of rows) held.add(row.digest);
  }
  return digests.filter((digest) => !held.has(digest));
}

/** Of these objects the entries that name files: few of many, and only those are read. */
export async function entriesWithFiles(
  db: Reader,
  objects: readonly Digest[],
): Promise<readonly (readonly [Digest, PublishedEntry])[]> {
  const found: (readonly [Digest, PublishedEntry])[] = [];
  for (const part of inParts(objects)) {
    const rows = await db
      .selectFrom('object')
      .selectAll()
      .where('digest', 'in', part)
      // Canonical JSON has one spelling; a text that merely says this is read in vain, nothing else.
      .where((is) => is.or([is('body', 'like', '%"attachments":[%'), is('body', 'like', '%"type":"image"%')]))
      .execute();
    // It fitted the schema when it was made, and nothing changes it.
    for (const { digest, body } of rows) found.push([digest as Digest, JSON.parse(body) as PublishedEntry]);
  }
  return found.filter(([, object]) => object.type === 'entry');
}

/** Engines bound the number of parameters of one statement. */
function* inParts<T>(all: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < all.length; at += 500) yield all.slice(at, at + 500);
}
