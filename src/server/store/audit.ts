import type { Insertable, Selectable } from 'kysely';
import type { AuditTables } from './audit-tables.ts';
import type { Db, Trx } from './store.ts';

export function lastAuditRow(trx: Trx): Promise<{ n: number; hash: string } | undefined> {
  return trx.selectFrom('audit').select(['n', 'hash']).orderBy('n', 'desc').limit(1).executeTakeFirst();
}

export async function putAuditRow(trx: Trx, row: Insertable<AuditTables['audit']>): Promise<void> {
  await trx.insertInto('audit').values(row).execute();
}

export function listAuditRows(db: Db): Promise<Selectable<AuditTables['audit']>[]> {
  return db.selectFrom('audit').selectAll().orderBy('n').execute();
}
