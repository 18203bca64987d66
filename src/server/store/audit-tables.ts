import type { Kysely } from 'kysely';

/** A chain: each row's hash covers the row before it, so a removed or changed row shows (hash-chained). */
export interface AuditTables {
  audit: {
    n: number;
    at: string;
    actor: string;
    act: string;
    object: string;
    /** Canonical JSON; never personal data. */
    detail: string;
    hash: string;
  };
}

export async function createAuditTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('n', 'integer', (col) => col.primaryKey())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('actor', 'text', (col) => col.notNull())
    .addColumn('act', 'text', (col) => col.notNull())
    .addColumn('object', 'text', (col) => col.notNull())
    .addColumn('detail', 'text', (col) => col.notNull())
    .addColumn('hash', 'text', (col) => col.notNull())
    .execute();
}
