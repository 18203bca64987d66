import type { ColumnType, Kysely } from 'kysely';

/**
 * Files that staff give (附件, 图片) and the pictures made of them. Bytes lie in the database: they come and go in the transaction of
 * what names them, and one file is the whole hall to copy.
 */
export interface FileTables {
  /** One row a file as it was given; `state`: waiting, preparing, ready, refused. */
  file: {
    digest: string;
    type: string;
    bytes: number;
    state: string;
    /** Why it was refused (contract/file); null else. */
    fault: string | null;
    /** What its editor should know, as JSON. */
    warnings: ColumnType<string, string | undefined, string>;
    /** Null until it is known. */
    page_count: number | null;
    /** Its words; null until it is ready. */
    text: string | null;
    added_by: string;
    added_at: string;
  };
  /** The pictures of a file's pages, from 1. */
  file_page: {
    file: string;
    number: number;
    picture: string;
    width: number;
    height: number;
    bytes: number;
    /** What stands on this page. */
    text: string;
  };
  /** Bytes by digest, of files and of pictures. */
  file_bytes: { digest: string; bytes: Uint8Array };
}

export async function createFileTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('file')
    .addColumn('digest', 'text', (col) => col.primaryKey())
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('bytes', 'integer', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('fault', 'text')
    .addColumn('warnings', 'text', (col) => col.notNull().defaultTo('[]'))
    .addColumn('page_count', 'integer')
    .addColumn('text', 'text')
    .addColumn('added_by', 'text', (col) => col.notNull())
    .addColumn('added_at', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('file_page')
    .addColumn('file', 'text', (col) => col.notNull().references('file.digest'))
    .addColumn('number', 'integer', (col) => col.notNull())
    .addColumn('picture', 'text', (col) => col.notNull())
    .addColumn('width', 'integer', (col) => col.notNull())
    .addColumn('height', 'integer', (col) => col.notNull())
    .addColumn('bytes', 'integer', (col) => col.notNull())
    .addColumn('text', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('file_page_key', ['file', 'number'])
    .execute();
  await db.schema.createIndex('file_page_picture').on('file_page').column('picture').execute();
  await db.schema
    .createTable('file_bytes')
    .addColumn('digest', 'text', (col) => col.primaryKey())
    .addColumn('bytes', 'blob', (col) => col.notNull())
    .execute();
}
