import * as v from 'valibot';
import {
  Batch,
  type BatchId,
  BatchRows,
  ExportFiles,
  type ListKind,
  type SendBatch,
  type StartBatch,
} from '../../contract/batch.ts';
import type { EntryId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import { withQuery } from '../route/route.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** Lists from spreadsheets, and what leaves as files. */
export const batchApi = ({ get, call, send, drop, bring }: Calls) => ({
  batches: () => get(staff.batches, v.array(Batch)),
  batch: (id: BatchId) => get(staff.batch(id), Batch),
  batchRows: (id: BatchId, query: Query) => get(withQuery(staff.batchRows(id), query), BatchRows),
  readSpreadsheet: (file: Blob, asked: Query) =>
    call({ method: 'POST', path: withQuery(staff.batches, asked), file, schema: Batch }),
  startBatch: (id: BatchId, start: StartBatch) => send('POST', staff.batchStart(id), start, Batch),
  stopBatch: (id: BatchId) => send('POST', staff.batchStop(id), {}, Batch),
  undoBatch: (id: BatchId) => send('POST', staff.batchUndo(id), {}, Batch),
  sendBatch: (id: BatchId, rows: SendBatch) => send('POST', staff.batchSend(id), rows, Batch),
  dropBatch: (id: BatchId) => drop(staff.batch(id)),
  template: (kind: ListKind) => bring(staff.template(kind)),
  batchReport: (id: BatchId) => bring(staff.batchReport(id)),
  /** A list of the desk, in its order. */
  exportEntries: (ids: readonly EntryId[]) => bring(staff.exportEntries, undefined, { ids }),
  exportFiles: () => get(staff.exportFiles, ExportFiles),
  /** An address of `routes.staff.export…`. */
  bring: (path: string, onBytes?: (bytes: number) => void) => bring(path, onBytes),
});

type Query = Readonly<Record<string, string>>;
