import * as v from 'valibot';
import {
  Batch,
  type BatchId,
  BatchRows,
  ExportFiles,
  type ListKind,
  type StartBatch,
} from '../contract/batch.ts';
import type { EntryId } from '../contract/id.ts';
import { routes } from '../contract/routes.ts';
import type { Answer } from './api.ts';
import { withQuery } from './route/route.ts';

/** The part of the api that is about lists from spreadsheets, and about what leaves as files. */
export interface BatchApi {
  readonly batches: () => Answer<Batch[]>;
  readonly batch: (id: BatchId) => Answer<Batch>;
  readonly batchRows: (id: BatchId, query: Readonly<Record<string, string>>) => Answer<BatchRows>;
  readonly readSpreadsheet: (file: Blob, asked: Readonly<Record<string, string>>) => Answer<Batch>;
  readonly startBatch: (id: BatchId, start: StartBatch) => Answer<Batch>;
  readonly stopBatch: (id: BatchId) => Answer<Batch>;
  readonly undoBatch: (id: BatchId) => Answer<Batch>;
  readonly dropBatch: (id: BatchId) => Answer<unknown>;
  readonly template: (kind: ListKind) => Answer<Blob>;
  readonly batchReport: (id: BatchId) => Answer<Blob>;
  /** A list of the desk, in its order. */
  readonly exportEntries: (ids: readonly EntryId[]) => Answer<Blob>;
  readonly exportFiles: () => Answer<ExportFiles>;
  /** An address of `routes.staff.export…`. */
  readonly bring: (path: string, onBytes?: (bytes: number) => void) => Answer<Blob>;
}

interface Calls {
  readonly get: <S extends v.GenericSchema>(path: string, schema: S) => Answer<v.InferOutput<S>>;
  readonly send: <S extends v.GenericSchema>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    schema: S,
  ) => Answer<v.InferOutput<S>>;
  readonly sendFile: <S extends v.GenericSchema>(
    path: string,
    file: Blob,
    schema: S,
  ) => Answer<v.InferOutput<S>>;
  readonly drop: (path: string) => Answer<unknown>;
  readonly bring: (path: string, onBytes?: (bytes: number) => void, body?: unknown) => Answer<Blob>;
}

const { staff } = routes;

export const batchCalls = ({ get, send, sendFile, drop, bring }: Calls): BatchApi => ({
  batches: () => get(staff.batches, v.array(Batch)),
  batch: (id) => get(staff.batch(id), Batch),
  batchRows: (id, query) => get(withQuery(staff.batchRows(id), query), BatchRows),
  readSpreadsheet: (file, asked) => sendFile(withQuery(staff.batches, asked), file, Batch),
  startBatch: (id, start) => send('POST', staff.batchStart(id), start, Batch),
  stopBatch: (id) => send('POST', staff.batchStop(id), {}, Batch),
  undoBatch: (id) => send('POST', staff.batchUndo(id), {}, Batch),
  dropBatch: (id) => drop(staff.batch(id)),
  template: (kind) => bring(staff.template(kind)),
  batchReport: (id) => bring(staff.batchReport(id)),
  exportEntries: (ids) => bring(staff.exportEntries, undefined, { ids }),
  exportFiles: () => get(staff.exportFiles, ExportFiles),
  bring: (path, onBytes) => bring(path, onBytes),
});
