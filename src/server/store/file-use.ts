import type { Moment } from '../../contract/day.ts';
import { type FilePage, pagesOf } from './file.ts';
import type { Db, Trx } from './store.ts';

/** Which files anything that is kept names, and how one that nothing names goes. */

type Reader = Db | Trx;

/** Where texts lie that may name files: drafts of every revision, what people type or gave up, what screens show or once showed. */
const TEXTS = {
  draft: ['entry_id', 'revision'],
  writing: ['entry_id', 'staff_id'],
  past_writing: ['n'],
  object: ['digest'],
} as const;

const PART = 100;
const DIGEST = /"([\w-]{43})"/g;

/** Digests of files and pictures. A word of the same shape that is none does no harm. */
export async function namedFiles(db: Reader): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const [table, keys] of Object.entries(TEXTS) as [keyof typeof TEXTS, readonly string[]][]) {
    for (let at = 0; ; at += PART) {
      const bodies = await bodiesIn(db, table, { keys, at });
      for (const body of bodies) for (const [, digest = ''] of body.matchAll(DIGEST)) named.add(digest);
      if (bodies.length < PART) break;
    }
  }
  return named;
}

async function bodiesIn(
  db: Reader,
  table: keyof typeof TEXTS,
  { keys, at }: { readonly keys: readonly string[]; readonly at: number },
): Promise<readonly string[]> {
  let rows = db.selectFrom(table).select('body').where('body', 'like', '%"file":"%');
  for (const key of keys) rows = rows.orderBy(key as never);
  return (await rows.limit(PART).offset(at).execute()).map(({ body }) => body);
}

export interface OldFile {
  readonly digest: string;
  readonly bytes: number;
  readonly pages: readonly FilePage[];
}

/** Those that nobody has given, or given again, since then. */
export async function filesBefore(db: Reader, until: Moment): Promise<readonly OldFile[]> {
  const rows = await db
    .selectFrom('file')
    .select(['digest', 'bytes'])
    .where('added_at', '<', until)
    .where('state', 'in', ['ready', 'refused'])
    .execute();
  return Promise.all(rows.map(async (row) => ({ ...row, pages: await pagesOf(db, row.digest) })));
}

/** A file with its pages, and the bytes that no other has. */
export async function dropFile(trx: Trx, { digest, pages }: OldFile): Promise<void> {
  await trx.deleteFrom('file_page').where('file', '=', digest).execute();
  await trx.deleteFrom('file').where('digest', '=', digest).execute();
  for (const each of new Set([digest, ...pages.map(({ picture }) => picture)]))
    await trx
      .deleteFrom('file_bytes')
      .where('digest', '=', each)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('file').select('digest').where('digest', '=', each))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('file_page').select('file').where('picture', '=', each))),
      )
      .execute();
}
