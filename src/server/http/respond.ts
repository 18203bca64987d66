import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import { MEDIA_TYPE } from '../../contract/routes.ts';
import { statusOf } from './status-table.ts';

/** Answers. Every JSON of ours bears our media type: a screen believes nothing else. */

export function respond(c: Context, value: unknown, status: ContentfulStatusCode = 200): Response {
  const body = JSON.stringify(value);
  const length = String(Buffer.byteLength(body));
  return c.body(body, status, { 'content-type': MEDIA_TYPE, 'content-length': length });
}

export function refuse(c: Context, problem: Problem): Response {
  if (problem.code === 'too-many-tries') c.header('retry-after', String(problem.seconds));
  return respond(c, { problem, say: sayProblem(problem) }, statusOf[problem.code]);
}

/** The usual end of a route: what a feature returned, as it is. */
export function answer<T>(
  c: Context,
  result: Result<T, Problem>,
  status: ContentfulStatusCode = 200,
): Response {
  return result.ok ? respond(c, result.value, status) : refuse(c, result.problem);
}
