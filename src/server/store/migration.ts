import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';
import { addInvitations, createAccountTables } from './account-tables.ts';
import { createAuditTables } from './audit-tables.ts';
import { addSendings, createBatchTables } from './batch-tables.ts';
import { createContentTables } from './content-tables.ts';
import { addDepartments } from './department-columns.ts';
import { addEnglish } from './english-column.ts';
import { createFileTables } from './file-tables.ts';
import { addHallOrigin, createHallTables } from './hall-tables.ts';
import { addMachinePlace, createMachineTables } from './machine-tables.ts';
import { addCommentAnswers, createPastTables } from './past-tables.ts';
import { createProposalTables } from './proposal-tables.ts';
import { createReviewTables } from './review-tables.ts';
import { createSecondStepTables } from './second-step.ts';
import type { Tables } from './store.ts';
import { createSubmissionTables } from './submission-tables.ts';
import { recordEarlierDisclosures } from './timeliness-start.ts';
import { createTimelinessTables } from './timeliness-tables.ts';
import { createWritingTables } from './writing-tables.ts';

/** Steps of the tables' shape, oldest first. A step that was released is never edited: what follows is a new one. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': {
    async up(db) {
      await createAccountTables(db);
      await createAuditTables(db);
      await createContentTables(db);
      await createMachineTables(db);
      await createSubmissionTables(db);
    },
  },
  '0002-accounts': { up: addInvitations },
  '0003-review': { up: createReviewTables },
  '0004-autosave': { up: createWritingTables },
  '0006-timeliness': {
    async up(db) {
      await createTimelinessTables(db);
      await recordEarlierDisclosures(db as Kysely<Tables>);
    },
  },
  '0007-second-step': { up: createSecondStepTables },
  '0008-hall-draft': { up: createHallTables },
  '0009-files': { up: createFileTables },
  '0010-batches': { up: createBatchTables },
  '0011-past': {
    async up(db) {
      await createPastTables(db);
      await addCommentAnswers(db);
    },
  },
  '0013-departments': { up: addDepartments },
  '0014-machine-place': { up: addMachinePlace },
  '0018-sendings': { up: addSendings },
  '0019-proposals': { up: createProposalTables },
  '0020-hall-origin': { up: addHallOrigin },
  '0021-english': { up: addEnglish },
};

const provider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) };

/** Brings the tables to the shape that this program knows; throws when the database is newer than the program. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
