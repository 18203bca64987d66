import * as v from 'valibot';
import { type Problem, problemCodes, sayProblem } from '../../contract/problem.ts';
import { fail, ok } from '../../contract/result.ts';
import { MEDIA_TYPE } from '../../contract/routes.ts';
import type { Answer, Ask } from './call.ts';

/** What an answer of the server is: ours, a problem, or a file. */

export const isOurs = (response: Response): boolean =>
  response.headers.get('content-type')?.split(';')[0]?.trim() === MEDIA_TYPE;

/** A problem of the catalogue whose sentence can be said; anything else is an accident. */
export const readProblem = (body: unknown): Problem => {
  const parsed = v.safeParse(v.object({ problem: v.looseObject({ code: v.picklist(problemCodes) }) }), body);
  if (!parsed.success) return { code: 'unexpected' };
  const problem = parsed.output.problem as unknown as Problem;
  try {
    sayProblem(problem);
    return problem;
  } catch {
    return { code: 'unexpected' };
  }
};

interface Bringing {
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** What the file is to be made of, where an address cannot hold it. */
  readonly body?: unknown;
}

/** A file of the server's own making, with the bytes counted while they come. */
export const bring = async (ask: Ask, path: string, { onBytes, body }: Bringing): Answer<Blob> => {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await ask(path, { credentials: 'same-origin', cache: 'no-store', ...sent });
    if (isOurs(response)) return fail(readProblem(await response.json()));
    if (!response.ok || response.body === null) return fail({ code: 'not-our-server' });
    const parts: BlobPart[] = [];
    let bytes = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value as Uint8Array<ArrayBuffer>);
      bytes += value.length;
      onBytes?.(bytes);
    }
    return ok(new Blob(parts, { type: response.headers.get('content-type') ?? '' }));
  } catch {
    return fail({ code: 'offline' });
  }
};
