import type { Act } from '../../contract/audit.ts';
import { momentOf } from '../../contract/day.ts';
import { concat, fromBase64url, utf8 } from '../../seal/bytes.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import { lastAuditRow, listAuditRows, putAuditRow } from '../store/audit.ts';
import type { Db, Trx } from '../store/store.ts';

/**
 * Who did what: rows in a chain, each in the same transaction as the act. hash = SHA-256("bianminping/audit/v1" ‖ 0 ‖ hash before ‖
 * canonical JSON of {n, at, actor, act, object, detail}). Promise: a row that was changed or removed is found, and no
 * row holds personal data (an erasure must not break the chain): ids, numbers, states and digests only.
 */
export interface AuditEntry {
  readonly atMs: number;
  /** A staff id, or `system` for what the program does by itself. */
  readonly actor: string;
  readonly act: Act;
  /** Id of what it was done to. */
  readonly object: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

const GENESIS = new Uint8Array(32);

export async function appendAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  const last = await lastAuditRow(trx);
  const row = {
    n: (last?.n ?? 0) + 1,
    at: momentOf(entry.atMs),
    actor: entry.actor,
    act: entry.act,
    object: entry.object,
    detail: canonical(entry.detail ?? {}),
  };
  await putAuditRow(trx, { ...row, hash: await hashOf(row, last?.hash) });
}

export interface AuditState {
  readonly count: number;
  /** The number of the first row that is not as it was written, or null when the whole chain holds. */
  readonly firstBroken: number | null;
  /** The last row's hash. The chain alone does not show that rows are missing at its end: compare this with an older one. */
  readonly head: string | null;
}

export async function verifyAudit(db: Db): Promise<AuditState> {
  const rows = await listAuditRows(db);
  const state = { count: rows.length, head: rows.at(-1)?.hash ?? null };
  let before: string | undefined;
  for (const [at, row] of rows.entries()) {
    const n = at + 1;
    if (row.n !== n || row.hash !== (await hashOf(row, before))) return { ...state, firstBroken: n };
    before = row.hash;
  }
  return { ...state, firstBroken: null };
}

export const firstBrokenRow = async (db: Db): Promise<number | null> => (await verifyAudit(db)).firstBroken;

type Row = Awaited<ReturnType<typeof listAuditRows>>[number];

function hashOf(row: Omit<Row, 'hash'>, before: string | undefined): Promise<string> {
  const { n, at, actor, act, object, detail } = row;
  const text = canonical({ n, at, actor, act, object, detail: JSON.parse(detail) });
  const previous = before === undefined ? GENESIS : fromBase64url(before);
  return digest(concat(utf8('bianminping/audit/v1\0'), previous, utf8(text)));
}
