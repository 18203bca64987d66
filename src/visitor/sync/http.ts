import * as v from 'valibot';
import type { Problem } from '../../contract/problem.ts';
import { LINES_MEDIA_TYPE, MEDIA_TYPE } from '../../contract/routes.ts';

/**
 * The only place that talks to the network (beside the event stream). An answer is our server's when it bears our own media
 * type; anything else (a log-in page with status 200, a proxy's error page) is the same as no network. Each request has a
 * time limit, for the head and for every piece of the body.
 */

/** Nothing came, or something that is not from our server. */
export type NoContact = { readonly kind: 'offline' } | { readonly kind: 'not-our-server' };

export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly value: unknown }
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  | NoContact;

export interface Ask {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Bytes go as they are; anything else as JSON. */
  readonly body?: unknown;
  readonly limitMs?: number;
}

export interface Http {
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** Calls back for each whole line as it comes; resolves with how it ended. A line cut off is not handed over. */
  readonly lines: (path: string, onLine: (line: string) => Promise<void>) => Promise<'ok' | Answer>;
  /** A picture of at most so many bytes. Whoever asks believes it by its digest alone. */
  readonly picture: (path: string, most: number) => Promise<Uint8Array<ArrayBuffer> | Answer>;
}

export interface HttpParts {
  readonly fetch: typeof fetch;
  /** Told after every try: the one place that knows whether our server can be reached. */
  readonly onContact: (contact: 'connected' | NoContact['kind']) => void;
  /** The server's own time, as it stood in an answer of ours. */
  readonly onTime?: (serverMs: number) => void;
}

const PICTURE_TYPE = 'image/webp';
const LIMIT_MS = 15_000;
/** Of the body, between two pieces. */
const STALL_MS = 20_000;

const ProblemBody = v.object({ problem: v.looseObject({ code: v.string() }) });

export const openHttp = ({ fetch, onContact, onTime }: HttpParts): Http => {
  const noted = <A extends Answer | 'ok'>(answer: A): A => {
    const kind = answer === 'ok' ? 'ok' : answer.kind;
    onContact(kind === 'ok' || kind === 'problem' ? 'connected' : kind);
    return answer;
  };

  const send = async (
    { path, method = 'GET', body, limitMs = LIMIT_MS }: Ask,
    use: (response: Response, alive: () => void) => Promise<Answer | 'ok'>,
  ): Promise<Answer | 'ok'> => {
    const abort = new AbortController();
    let timer = setTimeout(() => abort.abort(), limitMs);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), STALL_MS);
    };
    try {
      const response = await fetch(path, { ...requestOf(method, body), signal: abort.signal });
      alive();
      const answer = await use(response, alive);
      const serverMs = timeOf(response);
      if (serverMs !== null && (answer === 'ok' || answer.kind === 'ok' || answer.kind === 'problem')) {
        onTime?.(serverMs);
      }
      return noted(answer);
    } catch (cause) {
      if (cause instanceof NotNetwork) throw cause.cause;
      return noted({ kind: 'offline' });
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    ask: async (ask) => (await send(ask, answerOf)) as Answer,
    lines: (path, onLine) =>
      send({ path }, async (response, alive) => {
        if (!isOk(response) || typeOf(response) !== LINES_MEDIA_TYPE) return answerOf(response);
        await readLines(response, alive, onLine);
        return 'ok';
      }),
    picture: async (path, most) => {
      let bytes: Uint8Array<ArrayBuffer> | null = null;
      const end = await send({ path }, async (response, alive) => {
        if (!isOk(response) || typeOf(response) !== PICTURE_TYPE) return answerOf(response);
        bytes = await readBytes(response, alive, most);
        return bytes === null ? { kind: 'not-our-server' } : 'ok';
      });
      return bytes ?? (end as Answer);
    },
  };
};

const requestOf = (method: string, body: unknown): RequestInit => ({
  method,
  // A redirect is never ours; 'manual' lets it be told from a dead line.
  redirect: 'manual',
  credentials: 'omit',
  // What was altered on its way must not be met again: the browser's cache would keep it for a year, as it would the right one.
  // Content is kept in the store; answers are immutable for the caches in between.
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  headers: {
    accept: `${MEDIA_TYPE}, ${LINES_MEDIA_TYPE}`,
    ...(body !== undefined && { 'content-type': MEDIA_TYPE }),
  },
  ...(body !== undefined && {
    body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
  }),
});

const typeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** What a cache in between has kept is as old as its `age` says. */
const timeOf = ({ headers }: Response): number | null => {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at + Number(headers.get('age') ?? 0) * 1_000;
};

const isOk = (response: Response): boolean => response.status === 200 || response.status === 201;

const answerOf = async (response: Response): Promise<Answer> => {
  const { status } = response;
  if (typeOf(response) !== MEDIA_TYPE) {
    // A proxy before our server says 502 to 504 while the server is away.
    return { kind: status >= 502 && status <= 504 ? 'offline' : 'not-our-server' };
  }
  const text = await response.text();
  const value = jsonOf(text);
  if (isOk(response)) return value === undefined ? { kind: 'not-our-server' } : { kind: 'ok', status, value };
  const body = v.safeParse(ProblemBody, value);
  const problem = body.success ? (body.output.problem as Problem) : { code: 'unexpected' as const };
  return { kind: 'problem', status, problem };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the caller's own code threw while it was handed lines; not the network's fault. */
class NotNetwork extends Error {}

const handOver = (line: string, onLine: (line: string) => Promise<void>): Promise<void> =>
  onLine(line).catch((cause: unknown) => {
    throw new NotNetwork('', { cause });
  });

/** Null: longer than it may be, so it is another thing. */
const readBytes = async (
  response: Response,
  alive: () => void,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const reader = response.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let piece = await reader?.read(); piece !== undefined && !piece.done; piece = await reader?.read()) {
    alive();
    pieces.push(piece.value);
    length += piece.value.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
};

const readLines = async (
  response: Response,
  alive: () => void,
  onLine: (line: string) => Promise<void>,
): Promise<void> => {
  // Read directly: a decoder stream in between would throw away what had come when the line breaks.
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let held = '';
  for (let piece = await reader?.read(); piece !== undefined && !piece.done; piece = await reader?.read()) {
    alive();
    const lines = (held + decoder.decode(piece.value, { stream: true })).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) await handOver(line, onLine);
  }
  // The last line may come without its line feed.
  if (held !== '') await handOver(held, onLine);
};
