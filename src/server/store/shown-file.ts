import type { Digest } from '../../contract/id.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import type { Db, Trx } from './store.ts';

/** Which files published entries name, and whether they are known here. */

type Reader = Db | Trx;

/** Those of the digests that are neither a file nor a picture of one. Bytes come and go with these rows. */
export async function unknownFiles(db: Reader, digests: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>();
  for (const part of inParts(digests)) {
    const files = await db.selectFrom('file').select('digest').where('digest', 'in', part).execute();
    const pages = await db.selectFrom('file_page').select('picture').where('picture', 'in', part).execute();
    for (const { digest } of files) known.add(digest);
    for (const { picture } of pages) known.add(picture);
  }
  return digests.filter((digest) => !known.has(digest));
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
