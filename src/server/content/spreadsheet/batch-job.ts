import { setImmediate } from 'node:timers/promises';
import type { BatchId, ListKind, SendBatch, WhenHere } from '../../../contract/batch.ts';
import type { Problem } from '../../../contract/problem.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Deps, Staff } from '../../deps.ts';
import {
  askedRows,
  askSendings,
  type BatchRecord,
  batchRecord,
  changeBatch,
  rowsWith,
} from '../../store/batch.ts';
import { shownHall } from '../../store/snapshot.ts';
import { sendRows } from './send-rows.ts';
import { takeBackRows } from './take-back.ts';
import { writeRows } from './write-rows.ts';

/**
 * The long work on a batch: it goes on without the page that began it, in parts of one transaction each. Each part writes entries,
 * what became of its rows and the audit together, so that a server killed at any moment leaves a batch that can be gone on with or
 * taken back. Between parts everybody else has their turn.
 */
const PART = 20;

type JobDeps = Pick<Deps, 'store' | 'clock' | 'log' | 'keys'>;

export interface BatchJobs {
  readonly start: (staff: Staff, id: BatchId, whenHere: WhenHere) => Promise<Result<void, Problem>>;
  readonly stop: (id: BatchId) => Promise<Result<void, Problem>>;
  readonly undo: (staff: Staff, id: BatchId) => Promise<Result<void, Problem>>;
  /** Asked twice, it is done once: what is on its way is not asked for again. */
  readonly send: (staff: Staff, id: BatchId, rows: SendBatch['rows']) => Promise<Result<void, Problem>>;
  readonly isRunning: (id: string) => boolean;
}

interface Job {
  isStopped: boolean;
  readonly ended: Promise<void>;
}

/** One part of the work; false: nothing is left. */
type Part = () => Promise<boolean>;

export function batchJobs(deps: JobDeps): BatchJobs {
  const jobs = new Map<string, Job>();

  const begin = (id: string, part: Part, end: () => Promise<void>, stopped: 'stopped' | 'done'): void => {
    const work = async (job: Job): Promise<void> => {
      try {
        while (!job.isStopped && (await part())) await setImmediate();
        if (job.isStopped) await changeBatch(deps.store.db, id, { state: stopped });
        else await end();
      } catch (error) {
        // The batch stays as its last part left it, and its page says that it stopped.
        deps.log.warn({ name: (error as Error).name, batch: id }, 'a batch broke off');
      } finally {
        jobs.delete(id);
      }
    };
    const job: Job = { isStopped: false, ended: Promise.resolve() };
    jobs.set(id, Object.assign(job, { ended: setImmediate().then(() => work(job)) }));
  };

  const claimed = new Set<string>();
  /** Nobody else begins anything with the batch until the work stands among the jobs. */
  const alone = async (
    id: BatchId,
    from: readonly string[],
    work: (batch: BatchRecord) => Promise<Result<void, Problem>>,
  ): Promise<Result<void, Problem>> => {
    if (jobs.has(id) || claimed.has(id)) return fail({ code: 'batch-busy' });
    claimed.add(id);
    try {
      const batch = await batchRecord(deps.store.db, id);
      return batch !== undefined && from.includes(batch.state) ? await work(batch) : NOT_SO;
    } finally {
      claimed.delete(id);
    }
  };

  return {
    isRunning: (id) => jobs.has(id),
    start: (staff, id, whenHere) =>
      alone(id, ['checked', 'importing', 'stopped'], async (batch) => {
        const part = await importing(deps, staff, batch, whenHere === 'revise');
        if (part === null) return fail({ code: 'not-ready' });
        await changeBatch(deps.store.db, id, { state: 'importing', when_here: whenHere });
        begin(id, part, () => changeBatch(deps.store.db, id, { state: 'done' }), 'stopped');
        return ok(undefined);
      }),
    async stop(id) {
      const job = jobs.get(id);
      if (job === undefined) return NOT_SO;
      job.isStopped = true;
      await job.ended;
      return ok(undefined);
    },
    undo: (staff, id) =>
      alone(id, ['importing', 'stopped', 'done', 'undoing', 'sending'], async () => {
        await changeBatch(deps.store.db, id, { state: 'undoing' });
        begin(
          id,
          undoing(deps, staff, id),
          () => changeBatch(deps.store.db, id, { state: 'undone' }),
          'done',
        );
        return ok(undefined);
      }),
    send: (staff, id, rows) =>
      alone(id, ['done', 'sending'], async () => {
        const asked = rows === 'rest' || (await ask(deps, staff, id, rows));
        if (!asked) return NOT_SO;
        await changeBatch(deps.store.db, id, { state: 'sending' });
        begin(id, sending(deps, staff, id), () => changeBatch(deps.store.db, id, { state: 'done' }), 'done');
        return ok(undefined);
      }),
  };
}

const NOT_SO = fail({ code: 'batch-not-so' } as const);

/** False: none of these rows can be sent any more. */
const ask = (deps: JobDeps, staff: Staff, id: BatchId, rows: readonly number[] | 'all'): Promise<boolean> =>
  deps.store.transaction(async (trx) => {
    const asked = await askSendings(trx, id, rows);
    if (asked === 0) return false;
    const act = { actor: staff.id, act: 'batch.send', object: id, detail: { rows: asked } } as const;
    await appendAudit(trx, { ...act, atMs: deps.clock() });
    return true;
  });

function sending(deps: JobDeps, staff: Staff, id: BatchId): Part {
  let last = 0;
  return () =>
    deps.store.transaction(async (trx) => {
      const rows = await askedRows(trx, id, last, PART);
      if (rows.length === 0) return false;
      await sendRows({ trx, deps, staff }, rows);
      last = rows.at(-1)?.n ?? last;
      return true;
    });
}

async function importing(
  deps: JobDeps,
  staff: Staff,
  batch: BatchRecord,
  isRevised: boolean,
): Promise<Part | null> {
  const { db } = deps.store;
  const hall = await shownHall(db);
  if (hall === null) return null;
  const kind = batch.kind as ListKind;
  const lastOf = new Map<string, number>();
  return () =>
    deps.store.transaction(async (trx) => {
      const rows = await rowsWith(trx, batch.id, ['waiting'], PART);
      if (rows.length === 0) return false;
      const writing = { trx, batch: batch.id, staff, kind, isRevised, lastOf, hall, nowMs: deps.clock() };
      const told = await writeRows(writing, rows);
      const counted = (outcome: string): number => told.filter((each) => each.outcome === outcome).length;
      const detail = {
        rows: rows.length,
        created: counted('created'),
        revised: counted('revised'),
        skipped: counted('skipped'),
        refused: counted('refused'),
      };
      const part = { actor: staff.id, act: 'batch.import', object: batch.id, detail } as const;
      await appendAudit(trx, { ...part, atMs: deps.clock() });
      return true;
    });
}

function undoing(deps: JobDeps, staff: Staff, id: BatchId): Part {
  return () =>
    deps.store.transaction(async (trx) => {
      const rows = await rowsWith(trx, id, ['created', 'revised'], PART);
      if (rows.length === 0) return false;
      const outcomes = await takeBackRows({ trx, staff, nowMs: deps.clock() }, rows);
      const kept = outcomes.filter((each) => each === 'kept').length;
      const detail = { rows: rows.length, takenBack: rows.length - kept, kept };
      const part = { actor: staff.id, act: 'batch.undo', object: id, detail } as const;
      await appendAudit(trx, { ...part, atMs: deps.clock() });
      return true;
    });
}
