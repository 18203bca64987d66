import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type Transaction } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { AuditTables } from './audit-tables.ts';
import type { BatchTables } from './batch-tables.ts';
import type { ContentTables } from './content-tables.ts';
import type { FileTables } from './file-tables.ts';
import type { HallTables } from './hall-tables.ts';
import type { MachineTables } from './machine-tables.ts';
import { migrate } from './migration.ts';
import type { PastTables } from './past-tables.ts';
import type { ProposalTables } from './proposal-tables.ts';
import type { ReviewTables } from './review-tables.ts';
import type { SecondStepTables } from './second-step.ts';
import type { SubmissionTables } from './submission-tables.ts';
import type { TimelinessTables } from './timeliness-tables.ts';
import type { WritingTables } from './writing-tables.ts';

/**
 * The one place that holds SQL. Promise: when a transaction has returned, it is on the disk (WAL with synchronous=FULL, one
 * fsync a commit). Queries are written once for SQLite and PostgreSQL.
 */
export interface Tables
  extends AccountTables,
    AuditTables,
    BatchTables,
    ContentTables,
    FileTables,
    HallTables,
    MachineTables,
    PastTables,
    ProposalTables,
    ReviewTables,
    SubmissionTables,
    SecondStepTables,
    TimelinessTables,
    WritingTables {}
export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;

export interface Store {
  readonly db: Db;
  /** Inside `work` use only `trx`: SQLite has one connection, and `db` would wait for it for ever. */
  readonly transaction: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
  /** Grows when another process (a content import) has written to the same file. */
  readonly foreignChanges: () => number;
  readonly isIntact: () => boolean;
  readonly close: () => Promise<void>;
}

export async function openStore(file: string): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new SQLite(file);
  // busy_timeout first: even switching to WAL needs the lock that another process may hold.
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const db: Db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: careful(sqlite) }) });
  await migrate(db);
  return {
    db,
    transaction: (work) => db.transaction().execute(work),
    foreignChanges: () => Number(sqlite.pragma('data_version', { simple: true })),
    isIntact: () => sqlite.pragma('quick_check', { simple: true }) === 'ok',
    close: () => db.destroy(),
  };
}

/**
 * A transaction takes the write lock when it begins: one that read first could find, when it writes, that another process was
 * quicker, and fail. And after some errors (a full disk) SQLite has rolled back by itself: a second roll-back would hide the cause.
 */
function careful(sqlite: SQLite.Database): SqliteDatabase {
  const prepared = statements(sqlite);
  const told = (text: string): string => {
    if (text === 'begin') return 'begin immediate';
    return text === 'rollback' && !sqlite.inTransaction ? 'select 1' : text;
  };
  return { prepare: (text) => prepared(told(text)), close: () => void sqlite.close() };
}

/** More texts than the program has; lists of varying length make new ones. */
const MOST_STATEMENTS = 500;

/** Preparing a statement costs more than most of ours take to run: each text is prepared once. */
function statements(sqlite: SQLite.Database): (text: string) => SQLite.Statement {
  const kept = new Map<string, SQLite.Statement>();
  return (text) => {
    const known = kept.get(text);
    // One that is still being read row by row cannot be run a second time meanwhile.
    if (known !== undefined && !known.busy) return known;
    const made = sqlite.prepare(text);
    if (kept.size >= MOST_STATEMENTS) kept.clear();
    kept.set(text, made);
    return made;
  };
}

/** The disk, or the room that the database may take, is full: nothing was written, reading goes on. */
export const isStorageFull = (error: unknown): boolean =>
  error instanceof SQLite.SqliteError && error.code === 'SQLITE_FULL';

/** Another process (a large content import) holds the write lock: nothing was written, a later try will do. */
export const isBusy = (error: unknown): boolean =>
  error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY');
