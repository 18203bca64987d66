import { momentOf } from '../../contract/day.ts';
import { UNUSED_FILE_DAYS } from '../../contract/file.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { dropFile, filesBefore, namedFiles, type OldFile } from '../store/file-use.ts';
import type { Db, Trx } from '../store/store.ts';

/**
 * Files that nothing names go: given and taken out again, or left by an import that was refused half-way. Not before some weeks: what
 * was typed on a computer without network may still name one. Looked at when the server starts, and once a day.
 */

const DAY_MS = 86_400_000;
/** Others have their turn between. */
const PART = 20;

type SweepDeps = Pick<Deps, 'store' | 'clock' | 'log'>;

/** How many went. */
export async function sweepFiles({ store, clock }: SweepDeps): Promise<number> {
  let swept = 0;
  // Looked first without the lock under which everybody writes; then once more, for somebody may have named one meanwhile.
  while ((await unused(store.db, clock())).length > 0) {
    swept += await store.transaction(async (trx) => {
      const files = (await unused(trx, clock())).slice(0, PART);
      for (const file of files) await sweep(trx, file, clock());
      return files.length;
    });
  }
  return swept;
}

async function unused(db: Db | Trx, nowMs: number): Promise<readonly OldFile[]> {
  const old = await filesBefore(db, momentOf(nowMs - UNUSED_FILE_DAYS * DAY_MS));
  if (old.length === 0) return [];
  const named = await namedFiles(db);
  return old.filter(
    ({ digest, pages }) => ![digest, ...pages.map((page) => page.picture)].some((each) => named.has(each)),
  );
}

async function sweep(trx: Trx, file: OldFile, atMs: number): Promise<void> {
  await dropFile(trx, file);
  const detail = { bytes: file.bytes };
  await appendAudit(trx, { atMs, actor: 'system', act: 'file.sweep', object: `file/${file.digest}`, detail });
}

/** Returns how to stop. */
export function keepSwept(deps: SweepDeps): () => void {
  const look = (): void => {
    sweepFiles(deps).catch((error: Error) =>
      deps.log.warn({ name: error.name }, 'unused files were not swept'),
    );
  };
  look();
  const timer = setInterval(look, DAY_MS).unref();
  return () => clearInterval(timer);
}
