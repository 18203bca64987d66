import type { Context } from 'hono';
import * as v from 'valibot';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { MEDIA_TYPE } from '../../contract/routes.ts';
import { type Fault, faultsOf } from '../../contract/schema.ts';

/** The door: what comes in is bounded, is JSON in UTF-8, and fits its schema, or it is refused with the fault's place. */

export const MAX_JSON_BYTES = 256 * 1024;
/** A long item with tables is larger than any other thing that the desk sends. */
export const MAX_ENTRY_BYTES = 4 * 1024 * 1024;
const MAX_FAULTS = 50;

/** Reads the text of a JSON body without parsing it: an envelope is kept as the very bytes that came. */
export async function readText(c: Context, maxBytes: number): Promise<Result<string, Problem>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== MEDIA_TYPE) return fail({ code: 'wrong-media-type' });
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > maxBytes) return fail({ code: 'too-large' });
  const bytes = await (length === undefined ? readChunks : readWhole)(c.req.raw, maxBytes).catch(
    () => undefined,
  );
  // The sender went away in the middle, or its chunks were no chunks.
  if (bytes === undefined) return fail({ code: 'not-json' });
  if (bytes === null) return fail({ code: 'too-large' });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail({ code: 'not-json' });
  }
}

export async function readJson<S extends v.GenericSchema>(
  c: Context,
  schema: S,
  maxBytes = MAX_JSON_BYTES,
): Promise<Result<v.InferOutput<S>, Problem>> {
  const text = await readText(c, maxBytes);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  return json.ok ? checked(schema, json.value) : json;
}

export function parseJson(text: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail({ code: 'not-json' });
  }
}

/** The value as the schema gives it, or all faults with their paths. */
export function checked<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): Result<v.InferOutput<S>, Problem> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  return fail(badInput(faultsOf(schema, value)));
}

export function badInput(faults: readonly Fault[]): Problem {
  const named = faults.slice(0, MAX_FAULTS).map(({ path, say }) => ({ path: path.join('.'), say }));
  return { code: 'bad-input', faults: named };
}

/** A body as it came, of whatever kind. */
export async function readBytes(
  c: Context,
  maxBytes: number,
): Promise<Uint8Array | 'too-large' | 'broken-off'> {
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > maxBytes) return 'too-large';
  const bytes = await readChunks(c.req.raw, maxBytes).catch(() => undefined);
  if (bytes === undefined || (length !== undefined && bytes !== null && bytes.length !== Number(length)))
    return 'broken-off';
  return bytes ?? 'too-large';
}

/** HTTP ends a body where its header said: nothing has to be counted on the way, which is much quicker. */
async function readWhole(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > maxBytes ? null : bytes;
}

/** Without a length, it is counted while it comes. */
async function readChunks(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
