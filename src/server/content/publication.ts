import type { Problem } from '../../contract/problem.ts';
import type { Rollback, SnapshotRow } from '../../contract/publication.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Deps, Staff } from '../deps.ts';
import { snapshotRecord } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { snapshotRow } from './desk-view.ts';
import { publishApproved } from './publish.ts';
import { rollBack } from './roll-back.ts';
import type { Sealing } from './seal-snapshot.ts';

/** A new snapshot from the desk: one transaction; when it is durable, and only then, screens are told. */
type PublicationDeps = Pick<Deps, 'store' | 'keys' | 'clock' | 'events'>;

export function publishAll(deps: PublicationDeps, staff: Staff): Promise<Result<SnapshotRow, Problem>> {
  const sealing = { keys: deps.keys, atMs: deps.clock(), by: staff, reason: '发布' };
  return durably(deps, (trx) => publishApproved(trx, sealing));
}

export function rollBackTo(
  deps: PublicationDeps,
  staff: Staff,
  wanted: Rollback,
): Promise<Result<SnapshotRow, Problem>> {
  const { reason } = wanted;
  const sealing: Sealing = { keys: deps.keys, atMs: deps.clock(), by: staff, reason };
  return durably(deps, (trx) => rollBack(trx, wanted, sealing));
}

async function durably(
  { store, events }: PublicationDeps,
  publish: (trx: Trx) => Promise<Result<number, Problem>>,
): Promise<Result<SnapshotRow, Problem>> {
  const published = await store.transaction(publish);
  if (!published.ok) return published;
  events.announce(published.value);
  const record = await snapshotRecord(store.db, published.value);
  return record === undefined ? fail({ code: 'unexpected' }) : ok(snapshotRow(record));
}
