import * as v from 'valibot';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { MEDIA_TYPE } from '../../contract/routes.ts';
import { bring, isOurs, readProblem } from './bring.ts';
import { type AskInit, sendTelling } from './send.ts';

/**
 * How the server is asked. An answer counts only when it bears the product's media type and fits its schema; a log-in page of the
 * network, a proxy's error page and silence are all "not connected". Nothing throws: every outcome is a Result.
 */

export type Ask = (path: string, init: AskInit) => Promise<Response>;
export type Answer<T> = Promise<Result<T, Problem>>;

export const askServer: Ask = (path, init) => (init.onSent ? sendTelling : fetch)(path, init);

const TIMEOUT_MS = 20_000;
/** A large file over a slow line, and the reading of it. */
const FILE_TIMEOUT_MS = 180_000;

interface Call<S extends v.GenericSchema> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly init?: AskInit;
  /** Sent as it is, instead of a body; it may take its time. */
  readonly file?: Blob;
  readonly schema: S;
}

type Sent = Pick<Call<v.GenericSchema>, 'method' | 'body' | 'file'>;
const request = ({ method = 'GET', body, file }: Sent): RequestInit => ({
  method,
  credentials: 'same-origin',
  cache: 'no-store',
  signal: AbortSignal.timeout(file === undefined ? TIMEOUT_MS : FILE_TIMEOUT_MS),
  headers: {
    accept: MEDIA_TYPE,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  ...(file === undefined ? {} : { body: file }),
});

const call = async <S extends v.GenericSchema>(ask: Ask, it: Call<S>): Answer<v.InferOutput<S>> => {
  let response: Response;
  let body: unknown;
  try {
    response = await ask(it.path, it.init ?? request(it));
    if (response.status === 204) return ok(undefined);
    if (!isOurs(response)) return fail({ code: 'not-our-server' });
    body = await response.json();
  } catch (error) {
    return fail({ code: error instanceof SyntaxError ? 'not-our-server' : 'offline' });
  }
  if (!response.ok) return fail(readProblem(body));
  const parsed = v.safeParse(it.schema, body);
  return parsed.success ? ok(parsed.output) : fail({ code: 'unexpected' });
};

/** The ways to ask that the parts of the api are written in. */
export interface Calls {
  readonly ask: Ask;
  readonly call: <S extends v.GenericSchema>(it: Call<S>) => Answer<v.InferOutput<S>>;
  readonly get: <S extends v.GenericSchema>(path: string, schema: S) => Answer<v.InferOutput<S>>;
  readonly send: <S extends v.GenericSchema>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    schema: S,
  ) => Answer<v.InferOutput<S>>;
  readonly drop: (path: string) => Answer<unknown>;
  /** A file of the server's own making. */
  readonly bring: (path: string, onBytes?: (bytes: number) => void, body?: unknown) => Answer<Blob>;
}

export const callsBy = (ask: Ask): Calls => ({
  ask,
  call: (it) => call(ask, it),
  get: (path, schema) => call(ask, { path, schema }),
  send: (method, path, body, schema) => call(ask, { method, path, body, schema }),
  drop: (path) => call(ask, { method: 'DELETE', path, schema: v.unknown() }),
  bring: (path, onBytes, body) => bring(ask, path, { onBytes, body }),
});
