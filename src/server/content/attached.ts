import type { Picture, PreparedAttachment } from '../../contract/attachment.ts';
import type { Entry } from '../../contract/entry.ts';
import { attachmentFaults } from '../../contract/file.ts';
import type { Problem } from '../../contract/problem.ts';
import { type PublishedEntry, picturesOf } from '../../contract/published.ts';
import { ok, type Result } from '../../contract/result.ts';
import { picturesIn } from '../../contract/text.ts';
import { pageOfPicture, preparedOf } from '../store/file.ts';
import { unknownFiles } from '../store/shown-file.ts';
import type { Db, Trx } from '../store/store.ts';

/**
 * Promise: what is published with files is published with their pages, and every picture that it names is here. Asked before anything
 * is written, so that an entry whose attachments are not ready stays where it was.
 */

type Reader = Db | Trx;

/** The first of these entries whose files cannot go out as they are, in words. */
export async function whyNotPrepared(db: Reader, entries: readonly Entry[]): Promise<Problem | null> {
  for (const entry of entries) {
    const prepared = await attachmentsOf(db, entry);
    if (!prepared.ok) return prepared.problem;
    for (const picture of 'body' in entry ? picturesIn(entry.body) : [])
      if (!(await isOurs(db, picture))) return { code: 'picture-missing', entry: entry.title };
  }
  return null;
}

/** An entry's attachments with their pages and words, in its order. */
export async function attachmentsOf(
  db: Reader,
  entry: Entry,
): Promise<Result<readonly PreparedAttachment[], Problem>> {
  const prepared: PreparedAttachment[] = [];
  for (const attachment of 'attachments' in entry ? (entry.attachments ?? []) : []) {
    const made = await preparedOf(db, attachment);
    if (!made.ok) return made;
    prepared.push(made.value);
  }
  return ok(prepared);
}

/** A picture that was made here, and of the size that the text says: no other bytes pass for one. */
export async function isOurs(db: Reader, { file, width, height, bytes }: Picture): Promise<boolean> {
  const made = await pageOfPicture(db, file);
  return made?.width === width && made.height === height && made.bytes === bytes;
}

/** Why an older entry cannot be shown again: something that it names is gone. */
export async function whyLost(db: Reader, published: PublishedEntry): Promise<Problem | null> {
  const { entry, attachments = [] } = published;
  const named = [...picturesOf(published), ...attachments].map(({ file }) => file);
  const lost = new Set(await unknownFiles(db, [...new Set(named)]));
  if (lost.size === 0) return null;
  const gone = attachments.find(
    ({ file, pages }) => lost.has(file) || pages.some((page) => lost.has(page.file)),
  );
  return gone === undefined
    ? { code: 'picture-missing', entry: entry.title }
    : { code: 'attachment-not-ready', name: gone.name, why: attachmentFaults.unknown };
}
