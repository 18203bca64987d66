import type { Kysely } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';

/** Who works at the desk. Tokens and passwords stand here only as hashes. */
export interface AccountTables {
  staff: {
    id: string;
    login: string;
    name: string;
    password_hash: string;
    /** Role ids, JSON list. */
    roles: string;
    /** A department of the hall's settings; null: the whole hall. */
    department: string | null;
    created_at: Moment;
    disabled_at: Moment | null;
  };
  session: {
    token_hash: string;
    staff_id: StaffId;
    created_at: Moment;
    seen_at: Moment;
    expires_at: Moment;
  };
  /** Who was given a one-time code and has not used it. */
  invitation: {
    staff_id: StaffId;
    /** Digest of the code. */
    code_hash: string;
    by_id: StaffId;
    made_at: Moment;
    expires_at: Moment;
  };
}

export async function createAccountTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('login', 'text', (col) => col.notNull().unique())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('password_hash', 'text', (col) => col.notNull())
    .addColumn('roles', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('disabled_at', 'text')
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('token_hash', 'text', (col) => col.primaryKey())
    .addColumn('staff_id', 'text', (col) => col.notNull().references('staff.id'))
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('seen_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .execute();
}

/** 0002: a person's department, and invitations. */
export async function addInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('staff').addColumn('department', 'text').execute();
  await db.schema
    .createTable('invitation')
    .addColumn('staff_id', 'text', (col) => col.primaryKey().references('staff.id'))
    .addColumn('code_hash', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .execute();
}
