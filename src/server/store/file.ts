import type { Insertable, Selectable } from 'kysely';
import * as v from 'valibot';
import {
  type Attachment,
  joinPageTexts,
  type Picture,
  PreparedAttachment,
} from '../../contract/attachment.ts';
import { type AttachmentFault, attachmentFaults, FileDetail } from '../../contract/file.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { FileTables } from './file-tables.ts';
import type { Db, Trx } from './store.ts';

/** Queries on files, the pictures of their pages, and the bytes of both. */

export type FileRecord = Selectable<FileTables['file']>;
export type FilePage = Selectable<FileTables['file_page']>;
type Reader = Db | Trx;

/** Bytes never change: what is there already stays. */
export async function putBytes(trx: Trx, digest: string, bytes: Uint8Array): Promise<void> {
  await trx
    .insertInto('file_bytes')
    .values({ digest, bytes })
    .onConflict((at) => at.column('digest').doNothing())
    .execute();
}

export async function bytesOf(db: Reader, digest: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db
    .selectFrom('file_bytes')
    .select('bytes')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return (row?.bytes as Uint8Array<ArrayBuffer> | undefined) ?? null;
}

export async function putFile(trx: Trx, file: Insertable<FileTables['file']>): Promise<void> {
  await trx.insertInto('file').values(file).execute();
}

export function fileRecord(db: Reader, digest: string): Promise<FileRecord | undefined> {
  return db.selectFrom('file').selectAll().where('digest', '=', digest).executeTakeFirst();
}

export async function changeFile(
  trx: Reader,
  digest: string,
  change: Partial<Pick<FileRecord, 'state' | 'fault' | 'text' | 'warnings' | 'page_count' | 'added_at'>>,
): Promise<void> {
  await trx.updateTable('file').set(change).where('digest', '=', digest).execute();
}

/** The oldest that is not prepared; one whose preparation a restart broke off waits again. */
export function nextFile(db: Reader): Promise<FileRecord | undefined> {
  return db
    .selectFrom('file')
    .selectAll()
    .where('state', 'in', ['waiting', 'preparing'])
    .orderBy('added_at')
    .orderBy('digest')
    .limit(1)
    .executeTakeFirst();
}

export async function putPage(trx: Trx, page: Insertable<FileTables['file_page']>): Promise<void> {
  await trx.insertInto('file_page').values(page).execute();
}

export async function dropPages(trx: Trx, file: string): Promise<void> {
  await trx.deleteFrom('file_page').where('file', '=', file).execute();
}

export function pagesOf(db: Reader, file: string): Promise<FilePage[]> {
  return db.selectFrom('file_page').selectAll().where('file', '=', file).orderBy('number').execute();
}

/** Of everything that the hall holds. */
export async function countBytes(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('file_bytes')
    .select((is) => is.fn.sum<number | null>(is.fn('length', ['bytes'])).as('bytes'))
    .executeTakeFirstOrThrow();
  return Number(row.bytes ?? 0);
}

/** A picture that was made here, with the file that it was made of. */
export function pageOfPicture(db: Reader, picture: string): Promise<FilePage | undefined> {
  return db.selectFrom('file_page').selectAll().where('picture', '=', picture).limit(1).executeTakeFirst();
}

const pictureOf = ({ picture, width, height, bytes }: FilePage): v.InferInput<typeof Picture> => ({
  file: picture,
  width,
  height,
  bytes,
});

export async function fileDetail(db: Reader, digest: string): Promise<Result<FileDetail, Problem>> {
  const record = await fileRecord(db, digest);
  if (record === undefined) return fail({ code: 'no-such-thing' });
  const pages = await pagesOf(db, digest);
  return ok(
    v.parse(FileDetail, {
      file: digest,
      type: record.type,
      bytes: record.bytes,
      state: record.state,
      fault: record.fault,
      warnings: JSON.parse(record.warnings),
      pages: pages.map(pictureOf),
      pageCount: record.page_count,
    }),
  );
}

/** An attachment as it is published, or why it cannot be. */
export async function preparedOf(
  db: Reader,
  attachment: Attachment,
): Promise<Result<PreparedAttachment, Problem>> {
  const record = await fileRecord(db, attachment.file);
  const fault = attachmentFault(record);
  if (record === undefined || fault !== null) return fail(notReady(attachment, fault ?? 'unknown'));
  const pages = await pagesOf(db, attachment.file);
  if (pages.length === 0) return fail(notReady(attachment, 'unprepared'));
  const { type, bytes } = record;
  return ok(
    v.parse(PreparedAttachment, {
      ...attachment,
      type,
      bytes,
      pages: pages.map(pictureOf),
      text: joinPageTexts(pages.map((page) => page.text)),
    }),
  );
}

export const attachmentFault = (record: FileRecord | undefined): AttachmentFault | null => {
  if (record === undefined) return 'unknown';
  if (record.state === 'ready') return null;
  return record.state === 'refused' ? 'refused' : 'unprepared';
};

const notReady = ({ name }: Attachment, fault: AttachmentFault): Problem => ({
  code: 'attachment-not-ready',
  name,
  why: attachmentFaults[fault],
});
