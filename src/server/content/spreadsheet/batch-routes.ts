import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  BatchId,
  listKinds,
  MAX_SPREADSHEET_BYTES,
  NewBatch,
  RowFilter,
  SendBatch,
  StartBatch,
  spreadsheetFaults,
  XLSX_MEDIA_TYPE,
} from '../../../contract/batch.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Result } from '../../../contract/result.ts';
import { routes } from '../../../contract/routes.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Deps, Staff } from '../../deps.ts';
import { checked, readBytes, readJson } from '../../http/body.ts';
import { type DeskEnv, needs } from '../../http/guard.ts';
import { refuse, respond } from '../../http/respond.ts';
import { type BatchRecord, batchRecord, batchRecords, dropBatch } from '../../store/batch.ts';
import { shownHall } from '../../store/snapshot.ts';
import type { Db } from '../../store/store.ts';
import { type BatchJobs, batchJobs } from './batch-job.ts';
import { batchRows, batchView } from './batch-view.ts';
import { readBatch } from './read-batch.ts';
import { reportSheets } from './report.ts';
import { templateSheets } from './template.ts';
import { writeInWorker } from './worker-call.ts';

/** Lists from spreadsheets. Who writes for one department sees and takes back their own batches; others see all. */
export function batchRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();
  const jobs = batchJobs(deps);
  const may = needs(deps, 'content.edit');

  app.get(routes.staff.template(':kind'), may, async (c) => {
    const kind = v.safeParse(v.picklist(listKinds), c.req.param('kind'));
    const hall = await shownHall(db);
    if (!kind.success) return refuse(c, { code: 'no-such-thing' });
    if (hall === null) return refuse(c, { code: 'not-ready' });
    return xlsx(c, await writeInWorker(templateSheets(kind.output, hall)));
  });

  app.get(routes.staff.batches, may, async (c) => {
    const records = await batchRecords(db, ownOnly(c.var.staff));
    return respond(c, await Promise.all(records.map((each) => batchView(db, each, jobs.isRunning(each.id)))));
  });

  app.post(routes.staff.batches, may, async (c) => {
    const asked = checked(NewBatch, c.req.query());
    if (!asked.ok) return refuse(c, asked.problem);
    const bytes = await readBytes(c, MAX_SPREADSHEET_BYTES);
    if (bytes === 'too-large')
      return refuse(c, { code: 'bad-spreadsheet', say: spreadsheetFaults['too-large'] });
    if (bytes === 'broken-off') return refuse(c, { code: 'upload-broken-off' });
    const read = await readBatch(deps, c.var.staff, asked.value, bytes);
    return read.ok ? answerBatch(c, db, jobs, read.value) : refuse(c, read.problem);
  });

  oneBatchRoutes(app, deps, jobs);
  return app;
}

async function answerBatch(c: Context, db: Db, jobs: BatchJobs, id: string): Promise<Response> {
  const batch = await batchRecord(db, id);
  return batch === undefined
    ? refuse(c, { code: 'no-such-thing' })
    : respond(c, await batchView(db, batch, jobs.isRunning(id)));
}

function oneBatchRoutes(app: Hono<DeskEnv>, deps: Deps, jobs: BatchJobs): void {
  const { db } = deps.store;
  const may = needs(deps, 'content.edit');
  const one = routes.staff.batch(':id');

  /** A route on one batch that this person may see. */
  const on =
    (work: (c: Context<DeskEnv>, batch: BatchRecord, id: BatchId) => Promise<Response>) =>
    async (c: Context<DeskEnv>): Promise<Response> => {
      const id = v.safeParse(BatchId, c.req.param('id'));
      const batch = id.success ? await batchRecord(db, id.output) : undefined;
      const own = ownOnly(c.var.staff);
      if (!id.success || batch === undefined || (own !== null && batch.by_id !== own))
        return refuse(c, { code: 'no-such-thing' });
      return work(c, batch, id.output);
    };

  app.get(
    one,
    may,
    on((c, batch) => answerBatch(c, db, jobs, batch.id)),
  );
  app.get(
    `${one}/row`,
    may,
    on(async (c, batch) => {
      const filter = checked(RowFilter, c.req.query());
      return filter.ok ? respond(c, await batchRows(db, batch.id, filter.value)) : refuse(c, filter.problem);
    }),
  );
  app.get(
    `${one}/report`,
    may,
    on(async (c, batch) => xlsx(c, await writeInWorker(reportSheets(db, batch)))),
  );
  /** Work that goes on without the page that asks for it; the answer is the batch as it stands then. */
  const asks = <S extends v.GenericSchema>(
    what: 'start' | 'stop' | 'undo' | 'send',
    schema: S,
    work: (staff: Staff, id: BatchId, wanted: v.InferOutput<S>) => Promise<Result<void, Problem>>,
  ): void => {
    app.post(
      `${one}/${what}`,
      may,
      on(async (c, _, id) => {
        const wanted = await readJson(c, schema);
        if (!wanted.ok) return refuse(c, wanted.problem);
        const done = await work(c.var.staff, id, wanted.value);
        return done.ok ? answerBatch(c, db, jobs, id) : refuse(c, done.problem);
      }),
    );
  };
  asks('start', StartBatch, (staff, id, { whenHere }) => jobs.start(staff, id, whenHere));
  asks('stop', NOTHING, (_, id) => jobs.stop(id));
  asks('undo', NOTHING, (staff, id) => jobs.undo(staff, id));
  asks('send', SendBatch, (staff, id, { rows }) => jobs.send(staff, id, rows));
  app.delete(
    one,
    may,
    on((c, batch, id) => drop(c, deps, batch, id)),
  );
}

const NOTHING = v.strictObject({});

const ownOnly = (staff: Staff): string | null => (staff.department === null ? null : staff.id);

/** Only what has written nothing yet: the record of an import stays. */
async function drop(c: Context<DeskEnv>, deps: Deps, batch: BatchRecord, id: BatchId): Promise<Response> {
  const detail = { rows: batch.total };
  const isDropped = await deps.store.transaction(async (trx) => {
    // Somebody may have started it between our look and now.
    if ((await batchRecord(trx, id))?.state !== 'checked') return false;
    await dropBatch(trx, id);
    await appendAudit(trx, {
      atMs: deps.clock(),
      actor: c.var.staff.id,
      act: 'batch.drop',
      object: id,
      detail,
    });
    return true;
  });
  return isDropped ? respond(c, {}) : refuse(c, { code: 'batch-not-so' });
}

export const xlsx = (c: Context, bytes: Uint8Array): Response =>
  c.body(new Uint8Array(bytes).buffer, 200, { 'content-type': XLSX_MEDIA_TYPE });
